"""Editing says all the time what would come of it, and keeps what can be."""

from dataclasses import replace
from datetime import datetime

import pytest

from companion.application.errors import Trouble, UserError
from companion.domain.reminder import Manner, ReminderKind, ReminderRule
from companion.presentation.journal_edit import When
from companion.presentation.reminders_editing import Refusal, ReminderEditing
from companion.presentation.reminders_form import Part, RangeForm, ReminderForm
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.reminding import a_reminder, at


class Keeper:
    """Takes everything, unless there is trouble."""

    def __init__(self) -> None:
        self.kept: list[tuple[ReminderRule, Manner, str]] = []
        self.trouble: UserError | None = None

    def __call__(self, rule: ReminderRule, manner: Manner, text: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.kept.append((rule, manner, text))


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def editing(keeper: Keeper) -> ReminderEditing:
    return ReminderEditing(FakeClock(), PlainDateWords(), keeper)


def test_a_new_one_begins_with_what_is_suggested(editing: ReminderEditing) -> None:
    expected = "4 moments between 09:00 and 21:00, at least 60 min apart, every day"
    assert editing.describe(editing.form) == expected
    assert editing.form.once == When(datetime(2026, 11, 22, 15, 0))


def test_a_new_one_that_offers_more_than_usual_says_why(keeper: Keeper, editing: ReminderEditing) -> None:
    more = ReminderEditing(FakeClock(), PlainDateWords(), keeper, a_day=5)
    assert more.form.ranges[0].count == 5
    assert more.advice == (
        "In your first two weeks, 5 moments a day help to get to know the question. Fewer are fine."
    )
    assert editing.advice == ""


def test_what_is_there_is_not_advised_about(keeper: Keeper) -> None:
    editing = ReminderEditing(FakeClock(), PlainDateWords(), keeper, a_reminder(at("07:30")), a_day=5)
    assert editing.advice == ""


def test_one_that_is_there_begins_as_it_is(keeper: Keeper) -> None:
    editing = ReminderEditing(FakeClock(), PlainDateWords(), keeper, a_reminder(at("07:30")), "mine")
    assert (editing.form.kind, editing.form.times, editing.form.text) == (ReminderKind.FIXED, (450,), "mine")


def test_what_is_kept_is_what_was_described(editing: ReminderEditing, keeper: Keeper) -> None:
    form = ReminderForm(kind=ReminderKind.FIXED, times=(540,), text=" two\n lines ")
    assert editing.keep(form) is None
    assert keeper.kept == [(at("09:00"), Manner(), "two lines")]


def test_what_cannot_be_is_said_with_its_part_and_nothing_is_kept(editing: ReminderEditing, keeper: Keeper) -> None:
    form = ReminderForm(ranges=(RangeForm(count=6),), gap=180)
    refusal = editing.keep(form)
    said = "So many moments fit only if they may be less than 120 minutes apart."
    assert refusal == Refusal(said, Part.GAP)
    assert editing.describe(form) == said
    assert keeper.kept == []


def test_an_interval_that_does_not_fit_is_said_in_its_own_words(editing: ReminderEditing) -> None:
    refusal = editing.keep(ReminderForm(kind=ReminderKind.INTERVAL, every=1000))
    assert refusal == Refusal("The interval has to fit into each stretch of the day at least once.", Part.EVERY)


@pytest.mark.parametrize(("hour", "is_kept"), [(14, False), (15, True)])
def test_a_moment_that_has_passed_is_not_kept(
    editing: ReminderEditing, keeper: Keeper, hour: int, is_kept: bool
) -> None:
    once = When(datetime(2026, 11, 22, hour, 5))
    refusal = editing.keep(replace(editing.form, kind=ReminderKind.ONCE, once=once))
    assert (refusal is None) is is_kept
    assert bool(keeper.kept) is is_kept
    if refusal is not None:
        assert refusal.part is Part.ONCE


def test_trouble_with_the_world_is_one_calm_line(editing: ReminderEditing, keeper: Keeper) -> None:
    keeper.trouble = UserError(Trouble.DISK_FULL)
    refusal = editing.keep(editing.form)
    assert refusal is not None
    assert "disk is full" in refusal.sentence
    assert refusal.part is None


def test_a_time_that_comes_twice_is_asked_about(editing: ReminderEditing) -> None:
    twice = editing.twice(datetime(2027, 10, 31, 2, 30))
    assert twice is not None
    assert "02:30" in twice.question
    assert editing.twice(datetime(2027, 10, 31, 4, 30)) is None
