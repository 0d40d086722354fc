"""The card that asks whether the notebook helps; each answer is one click, and can be taken back."""

from PySide6.QtCore import Signal

from companion.domain.is_helping import Helping
from companion.presentation.is_helping import HelpingOffer, HelpingPresenter
from companion.ui.widgets.asking_card import AskingCard


class IsHelpingCard(AskingCard[Helping | HelpingOffer]):
    """Hidden where there is nothing to ask. `offer_wanted` brings what leads elsewhere; a pause begins at once."""

    offer_wanted = Signal(HelpingOffer)

    def __init__(self, presenter: HelpingPresenter) -> None:
        super().__init__()
        self._presenter = presenter

    def refresh(self) -> None:
        """Shows what is to be asked now, or what follows from the answer; hides where there is neither."""
        state = self._presenter.state()
        if state is None:
            self._show_trouble(self._presenter.trouble)
        else:
            self._show_words(state.words, state.detail, self._presenter.trouble, is_answered=state.is_answered)
            self._offer({**dict(state.answers), **dict(state.offers)})
        self.setVisible(state is not None)

    def choose(self, choice: Helping | HelpingOffer) -> None:
        """Answers, begins a pause, or says what is wanted elsewhere."""
        if isinstance(choice, HelpingOffer) and choice is not HelpingOffer.PAUSE:
            self.offer_wanted.emit(choice)
            return
        if isinstance(choice, Helping):
            self._presenter.answer(choice)
        else:
            self._presenter.pause()
        self.refresh()
        if not self._after.isHidden():
            self._tell_what_came()

    def take_back(self) -> None:
        """The answer is undone."""
        self._presenter.take_back()

    def put_away(self) -> None:
        """Not asked any more for now."""
        self._presenter.put_away()
