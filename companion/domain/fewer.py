"""The same reminder asking about half as often."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from companion.domain.reminder import (
    MINUTES_A_DAY,
    AtInterval,
    FixedTimes,
    RandomInBlocks,
    RandomWithGap,
    ReminderRule,
)
from companion.domain.time_range import RandomRange, TimeRange


def fewer(rule: ReminderRule) -> ReminderRule:
    """Half as many a day, rounded up; where each range has one, only the first range; then every other weekday.

    What asks once, or after a check-in, stays as it is; so does what cannot become less.
    """
    match rule:
        case FixedTimes() if len(rule.times) > 1:
            return replace(rule, times=rule.times[::2])
        case FixedTimes():
            return replace(rule, weekdays=_every_other(rule.weekdays))
        case RandomInBlocks() | RandomWithGap():
            return _fewer_moments(rule)
        case AtInterval():
            return _fewer_intervals(rule)
        case _:
            return rule


def at_most_in_all(rules: Sequence[ReminderRule], most: int) -> list[ReminderRule]:
    """Together at most so many a day: the busiest are made fewer, until each makes one at most."""
    left = list(rules)
    while sum(map(prompts_a_day, left)) > most:
        place = max(range(len(left)), key=lambda each: prompts_a_day(left[each]))
        less = fewer(left[place])
        if prompts_a_day(less) == prompts_a_day(left[place]):
            return left
        left[place] = less
    return left


def prompts_a_day(rule: ReminderRule) -> int:
    """How many prompts it makes at most on a day without a clock change; what cannot be known counts nothing."""
    match rule:
        case FixedTimes():
            return len(rule.times)
        case RandomInBlocks() | RandomWithGap():
            return max(sum(each.count for _place, each in rule.on(day)) for day in range(7))
        case AtInterval():
            return max(sum(_fitting(rule, each.between) for _place, each in rule.on(day)) for day in range(7))
        case _:
            return 0


def _fewer_moments(rule: RandomInBlocks | RandomWithGap) -> ReminderRule:
    if all(each.count == 1 for each in rule.ranges):
        if rule.further:
            return replace(rule, further=())
        return replace(rule, weekdays=_every_other(rule.weekdays))
    further = tuple(RandomRange(_half(each.count), each.between, each.weekdays) for each in rule.further)
    return replace(rule, count=_half(rule.count), further=further)


def _fewer_intervals(rule: AtInterval) -> ReminderRule:
    """Twice the interval where it still fits, else every other weekday."""
    shortest = min(each.between.end - each.between.start for each in rule.ranges)
    doubled = rule.every * 2
    if doubled <= timedelta(minutes=min(shortest, MINUTES_A_DAY)):
        return replace(rule, every=doubled)
    if rule.further:
        return replace(rule, further=())
    return replace(rule, weekdays=_every_other(rule.weekdays))


def _every_other(weekdays: frozenset[int]) -> frozenset[int]:
    return frozenset(sorted(weekdays)[::2])


def _half(count: int) -> int:
    return (count + 1) // 2


def _fitting(rule: AtInterval, between: TimeRange) -> int:
    return timedelta(minutes=between.end - between.start) // rule.every
