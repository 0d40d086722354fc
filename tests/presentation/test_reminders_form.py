"""What is filled in describes a reminder, or says which part of it stands in the way."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.domain.errors import Rule
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    ReminderKind,
    ReminderRule,
    TimeRange,
)
from companion.presentation.journal_edit import When
from companion.presentation.reminders_form import (
    FormError,
    Part,
    RangeForm,
    ReminderForm,
    form_of,
    once_suggested,
)
from tests.support.builders import a_moment
from tests.support.clock import FakeClock
from tests.support.reminding import a_reminder, at, at_random

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
FIXED, RANDOM, INTERVAL = ReminderKind.FIXED, ReminderKind.RANDOM, ReminderKind.INTERVAL
NO_DAYS = frozenset[int]()


def second_of_two() -> Once:
    """At 02:30 for the second time, in the night in which clocks go back."""
    clock = FakeClock("2027-10-31T01:00:00")
    clock.pass_time(hours=2.5)
    assert clock.now().offset == HOUR
    return Once(clock.now())


@pytest.mark.parametrize(
    "rule",
    [
        at("08:30", "13:00", weekdays=frozenset(range(5))),
        at_random(12, "07:00", "24:00", 45, frozenset({0, 6})),
        RandomInBlocks(2, TimeRange(540, 720), HOUR, frozenset({0}), (RandomRange(1, TimeRange(0, 60)),)),
        RandomWithGap(3, TimeRange(540, 1260), 2 * HOUR),
        AtInterval(2 * HOUR, TimeRange(540, 1260), frozenset({5}), (DayRange(TimeRange(0, 300), frozenset({6})),)),
        Once(a_moment(-5)),
        second_of_two(),
        AfterCheckIn(Outside.ABOVE, 2 * HOUR),
    ],
)
def test_the_editor_gives_back_the_rule_it_was_given(rule: ReminderRule) -> None:
    form = form_of(a_reminder(rule), BERLIN)
    given_back = form.rule(BERLIN, "Europe/Berlin")
    if isinstance(rule, Once):
        assert isinstance(given_back, Once)
        assert given_back.at == rule.at
    else:
        assert given_back == rule


def test_the_editor_gives_back_how_it_asks() -> None:
    manner = replace(ReminderForm(), purpose=Purpose.REFLECTION, expiry=45, silence=90).manner()
    reminder = replace(
        a_reminder(), purpose=manner.purpose, expiry=manner.expiry, only_after_silence=manner.only_after_silence
    )
    assert form_of(reminder, BERLIN).manner() == manner
    assert form_of(a_reminder(), BERLIN, "mine").text == "mine"


def test_what_belongs_to_another_kind_is_kept_while_one_is_tried_out() -> None:
    form = ReminderForm(kind=FIXED, times=(600,), ranges=(RangeForm(count=2),))
    assert replace(form, kind=RANDOM).rule(BERLIN) == at_random(2, "09:00", "21:00")
    assert form.rule(BERLIN) == at("10:00")


UPSIDE_DOWN = (RangeForm(900, 600),)
OVERLAPPING = (RangeForm(540, 720, 1), RangeForm(700, 800, 1))


@pytest.mark.parametrize(
    ("form", "rule", "part"),
    [
        (ReminderForm(kind=FIXED, times=()), Rule.REMINDER_WITHOUT_TIMES, Part.TIMES),
        (ReminderForm(kind=FIXED, weekdays=NO_DAYS), Rule.REMINDER_WITHOUT_WEEKDAYS, Part.WEEKDAYS),
        (ReminderForm(ranges=UPSIDE_DOWN), Rule.RANGE_UPSIDE_DOWN, Part.RANGES),
        (ReminderForm(ranges=OVERLAPPING, gap=10), Rule.RANGES_OVERLAP, Part.RANGES),
        (ReminderForm(ranges=(RangeForm(weekdays=NO_DAYS),)), Rule.REMINDER_WITHOUT_WEEKDAYS, Part.RANGES),
        (ReminderForm(ranges=(RangeForm(count=6),), gap=180), Rule.GAP_DOES_NOT_FIT, Part.GAP),
        (ReminderForm(ranges=(RangeForm(count=6),), gap=180, is_spread=False), Rule.GAPS_DO_NOT_FIT, Part.GAP),
        (ReminderForm(kind=INTERVAL, ranges=UPSIDE_DOWN), Rule.RANGE_UPSIDE_DOWN, Part.RANGES),
        (ReminderForm(kind=INTERVAL, every=1000), Rule.REMINDER_WITHOUT_TIMES, Part.EVERY),
        (ReminderForm(kind=INTERVAL, every=1), Rule.TOO_MANY_PROMPTS, Part.RANGES),
        (ReminderForm(kind=ReminderKind.EVENT, delay=0), Rule.DELAY_OUT_OF_RANGE, Part.DELAY),
        (ReminderForm(kind=ReminderKind.ONCE), Rule.TIME_UNREADABLE, Part.ONCE),
        (
            ReminderForm(kind=ReminderKind.ONCE, once=When(datetime(2027, 3, 28, 2, 30))),
            Rule.TIME_SKIPPED,
            Part.ONCE,
        ),
    ],
)
def test_what_cannot_be_says_where(form: ReminderForm, rule: Rule, part: Part) -> None:
    with pytest.raises(FormError) as refused:
        form.rule(BERLIN)
    assert (refused.value.error.rule, refused.value.part) == (rule, part)


@pytest.mark.parametrize(
    ("form", "part"), [(ReminderForm(expiry=61), Part.EXPIRY), (ReminderForm(silence=20_000), Part.SILENCE)]
)
def test_lengths_that_cannot_be_say_where(form: ReminderForm, part: Part) -> None:
    with pytest.raises(FormError) as refused:
        form.manner()
    assert refused.value.part is part


@pytest.mark.parametrize(("now", "suggested"), [("14:06", "15:00"), ("14:29", "15:00"), ("14:31", "16:00")])
def test_a_full_hour_is_suggested_that_is_not_too_near(now: str, suggested: str) -> None:
    wall = FakeClock(f"2026-11-22T{now}:00").now().local
    assert f"{once_suggested(wall).wall:%H:%M}" == suggested
    assert once_suggested(wall).wall.tzinfo is None
