"""Asking about the reminders themselves: once in a while, and every answer does what it says and can be undone."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.application.errors import UserError
from companion.application.reminder_changes import ReminderChanges
from companion.application.reminder_questions import ReminderQuestions
from companion.domain.checkin import Origin
from companion.domain.pause import Pause
from companion.domain.reminder import RandomInBlocks, Reminder
from companion.domain.reminder_questions import Choice, Question
from tests.support.builders import a_check_in, a_moment
from tests.support.reminding import Desk, at, at_random


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.rounds.start()
    return desk


@pytest.fixture
def questions(desk: Desk) -> ReminderQuestions:
    changes = ReminderChanges(desk.vault, desk.clock, desk.bus, desk.plan_file)
    return ReminderQuestions(desk.vault, desk.clock, desk.ids, changes)


def reminders(desk: Desk) -> list[Reminder]:
    return desk.reminders.reminders()


def let_days_pass(desk: Desk, days: int, *, answering: bool = False) -> None:
    """Prompts come, and are answered or let go by."""
    end = desk.clock.now().utc + timedelta(days=days)
    while desk.clock.now().utc < end:
        assert desk.alarm.next is not None
        desk.pass_to(desk.alarm.next)
        desk.rounds.advance()
        if answering and desk.rounds.open_prompt() is not None:
            desk.check_in()


def test_after_five_days_with_few_answers_it_asks(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    assert questions.waiting() is None
    let_days_pass(desk, 4)
    assert questions.waiting() is None
    let_days_pass(desk, 2)
    assert questions.waiting() is Question.FEW_ANSWERS


def test_with_answers_it_does_not(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    let_days_pass(desk, 7, answering=True)
    assert questions.waiting() is None


def test_with_all_reminders_off_nothing_is_asked(desk: Desk, questions: ReminderQuestions) -> None:
    reminder = desk.reminders.add(at("09:00", "15:00"))
    let_days_pass(desk, 7)
    desk.reminders.switch(reminder.id, False)
    assert questions.waiting() is None


def test_after_28_days_it_suggests_a_rest(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    let_days_pass(desk, 27, answering=True)
    assert questions.waiting() is None
    let_days_pass(desk, 1, answering=True)
    assert questions.waiting() is Question.REST


def test_after_an_answer_it_is_quiet_for_28_days_also_after_a_restart(
    desk: Desk, questions: ReminderQuestions
) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    let_days_pass(desk, 6)
    questions.answer(Question.FEW_ANSWERS, Choice.AS_IT_IS)
    changes = ReminderChanges(desk.vault, desk.clock, desk.bus, desk.plan_file)
    restarted = ReminderQuestions(desk.vault, desk.clock, desk.ids, changes)
    let_days_pass(desk, 27)
    assert restarted.waiting() is None
    let_days_pass(desk, 2)
    assert restarted.waiting() is Question.FEW_ANSWERS


def test_fewer_halves_what_is_on(desk: Desk, questions: ReminderQuestions) -> None:
    random = desk.reminders.add(at_random(4, "09:00", "21:00"))
    off = desk.reminders.add(at("09:00", "15:00"), is_on=False)
    desk.clock.pass_time(minutes=1)
    questions.answer(Question.FEW_ANSWERS, Choice.FEWER)
    assert [reminder.rule for reminder in reminders(desk)] == [at_random(2, "09:00", "21:00"), off.rule]
    assert [r.prompt.reminder_id for r in desk.ledger() if not r.is_final] == [random.id] * 2


def test_none_switches_all_off_and_can_be_undone(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at("09:00"))
    off = desk.reminders.add(at("12:00"), is_on=False)
    questions.answer(Question.FEW_ANSWERS, Choice.NONE)
    assert [reminder.is_on for reminder in reminders(desk)] == [False, False]
    desk.clock.pass_time(minutes=1)
    questions.take_back()
    assert [reminder.is_on for reminder in reminders(desk)] == [True, off.is_on]
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]


@pytest.mark.parametrize("choice", [Choice.OTHER_TIMES, Choice.AS_IT_IS])
def test_others_leave_the_reminders_as_they_are(desk: Desk, questions: ReminderQuestions, choice: Choice) -> None:
    desk.reminders.add(at("09:00"))
    before = reminders(desk)
    questions.answer(Question.FEW_ANSWERS, choice)
    assert (reminders(desk), desk.rounds.paused_until()) == (before, None)


def test_two_a_day_in_all(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    desk.reminders.add(at("08:30"))
    questions.answer(Question.REST, Choice.TWO_A_DAY)
    random, fixed = (reminder.rule for reminder in reminders(desk))
    assert isinstance(random, RandomInBlocks)
    assert (random.count, fixed) == (1, at("08:30"))


@pytest.mark.parametrize(("choice", "end"), [(Choice.A_WEEK_OFF, "11-29 04:00"), (Choice.BURSTS, "02-07 04:00")])
def test_a_rest_is_a_pause_that_ends_by_itself(
    desk: Desk, questions: ReminderQuestions, choice: Choice, end: str
) -> None:
    desk.reminders.add(at("09:00"))
    questions.answer(Question.REST, choice)
    until = desk.rounds.paused_until()
    assert until is not None
    assert f"{until.local:%m-%d %H:%M}" == end
    questions.take_back()
    assert desk.rounds.paused_until() is None


def test_in_bursts_it_asks_again_when_the_next_one_is_over(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    let_days_pass(desk, 29, answering=True)
    questions.answer(Question.REST, Choice.BURSTS)
    let_days_pass(desk, 77 + 13, answering=True)
    assert questions.waiting() is None
    let_days_pass(desk, 1, answering=True)
    assert questions.waiting() is Question.REST


def test_undone_it_may_be_asked_again_and_a_pause_is_as_it_was(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    let_days_pass(desk, 6)
    desk.rounds.pause_until_tomorrow()
    before = desk.rounds.current_pause()
    assert isinstance(before, Pause)
    questions.answer(Question.FEW_ANSWERS, Choice.AS_IT_IS)
    questions.take_back()
    questions.take_back()
    assert desk.rounds.current_pause() == before
    desk.rounds.end_pause()
    assert questions.waiting() is Question.FEW_ANSWERS


def test_in_a_pause_nothing_is_asked(desk: Desk, questions: ReminderQuestions) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    let_days_pass(desk, 6)
    desk.rounds.pause_until_tomorrow()
    assert questions.waiting() is None


def test_what_was_changed_since_is_not_undone(desk: Desk, questions: ReminderQuestions) -> None:
    first, second = desk.reminders.add(at("09:00")), desk.reminders.add(at("12:00"))
    questions.answer(Question.FEW_ANSWERS, Choice.NONE)
    desk.clock.pass_time(minutes=1)
    desk.reminders.change(first.id, at("10:00"))
    desk.reminders.remove(second.id)
    questions.take_back()
    (left,) = reminders(desk)
    assert (left.rule, left.is_on) == (at("10:00"), False)


def test_while_locked_nothing_is_asked(desk: Desk, questions: ReminderQuestions) -> None:
    desk.vault.lock()
    with pytest.raises(UserError):
        questions.waiting()


def test_in_the_first_fortnight_five_a_day_are_offered(desk: Desk, questions: ReminderQuestions) -> None:
    assert questions.offered_a_day() == 5
    with desk.vault.writing() as store:
        store.check_ins.add(a_check_in(at=a_moment(14 * 24), origin=Origin.SELF))
    assert questions.offered_a_day() == 4
