"""Rules that cannot be are never built."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    Manner,
    Outside,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    ReminderRule,
    TimeRange,
)
from companion.domain.zone import Zone

MORNING, NOON, EVENING = TimeRange(540, 720), TimeRange(660, 780), TimeRange(1080, 1260)
SHORT_GAP, MONDAY, TUESDAY = timedelta(minutes=20), frozenset({0}), frozenset({1})


def rule_of(build: Callable[[], object]) -> Rule:
    with pytest.raises(DomainError) as raised:
        build()
    return raised.value.rule


@pytest.mark.parametrize("kind", [RandomInBlocks, RandomWithGap])
def test_ranges_of_a_weekday_do_not_overlap(kind: type[RandomInBlocks] | type[RandomWithGap]) -> None:
    overlapping = RandomRange(1, NOON, MONDAY)
    assert rule_of(lambda: kind(2, MORNING, SHORT_GAP, MONDAY, (overlapping,))) is Rule.RANGES_OVERLAP
    assert kind(2, MORNING, SHORT_GAP, TUESDAY, (overlapping,)).on(0) == [(1, overlapping)]


def test_ranges_of_an_interval_do_not_overlap_either() -> None:
    assert rule_of(lambda: AtInterval(timedelta(hours=1), MORNING, MONDAY, (DayRange(NOON),))) is Rule.RANGES_OVERLAP


def test_ranges_come_in_the_order_of_the_day() -> None:
    rule = RandomInBlocks(1, EVENING, SHORT_GAP, MONDAY, (RandomRange(2, MORNING),))
    assert [place for place, _each in rule.on(0)] == [1, 0]
    assert [place for place, _each in rule.on(1)] == [1]


def test_all_ranges_of_a_day_together_ask_at_most_24_times() -> None:
    further = (RandomRange(12, EVENING, MONDAY),)
    gap = timedelta(minutes=5)
    assert rule_of(lambda: RandomInBlocks(13, MORNING, gap, MONDAY, further)) is Rule.TOO_MANY_PROMPTS
    assert RandomInBlocks(13, MORNING, gap, TUESDAY, further).kind is RandomInBlocks(1, MORNING).kind
    intervals = (DayRange(EVENING, MONDAY),)
    assert rule_of(lambda: AtInterval(timedelta(minutes=13), MORNING, MONDAY, intervals)) is Rule.TOO_MANY_PROMPTS


def test_a_gap_has_to_fit_into_each_range() -> None:
    further = (RandomRange(4, MORNING, TUESDAY),)
    assert rule_of(lambda: RandomInBlocks(1, EVENING, further=further)) is Rule.GAP_DOES_NOT_FIT
    assert rule_of(lambda: RandomWithGap(1, EVENING, further=further)) is Rule.GAPS_DO_NOT_FIT


def test_without_blocks_a_gap_may_be_longer_than_a_block() -> None:
    assert RandomWithGap(3, MORNING, timedelta(minutes=89)).count == 3
    assert rule_of(lambda: RandomWithGap(3, MORNING, timedelta(minutes=90))) is Rule.GAPS_DO_NOT_FIT
    assert rule_of(lambda: RandomWithGap(3, MORNING, -SHORT_GAP)) is Rule.GAPS_DO_NOT_FIT


def test_random_moments_with_and_without_blocks_are_two_rules() -> None:
    rules: list[ReminderRule] = [RandomInBlocks(2, MORNING), RandomWithGap(2, MORNING)]
    assert rules[0] != rules[1]


@pytest.mark.parametrize("delay", [timedelta(seconds=59), timedelta(hours=24, seconds=1)])
def test_what_follows_a_check_in_does_so_within_a_day(delay: timedelta) -> None:
    assert rule_of(lambda: AfterCheckIn(Outside.ABOVE, delay)) is Rule.DELAY_OUT_OF_RANGE


def test_outside_is_above_below_and_both_at_once() -> None:
    assert [zone for zone in Zone if Outside.OUTSIDE.includes(zone)] == [Zone.ABOVE, Zone.BELOW, Zone.MIXED]
    assert [zone for zone in Zone if Outside.ABOVE.includes(zone)] == [Zone.ABOVE]
    assert [zone for zone in Zone if Outside.BELOW.includes(zone)] == [Zone.BELOW]
    assert not any(side.includes(None) for side in Outside)


@pytest.mark.parametrize("minutes", [9, 61])
def test_a_reminder_waits_for_ten_to_sixty_minutes(minutes: int) -> None:
    assert rule_of(lambda: Manner(expiry=timedelta(minutes=minutes))) is Rule.EXPIRY_OUT_OF_RANGE


@pytest.mark.parametrize("silence", [timedelta(seconds=59), timedelta(days=7, seconds=1)])
def test_a_silence_lasts_a_minute_to_a_week(silence: timedelta) -> None:
    assert rule_of(lambda: Manner(only_after_silence=silence)) is Rule.SILENCE_OUT_OF_RANGE
