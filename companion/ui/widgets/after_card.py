"""The quiet card after saving. Outside the window: large words, one action, nothing else."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from companion.presentation.after_check_in import AfterCheckInState
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.calm_offer import CalmOffer
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.saved_line import SavedLine

UNDO_FOR_MS = 10_000


class AfterCard(QWidget):
    """Shows one state from its birth. Undo stands there for ten seconds; it waits while it is being used."""

    undo_wanted = Signal()
    concept_wanted = Signal(str)
    practice_wanted = Signal(str)
    close_wanted = Signal()

    def __init__(self, state: AfterCheckInState, theme: Theme) -> None:
        super().__init__()
        self._state = state
        self._theme = theme
        self.saved_line = SavedLine(offers_another=False)
        self.saved_line.show_saved(state.saved)
        self.saved_line.undo_wanted.connect(self.undo_wanted)
        self.action: QPushButton | None = None
        self.concept_link: QPushButton | None = None
        self.close_button = QPushButton(_("Close"))
        self.close_button.clicked.connect(self.close_wanted)
        self._trouble = label()
        self._trouble.hide()
        self._undoing = QTimer(self, singleShot=True, interval=UNDO_FOR_MS)
        self._undoing.timeout.connect(self.end_undo)
        self._undoing.start()
        self._lay_out()

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def begin(self) -> None:
        """It has just come up: the keyboard is on Close, and readers hear what it says."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._state.saved}. {self._state.heading}")

    def say(self, sentence: str) -> None:
        """Shows one calm line."""
        self._trouble.setText(sentence)
        self._trouble.show()
        announce(self._trouble, sentence)

    def end_undo(self) -> None:
        """Ten seconds are over."""
        undo = self.saved_line.undo
        if undo.hasFocus() or undo.underMouse():
            self._undoing.start()
        else:
            self.saved_line.end_undo()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self.saved_line)
        layout.addWidget(self._heading())
        layout.addSpacing(SNUG)
        if self._state.is_calm and (self._state.practices or self._state.concept_key is not None):
            layout.addWidget(self._calm_offer())
        elif self._state.concept_key is not None:
            layout.addWidget(self._concept_card())
        if not self._state.is_calm and self._state.practices:
            layout.addSpacing(SNUG)
            layout.addWidget(self._practice_links())
        layout.addSpacing(ROOM)
        layout.addStretch(1)
        layout.addWidget(self._trouble)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeading)

    def _heading(self) -> QLabel:
        """Outside the window large, and one sentence a line: less to take in at once."""
        words, is_calm = self._state.heading, self._state.is_calm
        return heading(words.replace(". ", ".\n"), "display") if is_calm else heading(words)

    def _calm_offer(self) -> QWidget:
        offer = CalmOffer(self._state, self._theme)
        offer.wanted.connect(self.concept_wanted)
        offer.practice_wanted.connect(self.practice_wanted)
        self.action, self.concept_link = offer.action, offer.concept
        return offer

    def _practice_links(self) -> QWidget:
        """Where the person is not sure: quiet links, none of them pushed."""
        links = QWidget()
        column = QVBoxLayout(links)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label(_("Or do something small"), "small", "muted"))
        for offer in self._state.practices:
            button = link(offer.words)
            button.setProperty("personal", True)
            button.clicked.connect(lambda _checked=False, key=offer.key: self.practice_wanted.emit(key))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            if offer.remark:
                column.addWidget(label(offer.remark, "small", "muted"))
        return links

    def _concept_card(self) -> QWidget:
        card = Card()
        card.body.setSpacing(TIGHT)
        card.body.addWidget(label(self._state.lead, "small", "muted"))
        card.body.addWidget(heading(self._state.concept_title))
        card.body.addWidget(label(self._state.concept_summary))
        card.body.addSpacing(TIGHT)
        self.action = QPushButton(self._state.concept_action)
        self.action.setAccessibleName(_("Read {title}").format(title=self._state.concept_title))
        self.action.clicked.connect(self._on_action_clicked)
        card.body.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeading)
        card.body.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        return card

    def _on_action_clicked(self) -> None:
        self.concept_wanted.emit(self._state.concept_key)
