"""The card in Settings about privacy: what protects the notebook, the passphrase, and locking by itself."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from companion.application.settings import Settings
from companion.presentation.about import Said
from companion.presentation.privacy import PrivacyPresenter, PrivacyState, Task, hiding_words, idle_default
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.choice_field import ChoiceField
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.passphrase_desk import PassphraseDesk
from companion.ui.widgets.passphrase_dialog import PassphraseDialog
from companion.ui.widgets.recovery_dialog import RecoveryDialog
from companion.ui.widgets.reveal import reveal
from companion.ui.widgets.switch_row import SwitchRow
from companion.ui.widgets.titled_words import TitledWords


class PrivacyCard(Card):
    """Each task has its dialog; what came of it is said in a line.

    A recovery code waits until the card is seen, and `code_waits` says that it does.
    """

    code_waits = Signal()

    def __init__(self, presenter: PrivacyPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._state: PrivacyState | None = None
        self._came_from: Task | None = None
        self._desk = PassphraseDesk(presenter, theme, self)
        self.buttons = {task: QPushButton(text) for task, text in _button_texts().items()}
        self.lock = QPushButton(_("Lock now"))
        self.idle = ChoiceField()
        self.sleep = SwitchRow(_("When the computer goes to sleep"), usual=Settings().lock_on_sleep)
        self.screen_lock = SwitchRow(_("When the screen is locked"), usual=Settings().lock_with_screen)
        self._news = label("", "body", "muted")
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def news(self) -> str:
        """What came of the last task, or ""."""
        return "" if self._news.isHidden() else self._news.text()

    @property
    def dialog(self) -> PassphraseDialog | None:
        """The dialog of a task, while it is open."""
        return self._desk.dialog

    @property
    def code_dialog(self) -> RecoveryDialog | None:
        """The dialog that showed a recovery code last."""
        return self._desk.code_dialog

    def refresh(self) -> None:
        """Shows what is so now."""
        state = self._presenter.state()
        self._protection.show_parts((Said("", "\n\n".join(state.protection)),))
        self._folder.setText(state.folder)
        for task, button in self.buttons.items():
            button.setVisible((task is Task.SET) is not state.is_protected)
            button.setEnabled(state.can_change)
        self.lock.setVisible(state.is_protected)
        self.lock.setEnabled(state.can_change)
        self._show_locking(state)
        self._state = state
        if state.can_change and self.dialog is None:
            self._give_keyboard_back()

    def begin(self, task: Task) -> None:
        """Opens the dialog of a task."""
        self._came_from = task
        self._desk.begin(task)

    def showEvent(self, event: QShowEvent) -> None:
        """A code that came while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()
        self._desk.show_code()

    def _give_keyboard_back(self) -> None:
        """To the button a dialog came from; it lost it while it was switched off, and may be another one now.

        Where the card was not seen meanwhile, it is brought into sight again.
        """
        if self._came_from is None or not self.isVisible():
            return
        task, self._came_from = self._came_from, None
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        button = self.buttons[task] if self.buttons[task] in shown else shown[0]
        button.setFocus()
        reveal(button)

    def _on_idle_activated(self, place: int) -> None:
        if self._state is not None:
            self._tell(self._presenter.lock_after(self._state.idle_choices[place][0]))

    def _tell(self, trouble: str) -> None:
        self.refresh()
        self._say(trouble)

    def _say(self, news: str) -> None:
        self._news.setText(news)
        self._news.setVisible(bool(news))
        announce(self._news, news)
        if news and self.isVisible():
            reveal(self._news)

    def _show_locking(self, state: PrivacyState) -> None:
        is_meaningful = state.is_protected and state.can_change
        if self._state is None or state.idle_choices != self._state.idle_choices:
            self.idle.clear()
            self.idle.addItems([words for _minutes, words in state.idle_choices])
        self.idle.setCurrentIndex([minutes for minutes, _words in state.idle_choices].index(state.idle_minutes))
        self.sleep.put(state.lock_on_sleep)
        self.screen_lock.put(state.lock_with_screen)
        for part in (self._untouched, self.idle, self.sleep, self.screen_lock):
            part.setEnabled(is_meaningful)
        self._lock_note.setText(state.lock_note)
        self._lock_note.setVisible(bool(state.lock_note))

    def _connect(self) -> None:
        for task, button in self.buttons.items():
            button.clicked.connect(partial(self.begin, task))
        self.lock.clicked.connect(self._presenter.lock)
        self.idle.activated.connect(self._on_idle_activated)
        self.sleep.switched.connect(lambda wanted: self._tell(self._presenter.lock_on_sleep(wanted)))
        self.screen_lock.switched.connect(lambda wanted: self._tell(self._presenter.lock_with_screen(wanted)))
        self._desk.said.connect(self._say)
        self._desk.closed.connect(self.refresh)
        self._desk.code_waits.connect(self.code_waits)
        self._presenter.attach(self.refresh)

    def _lay_out(self) -> None:
        self._protection, self._lock_note = TitledWords(), label("", "small", "muted")
        self._folder = label("", "small", "muted")
        self._folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = FlowLayout()
        buttons.setSpacing(SNUG)
        for button in (*self.buttons.values(), self.lock):
            buttons.addWidget(button)
        self.body.addWidget(heading(_("Privacy")))
        for sentence in self._presenter.state().promises:
            self.body.addWidget(label(sentence))
        self.body.addWidget(self._protection)
        self.body.addWidget(self._folder)
        self.body.addLayout(buttons)
        self.body.addWidget(self._news)
        self.body.addLayout(self._locking())
        self.body.addWidget(label(hiding_words(), "small", "muted"))
        self._news.hide()

    def _locking(self) -> QVBoxLayout:
        title = label(_("Lock by itself"))
        title.setProperty("weight", "strong")
        self._untouched = label(_("When nobody touches Companion"))
        self._untouched.setBuddy(self.idle)
        column = QVBoxLayout()
        column.setSpacing(HAIR)
        column.addSpacing(TIGHT)
        column.addWidget(title)
        column.addWidget(self._lock_note)
        column.addSpacing(HAIR)
        column.addWidget(self._untouched)
        column.addWidget(self.idle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(label(idle_default(), "small", "muted"))
        column.addSpacing(TIGHT)
        column.addWidget(self.sleep)
        column.addWidget(self.screen_lock)
        return column


def _button_texts() -> dict[Task, str]:
    return {
        Task.SET: _("Set a passphrase…"),
        Task.CHANGE: _("Change the passphrase…"),
        Task.NEW_CODE: _("New recovery code…"),
        Task.REMOVE: _("Do without a passphrase…"),
    }
