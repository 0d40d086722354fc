"""The card that asks whether the notebook helps; each answer is one click, and can be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from companion.domain.is_helping import Helping
from companion.presentation.is_helping import HelpingOffer, HelpingPresenter, HelpingState
from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link


class IsHelpingCard(Card):
    """Hidden where there is nothing to ask. `offer_wanted` brings what leads elsewhere; a pause begins at once."""

    offer_wanted = Signal(HelpingOffer)

    def __init__(self, presenter: HelpingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._words, self._detail, self._trouble = heading(), label("", "body", "muted"), label()
        self.buttons: dict[Helping | HelpingOffer, QPushButton] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self.undo, self.close_link = link(_("Undo")), link(_("Close"))
        self.undo.clicked.connect(self._on_undo_clicked)
        self.close_link.clicked.connect(self._on_close_clicked)
        self._after = QWidget()
        after = FlowLayout(self._after)
        after.setSpacing(TIGHT)
        for button in (self.undo, self.close_link):
            after.addWidget(button)
        for part in (self._words, self._detail, self._row, self._after, self._trouble):
            self.body.addWidget(part)
        self.hide()

    def refresh(self) -> None:
        """Shows what is to be asked now, or what follows from the answer; hides where there is neither."""
        state = self._presenter.state()
        if state is not None:
            self._show(state)
        self._trouble.setText(self._presenter.trouble)
        self._trouble.setVisible(bool(self._presenter.trouble))
        self.setVisible(state is not None)

    def _show(self, state: HelpingState) -> None:
        self._words.setText(state.words)
        self._detail.setText(state.detail)
        self._detail.setVisible(bool(state.detail))
        self._after.setVisible(state.is_answered)
        self._offer({**dict(state.answers), **dict(state.offers)})

    def _offer(self, wanted: dict[Helping | HelpingOffer, str]) -> None:
        """All alike: none of them is marked."""
        self._row.setVisible(bool(wanted))
        if list(self.buttons) == list(wanted):
            return
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for choice, words in wanted.items():
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, choice=choice: self._on_chosen(choice))
            self._flow.addWidget(button)
            button.show()  # one that is added to what is on the screen would only come later, and take no focus yet
            self.buttons[choice] = button

    def _on_chosen(self, choice: Helping | HelpingOffer) -> None:
        if isinstance(choice, HelpingOffer) and choice is not HelpingOffer.PAUSE:
            self.offer_wanted.emit(choice)
            return
        if isinstance(choice, Helping):
            self._presenter.answer(choice)
        else:
            self._presenter.pause()
        self.refresh()
        if not self._after.isHidden():
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"{self._words.text()} {self._detail.text()}")

    def _on_undo_clicked(self) -> None:
        self._presenter.take_back()
        self.refresh()
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_close_clicked(self) -> None:
        self._presenter.put_away()
        self.refresh()
