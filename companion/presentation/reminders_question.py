"""The one neutral question about reminders, once in a while: fewer, other times, none, a rest, or as they are."""

from dataclasses import dataclass
from typing import Protocol

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.reminder_questions import CHOICES, Choice, Question
from companion.presentation.sentences import line_of
from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class QuestionState:
    """What is asked, a line about it, and the answers in order; the first is the one that is suggested."""

    question: str
    detail: str
    choices: tuple[tuple[Choice, str], ...]


@dataclass(frozen=True, slots=True)
class AnsweredState:
    """What comes of the answer, and whether it can be taken back."""

    line: str
    may_undo: bool


class Questions(Protocol):
    """Asks, and does what was answered."""

    def waiting(self) -> Question | None:
        """What is to be asked now."""

    def answer(self, question: Question, choice: Choice) -> object:
        """Does it, and asks no more for a while."""

    def take_back(self) -> object:
        """Everything is as it was before the last answer."""


class QuestionPresenter:
    """Keeps what was answered last, so that it can be taken back while the card is there."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._answered: AnsweredState | None = None
        self.trouble = ""

    def state(self) -> QuestionState | AnsweredState | None:
        """What the card shows; None if there is nothing to ask, and while locked."""
        if self._answered is not None:
            return self._answered
        try:
            question = self._questions.waiting()
        except UserError:
            return None
        return None if question is None else _asked(question)

    def answer(self, choice: Choice) -> None:
        """One click is enough; `take_back` undoes it. `trouble` says why something could not be."""
        self.trouble = ""
        try:
            question = self._questions.waiting()
            if question is not None:
                self._questions.answer(question, choice)
                self._answered = AnsweredState(_outcome(choice), may_undo=True)
        except (DomainError, UserError) as error:
            self.trouble = line_of(error)

    def take_back(self) -> None:
        """The question stands there again."""
        self.trouble = ""
        try:
            self._questions.take_back()
        except (DomainError, UserError) as error:
            self.trouble = line_of(error)
        else:
            self._answered = None

    def put_away(self) -> None:
        """The answer has been seen."""
        self._answered = None


def _asked(question: Question) -> QuestionState:
    labels = _labels()
    choices = tuple((choice, labels[choice]) for choice in CHOICES[question])
    if question is Question.FEW_ANSWERS:
        words = _("Would you like fewer reminders, other times, or none?")
        return QuestionState(words, _("Whatever you choose is fine, and can be changed at any time."), choices)
    words = _("Would a rest from being asked be welcome?")
    detail = _("Being asked for weeks can be tiring. Two a day, or a pause now and then, tell as much over time.")
    return QuestionState(words, detail, choices)


def _labels() -> dict[Choice, str]:
    return {
        Choice.FEWER: _("Fewer"),
        Choice.OTHER_TIMES: _("Other times"),
        Choice.NONE: _("None"),
        Choice.TWO_A_DAY: _("Two a day"),
        Choice.A_WEEK_OFF: _("A week off"),
        Choice.BURSTS: _("Two weeks now and then"),
        Choice.AS_IT_IS: _("Leave it as it is"),
    }


def _outcome(choice: Choice) -> str:
    return {
        Choice.FEWER: _("They come about half as often from now on."),
        Choice.OTHER_TIMES: _("Choose other times with Edit, whenever you like."),
        Choice.NONE: _("All reminders are off. Their switches bring them back."),
        Choice.TWO_A_DAY: _("From now on there are at most two a day."),
        Choice.A_WEEK_OFF: _("Reminders rest for a week."),
        Choice.BURSTS: _("Reminders rest, and come back for two weeks later on."),
        Choice.AS_IT_IS: _("They stay as they are."),
    }[choice]
