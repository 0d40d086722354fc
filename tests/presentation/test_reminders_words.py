"""Each reminder in one plain sentence, such as a tired person understands."""

from datetime import timedelta

import pytest

from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    Manner,
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
from companion.presentation.reminders_words import (
    kind_name,
    length_text,
    manner_sentence,
    name_of,
    rule_sentence,
    side_name,
)
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords
from tests.support.reminding import at, at_random

WORDS = PlainDateWords()
WORKING_WEEK = frozenset(range(5))
WEEKEND = frozenset({5, 6})
MORNING, EVENING = TimeRange(540, 720), TimeRange(1080, 1260)
HOUR = timedelta(hours=1)


class SundayFirst(PlainDateWords):
    def first_weekday(self) -> int:
        return 6


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (at("21:15", "08:30"), "08:30, 21:15, every day"),
        (at("09:00", weekdays=WORKING_WEEK), "09:00, Mon to Fri"),
        (at("09:00", weekdays=frozenset({0, 2, 6})), "09:00, Mon Wed Sun"),
        (at_random(4, "09:00", "21:00"), "4 moments between 09:00 and 21:00, at least 60 min apart, every day"),
        (at_random(1, "09:00", "21:00"), "1 moment between 09:00 and 21:00, every day"),
        (at_random(2, "09:00", "24:00", 0), "2 moments between 09:00 and midnight, every day"),
        (
            RandomInBlocks(1, MORNING, HOUR, further=(RandomRange(1, EVENING),)),
            "1 moment between 09:00 and 12:00, 1 moment between 18:00 and 21:00, at least 60 min apart, every day",
        ),
        (
            RandomInBlocks(2, MORNING, HOUR, WORKING_WEEK, (RandomRange(1, EVENING, WEEKEND),)),
            "2 moments between 09:00 and 12:00, Mon to Fri; 1 moment between 18:00 and 21:00, Sat Sun; "
            "at least 60 min apart",
        ),
        (
            RandomWithGap(3, TimeRange(540, 1260), HOUR),
            "3 moments between 09:00 and 21:00, at least 60 min apart, wherever they fall, every day",
        ),
        (
            AtInterval(timedelta(minutes=90), TimeRange(540, 1260), WORKING_WEEK),
            "Every 90 min between 09:00 and 21:00, Mon to Fri",
        ),
        (
            AtInterval(HOUR, MORNING, WORKING_WEEK, (DayRange(EVENING, WEEKEND),)),
            "Every 60 min between 09:00 and 12:00, Mon to Fri; between 18:00 and 21:00, Sat Sun",
        ),
        (Once(a_moment()), "2026-11-22, 14:06"),
        (AfterCheckIn(Outside.OUTSIDE), "30 min after a check-in outside my window"),
        (AfterCheckIn(Outside.ABOVE, 2 * HOUR), "2 hours after a check-in above my window"),
        (AfterCheckIn(Outside.BELOW, HOUR), "1 hour after a check-in below my window"),
    ],
)
def test_a_rule_in_plain_words(rule: ReminderRule, sentence: str) -> None:
    assert rule_sentence(rule, WORDS) == sentence


def test_weekdays_stand_in_the_order_of_the_week_here() -> None:
    assert rule_sentence(at("09:00", weekdays=frozenset({0, 6})), SundayFirst()) == "09:00, Sun Mon"


def test_one_moment_on_each_day_is_not_said_to_be_apart_from_anything() -> None:
    rule = RandomInBlocks(1, MORNING, HOUR, WORKING_WEEK, (RandomRange(1, EVENING, WEEKEND),))
    assert "apart" not in rule_sentence(rule, WORDS)


@pytest.mark.parametrize(
    ("manner", "sentence"),
    [
        (Manner(), "09:00, every day"),
        (Manner(Purpose.REFLECTION), "09:00, every day, to reflect on something"),
        (Manner(Purpose.TRIANGLE), "09:00, every day, for mind, body and relationships"),
        (Manner(only_after_silence=2 * HOUR), "09:00, every day, only if nothing was noted for 2 hours"),
    ],
)
def test_what_is_special_in_how_it_asks_is_said_too(manner: Manner, sentence: str) -> None:
    assert manner_sentence(at("09:00"), manner, WORDS) == sentence


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (60, "1 hour"),
        (90, "90 min"),
        (120, "2 hours"),
        (1440, "1 day"),
        (2880, "2 days"),
    ],
)
def test_a_length_is_said_in_the_largest_unit_that_fits(minutes: int, text: str) -> None:
    assert length_text(timedelta(minutes=minutes)) == text


def test_every_kind_and_side_has_a_name_of_its_own() -> None:
    assert len({kind_name(kind) for kind in ReminderKind}) == len(ReminderKind)
    assert len({side_name(side) for side in Outside}) == len(Outside)
    assert name_of(at("09:00")) == kind_name(ReminderKind.FIXED)
