"""The cards above Today are there only while they have something to say."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.application.event_bus import EventBus
from companion.application.events import PromptsPassed
from companion.domain.reminder_questions import Choice, Question
from companion.presentation.reminders_passed import PassedPresenter
from companion.presentation.reminders_question import QuestionPresenter
from companion.ui.widgets.reminder_notices import ReminderNotices
from tests.presentation.test_prompt_story import a_record
from tests.support.reminder_desk import FakeQuestions

PASSED = PromptsPassed((a_record("09:00").prompt, a_record("10:00").prompt))


@pytest.fixture
def bus() -> EventBus:
    return EventBus()


@pytest.fixture
def questions() -> FakeQuestions:
    return FakeQuestions()


@pytest.fixture
def notices(bus: EventBus, questions: FakeQuestions, qtbot: QtBot) -> Iterator[ReminderNotices]:
    made = ReminderNotices(PassedPresenter(bus), QuestionPresenter(questions))
    qtbot.addWidget(made)
    yield made
    made.close()


def texts(notices: ReminderNotices) -> list[str]:
    return [found.text() for found in notices.findChildren(QLabel) if found.isVisible()]


def test_with_nothing_to_say_it_takes_no_room(notices: ReminderNotices) -> None:
    assert notices.isHidden()


def test_what_passed_is_said_until_it_is_closed(notices: ReminderNotices, bus: EventBus) -> None:
    bus.publish(PASSED)
    assert texts(notices)[0].startswith("2 reminders passed")
    notices.passed.close_link.click()
    assert notices.isHidden()


def test_which_ones_is_one_click_away(notices: ReminderNotices, bus: EventBus, qtbot: QtBot) -> None:
    bus.publish(PASSED)
    with qtbot.waitSignal(notices.why_wanted):
        notices.passed.why.click()


def test_the_question_comes_and_goes(notices: ReminderNotices, questions: FakeQuestions, qtbot: QtBot) -> None:
    questions.question = Question.FEW_ANSWERS
    notices.refresh()
    assert notices.question.isVisible()
    assert not notices.passed.isVisible()
    with qtbot.waitSignal(notices.other_times_wanted):
        notices.question.buttons[Choice.OTHER_TIMES].click()
    notices.question.close_link.click()
    assert notices.isHidden()


def test_while_it_is_calm_they_wait(notices: ReminderNotices, bus: EventBus) -> None:
    notices.be_calm(True)
    bus.publish(PASSED)
    assert notices.isHidden()
    notices.be_calm(False)
    assert notices.isVisible()
