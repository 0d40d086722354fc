"""The question is answered with one click, says what comes of it, and can be taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.domain.reminder_questions import CHOICES, Choice, Question
from companion.presentation.reminders_question import QuestionPresenter
from companion.ui.widgets.reminder_question_card import ReminderQuestionCard
from tests.support.reminder_desk import FakeQuestions


@pytest.fixture
def questions() -> FakeQuestions:
    return FakeQuestions(Question.FEW_ANSWERS)


@pytest.fixture
def card(questions: FakeQuestions, qtbot: QtBot) -> Iterator[ReminderQuestionCard]:
    made = ReminderQuestionCard(QuestionPresenter(questions))
    qtbot.addWidget(made)
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def texts(card: ReminderQuestionCard) -> list[str]:
    return [found.text() for found in card.findChildren(QLabel) if found.isVisible()]


def test_it_offers_every_answer_alike(card: ReminderQuestionCard) -> None:
    assert tuple(card.buttons) == CHOICES[Question.FEW_ANSWERS]
    assert {button.property("role") for button in card.buttons.values()} == {None}


def test_an_answer_says_what_comes_of_it_and_how_to_take_it_back(
    card: ReminderQuestionCard, questions: FakeQuestions
) -> None:
    card.buttons[Choice.FEWER].click()
    assert questions.answers == [Choice.FEWER]
    assert texts(card) == ["They come about half as often from now on."]
    assert QApplication.focusWidget() is card.undo


def test_it_can_be_taken_back(card: ReminderQuestionCard, questions: FakeQuestions) -> None:
    card.buttons[Choice.NONE].click()
    card.undo.click()
    assert questions.answers == []
    assert QApplication.focusWidget() is card.buttons[Choice.FEWER]


def test_it_goes_when_it_is_closed(card: ReminderQuestionCard) -> None:
    card.buttons[Choice.AS_IT_IS].click()
    card.close_link.click()
    assert card.isHidden()


def test_other_times_leads_to_them(card: ReminderQuestionCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.other_times_wanted):
        card.buttons[Choice.OTHER_TIMES].click()


def test_another_question_has_its_own_answers(card: ReminderQuestionCard, questions: FakeQuestions) -> None:
    questions.question = Question.REST
    card.refresh()
    assert tuple(card.buttons) == CHOICES[Question.REST]


def test_without_a_question_it_is_not_there(qtbot: QtBot) -> None:
    made = ReminderQuestionCard(QuestionPresenter(FakeQuestions()))
    qtbot.addWidget(made)
    made.refresh()
    assert made.isHidden()
