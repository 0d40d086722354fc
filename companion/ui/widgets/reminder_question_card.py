"""The card with the one question about reminders: each answer is one click, and can be taken back."""

from PySide6.QtCore import Signal

from companion.domain.reminder_questions import Choice
from companion.presentation.reminders_question import AnsweredState, QuestionPresenter, QuestionState
from companion.ui.widgets.asking_card import AskingCard


class ReminderQuestionCard(AskingCard[Choice]):
    """Hidden where there is nothing to ask. `other_times_wanted` says that the person wants to choose times."""

    other_times_wanted = Signal()

    def __init__(self, presenter: QuestionPresenter) -> None:
        super().__init__()
        self._presenter = presenter

    def refresh(self) -> None:
        """Shows what is to be asked now, or what came of the answer; hides where there is neither."""
        state, trouble = self._presenter.state(), self._presenter.trouble
        if isinstance(state, QuestionState):
            self._show_words(state.question, state.detail, trouble, is_answered=False)
            self._offer(dict(state.choices))
        elif isinstance(state, AnsweredState):
            self._show_words(state.line, "", trouble, is_answered=True)
            self._row.hide()
            self.undo.setVisible(state.may_undo)
        else:
            self._show_trouble(trouble)
        self.setVisible(state is not None)

    def choose(self, choice: Choice) -> None:
        """Answers."""
        self._presenter.answer(choice)
        self.refresh()
        if not self._row.isHidden():
            return
        self._tell_what_came()
        if choice is Choice.OTHER_TIMES:
            self.other_times_wanted.emit()

    def take_back(self) -> None:
        """The answer is undone."""
        self._presenter.take_back()

    def put_away(self) -> None:
        """Not asked any more for now."""
        self._presenter.put_away()
