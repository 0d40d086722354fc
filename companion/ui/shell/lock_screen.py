"""The lock screen: one field to open the notebook with, and what can be done without it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from companion.presentation.locking import LockPresenter
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.page import Page
from companion.ui.widgets.passphrase_field import PassphraseField

WIDEST = 520


class LockScreen(QWidget):
    """Passes what is typed to its presenter. A check-in is possible all the same: `check_in_wanted`.

    `restore_wanted` where the notebook itself cannot be opened.

    What was typed and did not open anything stays, selected, so that a slip can be found; going away empties it.
    """

    check_in_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, presenter: LockPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._title = heading("", "display")
        self._words = label()
        self.secret = PassphraseField("")
        self.unlock = QPushButton()
        self.unlock.setProperty("role", "primary")
        self.other_way = link()
        self.restore = QPushButton(_("Restore from a copy…"))
        self._news = label()
        self._meanwhile = label("", "body", "muted")
        self._waiting = QTimer(self, singleShot=True)
        self.check_in = QPushButton(_("Check in"))
        self._lay_out(theme)
        self._connect()
        self.refresh()

    @property
    def news(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._news.isHidden() else self._news.text()

    def refresh(self) -> None:
        """Shows what is so now."""
        state = self._presenter.state()
        self._title.setText(state.title)
        self._words.setText(state.words)
        self._meanwhile.setText(state.check_in)
        self.secret.show_name(state.asks)
        self.unlock.setText(state.act)
        self.unlock.setEnabled(state.may_try)
        self.other_way.setText(state.other_way)
        self.restore.setVisible(state.can_restore)
        self._asking.setVisible(bool(state.asks))
        self.setFocusProxy(self.secret if state.asks else self.check_in)
        self._say(state.news)
        if state.asks and self._presenter.wait_ms:
            self._waiting.start(self._presenter.wait_ms)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        self.refresh()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed stays behind."""
        self.secret.empty()
        super().hideEvent(event)

    def _on_submitted(self) -> None:
        if self._presenter.state().may_try:
            self._presenter.submit(self.secret.typed)

    def _on_changed(self) -> None:
        was_trying = not self.unlock.isEnabled()
        self.refresh()
        if was_trying and self.isVisible() and self.unlock.isEnabled():
            self.secret.field.selectAll()
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other_way_clicked(self) -> None:
        self.secret.empty()
        self._presenter.use_other_way()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, news: str) -> None:
        if news != self._news.text():
            announce(self._news, news)
        self._news.setText(news)
        self._news.setVisible(bool(news))

    def _connect(self) -> None:
        self.secret.entered.connect(self._on_submitted)
        self.unlock.clicked.connect(self._on_submitted)
        self.other_way.clicked.connect(self._on_other_way_clicked)
        self.check_in.clicked.connect(self.check_in_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self._waiting.timeout.connect(self.refresh)
        self._presenter.attach(self._on_changed)

    def _lay_out(self, theme: Theme) -> None:
        page = Page(theme, WIDEST)
        page.add(self._title)
        page.add(self._words)
        page.add(self._unlocking_card())
        page.add(self._check_in_card())
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _unlocking_card(self) -> Card:
        self._asking = Card()
        buttons = FlowLayout()
        buttons.setSpacing(SNUG)
        buttons.addWidget(self.unlock)
        buttons.addWidget(self.other_way)
        buttons.addWidget(self.restore)
        self._asking.body.addWidget(self.secret)
        self._asking.body.addWidget(self._news)
        self._asking.body.addLayout(buttons)
        return self._asking

    def _check_in_card(self) -> Card:
        card = Card()
        card.body.addWidget(self._meanwhile)
        card.body.addWidget(self.check_in, 0, Qt.AlignmentFlag.AlignLeading)
        return card
