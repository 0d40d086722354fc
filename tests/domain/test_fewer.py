"""About half as often."""

from datetime import timedelta

import pytest

from companion.domain.fewer import at_most_in_all, fewer, prompts_a_day
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    FixedTimes,
    Once,
    Outside,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    ReminderRule,
    TimeRange,
)
from tests.support.builders import a_moment
from tests.support.reminding import at, at_random

DAY, EVENING = TimeRange(540, 1080), TimeRange(1140, 1260)
ALTERNATE = frozenset({0, 2, 4, 6})
HOUR = timedelta(hours=1)
TWO_RANGES = (RandomRange(3, EVENING),)


@pytest.mark.parametrize(
    ("rule", "less"),
    [
        (at("09:00", "12:00", "15:00"), at("09:00", "15:00")),
        (at("09:00"), at("09:00", weekdays=ALTERNATE)),
        (at("09:00", weekdays=frozenset({3})), at("09:00", weekdays=frozenset({3}))),
        (at_random(5, "09:00", "21:00"), at_random(3, "09:00", "21:00")),
        (at_random(1, "09:00", "21:00"), at_random(1, "09:00", "21:00", weekdays=ALTERNATE)),
        (
            RandomInBlocks(4, DAY, timedelta(minutes=30), further=TWO_RANGES),
            RandomInBlocks(2, DAY, timedelta(minutes=30), further=(RandomRange(2, EVENING),)),
        ),
        (RandomWithGap(1, DAY, HOUR, further=(RandomRange(1, EVENING),)), RandomWithGap(1, DAY, HOUR)),
        (AtInterval(HOUR, DAY), AtInterval(2 * HOUR, DAY)),
        (AtInterval(5 * HOUR, DAY), AtInterval(5 * HOUR, DAY, ALTERNATE)),
        (AfterCheckIn(Outside.ABOVE), AfterCheckIn(Outside.ABOVE)),
        (Once(a_moment()), Once(a_moment())),
    ],
)
def test_each_rule_asks_about_half_as_often(rule: ReminderRule, less: ReminderRule) -> None:
    assert fewer(rule) == less


def test_how_many_a_day_there_are() -> None:
    rules: list[ReminderRule] = [
        at("09:00", "12:00"),
        RandomInBlocks(4, DAY, timedelta(minutes=30), further=TWO_RANGES),
    ]
    assert [prompts_a_day(rule) for rule in (*rules, AtInterval(HOUR, DAY), Once(a_moment()))] == [2, 7, 9, 0]


def test_two_a_day_in_all_takes_from_the_busiest() -> None:
    left = at_most_in_all([at_random(6, "09:00", "21:00"), at("20:00")], 2)
    assert left == [at_random(1, "09:00", "21:00"), at("20:00")]


def test_what_is_few_enough_stays() -> None:
    rules: list[ReminderRule] = [FixedTimes((600,)), AfterCheckIn(Outside.BELOW)]
    assert at_most_in_all(rules, 2) == rules


def test_it_ends_where_nothing_can_become_less() -> None:
    rules: list[ReminderRule] = [at("09:00"), at("12:00"), at("15:00")]
    assert at_most_in_all(rules, 2) == rules
