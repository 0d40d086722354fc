"""The first start: four short screens, each of which can be skipped, and so can all of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from companion.presentation.privacy import PrivacyPresenter, Task
from companion.presentation.translation import _
from companion.presentation.welcome import Step, WelcomePresenter, picture_words, step_words, zone_in_picture
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.page import Page
from companion.ui.widgets.passphrase_desk import PassphraseDesk
from companion.ui.widgets.switch_row import SwitchRow
from companion.ui.widgets.titled_words import TitledWords
from companion.ui.widgets.window_picture import WindowPicture
from companion.ui.widgets.wrapped_link import WrappedLink

WIDEST = 560


class WelcomeScreen(QWidget):
    """`left` says that the person went through, or skipped the rest; `table_wanted`, that they want to read what is
    stored where. Escape skips the rest; Enter goes on.
    """

    left = Signal()
    table_wanted = Signal()

    def __init__(self, presenter: WelcomePresenter, privacy: PrivacyPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._privacy = privacy
        self._theme = theme
        self.step = Step.ABOUT
        self._progress, self._title = label("", "small", "muted"), heading("", "display")
        self.picture = WindowPicture(theme, zone_in_picture)
        self._told = label(picture_words(self.picture.zone))
        self.gentle = SwitchRow("")
        self._gentle_note = label("", "body", "muted")
        self.passphrase = QPushButton(_("Set a passphrase…"))
        self.table = WrappedLink(_("What is stored, and where"), theme)
        self._privacy_news = label("", "body", "muted")
        self.go_on, self.back = QPushButton(), QPushButton(_("Back"))
        self.skip = link(_("Skip all of this"))
        self._desk = PassphraseDesk(privacy, theme, self)
        self._privacy_news.hide()
        self._words = {step: TitledWords() for step in Step}
        self._parts = {step: self._card(step, extras) for step, extras in self._extras().items()}
        self._lay_out()
        self._connect()
        self.show_step(Step.ABOUT)

    @property
    def desk(self) -> PassphraseDesk:
        """The dialogs of the passphrase."""
        return self._desk

    def show_step(self, step: Step) -> None:
        """Shows that screen; what was chosen on the others stays."""
        self.step = step
        words = step_words(step, is_protected=self._privacy.state().is_protected)
        self._progress.setText(words.progress)
        self._title.setText(words.title)
        self._page.setAccessibleName(f"{words.title}, {words.progress}")
        for each, part in self._parts.items():
            part.setVisible(each is step)
        self._words[step].show_parts(words.parts)
        self._show_choices()
        self.back.setVisible(step is not Step.ABOUT)
        is_last = step is Step.PRIVACY
        self.go_on.setText(_("First check-in") if is_last else _("Next"))
        self.skip.setVisible(not is_last)
        self._page.verticalScrollBar().setValue(0)
        self.setFocusProxy(self.picture if step is Step.WINDOW else self.go_on)

    def begin(self) -> None:
        """From the first screen on."""
        self.show_step(Step.ABOUT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, or does what the button it is pressed on says."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        button = focused if isinstance(focused, QPushButton) and self.isAncestorOf(focused) else self.go_on
        button.click()

    def showEvent(self, event: QShowEvent) -> None:
        """A recovery code that came while it was not seen is shown now, and what changed meanwhile."""
        super().showEvent(event)
        self.show_step(self.step)
        self._say_step()
        self._desk.show_code()

    def _on_go_on_clicked(self) -> None:
        if self.step is Step.PRIVACY:
            self.left.emit()
        else:
            self._turn(1)

    def _turn(self, by: int) -> None:
        steps = tuple(Step)
        self.show_step(steps[steps.index(self.step) + by])
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_step()

    def _say_step(self) -> None:
        """Readers would say only what has the keyboard."""
        words = step_words(self.step, is_protected=self._privacy.state().is_protected)
        said = (text for part in words.parts for text in part)
        announce(self._page, " ".join((f"{words.progress}.", f"{words.title}.", *said)))

    def _on_picture_moved(self) -> None:
        words = picture_words(self.picture.zone)
        if words != self._told.text():
            self._told.setText(words)
            announce(self._told, words)

    def _on_gentle_switched(self, wanted: bool) -> None:
        trouble = self._presenter.remind(wanted)
        self._show_choices()
        if trouble:
            self._say_of_gentle(trouble)

    def _show_choices(self) -> None:
        if self.step is Step.REMINDERS:
            gentle = self._presenter.gentle()
            self.gentle.show_words(gentle.text, gentle.detail)
            self.gentle.put(gentle.is_on)
            self.gentle.setVisible(not gentle.note)
            self._say_of_gentle(gentle.note)
        elif self.step is Step.PRIVACY:
            state = self._privacy.state()
            self.passphrase.setVisible(not state.is_protected)
            self.passphrase.setEnabled(state.can_change)

    def _say_of_gentle(self, words: str) -> None:
        self._gentle_note.setText(words)
        self._gentle_note.setVisible(bool(words))
        announce(self._gentle_note, words)

    def _on_privacy_said(self, words: str) -> None:
        self._privacy_news.setText(words)
        self._privacy_news.setVisible(bool(words))
        announce(self._privacy_news, words)

    def _on_privacy_changed(self) -> None:
        if self.isVisible() and self._desk.dialog is None:
            self.show_step(self.step)

    def _on_desk_closed(self) -> None:
        if self.isVisible():
            self.show_step(self.step)
            self.go_on.setFocus()

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._on_go_on_clicked)
        self.back.clicked.connect(partial(self._turn, -1))
        self.skip.clicked.connect(self.left)
        self.picture.valueChanged.connect(self._on_picture_moved)
        self.gentle.switched.connect(self._on_gentle_switched)
        self.passphrase.clicked.connect(partial(self._desk.begin, Task.SET))
        self.table.clicked.connect(self.table_wanted)
        self._desk.said.connect(self._on_privacy_said)
        self._desk.closed.connect(self._on_desk_closed)
        self._privacy.attach(self._on_privacy_changed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def _extras(self) -> dict[Step, tuple[QWidget, ...]]:
        """What stands below the words of each screen."""
        return {
            Step.ABOUT: (),
            Step.WINDOW: (self.picture, self._told),
            Step.REMINDERS: (self.gentle, self._gentle_note),
            Step.PRIVACY: (self._privacy_news, self.passphrase, self.table),
        }

    def _card(self, step: Step, extras: tuple[QWidget, ...]) -> Card:
        card = Card()
        card.body.addWidget(self._words[step])
        card.body.addSpacing(HAIR)
        for extra in extras:
            is_button = isinstance(extra, QPushButton)
            card.body.addWidget(extra, 0, Qt.AlignmentFlag.AlignLeading if is_button else Qt.AlignmentFlag(0))
        return card

    def _lay_out(self) -> None:
        self.go_on.setProperty("role", "primary")
        self._page = Page(self._theme, WIDEST)
        self._page.add(self._progress)
        self._page.add(self._title)
        for part in self._parts.values():
            self._page.add(part)
        buttons = FlowLayout()
        for button in (self.go_on, self.back, self.skip):
            buttons.addWidget(button)
        self._page.add_row(buttons)
        self._page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
