"""The one question about reminders: neutral, one click, and a way back."""

import re

import pytest

from companion.application.errors import Trouble, UserError
from companion.domain.reminder_questions import CHOICES, Choice, Question
from companion.presentation.reminders_question import AnsweredState, QuestionPresenter, QuestionState
from tests.support.reminder_desk import FakeQuestions
from tests.support.screen_checks import FORBIDDEN


class LockedQuestions(FakeQuestions):
    def waiting(self) -> Question | None:
        raise UserError(Trouble.LOCKED)


class UnwritableQuestions(FakeQuestions):
    def answer(self, question: Question, choice: Choice) -> None:
        raise UserError(Trouble.DISK_FULL)


def asked(presenter: QuestionPresenter) -> QuestionState:
    state = presenter.state()
    assert isinstance(state, QuestionState)
    return state


def test_nothing_is_asked_where_there_is_nothing_to_ask() -> None:
    assert QuestionPresenter(FakeQuestions()).state() is None
    assert QuestionPresenter(LockedQuestions(Question.REST)).state() is None


@pytest.mark.parametrize("question", Question)
def test_every_choice_is_offered_the_suggested_one_first(question: Question) -> None:
    state = asked(QuestionPresenter(FakeQuestions(question)))
    assert tuple(choice for choice, _words in state.choices) == CHOICES[question]
    assert len({words for _choice, words in state.choices}) == len(CHOICES[question])


@pytest.mark.parametrize("question", Question)
@pytest.mark.parametrize("choice", Choice)
def test_its_words_blame_nobody(question: Question, choice: Choice) -> None:
    questions = FakeQuestions(question)
    presenter = QuestionPresenter(questions)
    state = asked(presenter)
    presenter.answer(choice)
    after = presenter.state()
    assert isinstance(after, AnsweredState)
    said = " ".join((state.question, state.detail, after.line, *(words for _choice, words in state.choices)))
    assert not re.search(rf"\b({'|'.join(FORBIDDEN)}|ignored|not answered|only)\b|!", said, re.IGNORECASE)


def test_an_answer_is_done_at_once_and_says_what_comes_of_it() -> None:
    questions = FakeQuestions(Question.FEW_ANSWERS)
    presenter = QuestionPresenter(questions)
    presenter.answer(Choice.FEWER)
    assert questions.answers == [Choice.FEWER]
    assert presenter.state() == AnsweredState("They come about half as often from now on.", may_undo=True)


def test_an_answer_can_be_taken_back() -> None:
    questions = FakeQuestions(Question.FEW_ANSWERS)
    presenter = QuestionPresenter(questions)
    presenter.answer(Choice.NONE)
    presenter.take_back()
    assert questions.answers == []
    assert isinstance(presenter.state(), QuestionState)


def test_what_was_answered_is_put_away_once_it_was_seen() -> None:
    presenter = QuestionPresenter(FakeQuestions(Question.REST))
    presenter.answer(Choice.AS_IT_IS)
    presenter.put_away()
    assert presenter.state() is None


def test_trouble_is_said_and_the_question_stays() -> None:
    presenter = QuestionPresenter(UnwritableQuestions(Question.REST))
    presenter.answer(Choice.A_WEEK_OFF)
    assert "disk is full" in presenter.trouble
    assert isinstance(presenter.state(), QuestionState)
