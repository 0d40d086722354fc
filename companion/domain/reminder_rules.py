"""The rules by which a reminder asks: at times, at random, at an interval, once, after a check-in."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.time_range import (
    EVERY_DAY,
    MINUTES_A_DAY,
    DayRange,
    RandomRange,
    TimeRange,
    check_apart,
    check_weekdays,
    ranges_on,
)
from companion.domain.zone import Zone

MOST_PROMPTS_A_DAY = 24
DEFAULT_GAP = timedelta(minutes=60)
DEFAULT_DELAY = timedelta(minutes=30)
LONGEST_DELAY = timedelta(hours=24)
_MINUTE = timedelta(minutes=1)


class ReminderKind(Enum):
    """The kinds of rule; the same words as in the ledger and in a check-in's origin."""

    FIXED = "fixed"
    RANDOM = "random"
    INTERVAL = "interval"
    ONCE = "once"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class FixedTimes:
    """At the same wall-clock times (minutes after midnight) on some weekdays (0 is Monday)."""

    times: tuple[int, ...]
    weekdays: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)
        if not self.times or not all(0 <= minute < MINUTES_A_DAY for minute in self.times):
            raise DomainError(Rule.REMINDER_WITHOUT_TIMES)
        if len(self.times) > MOST_PROMPTS_A_DAY:
            raise DomainError(Rule.TOO_MANY_PROMPTS, most=MOST_PROMPTS_A_DAY)
        object.__setattr__(self, "times", tuple(sorted(set(self.times))))

    kind = ReminderKind.FIXED


@dataclass(frozen=True, slots=True)
class RandomMoments:
    """`count` moments a day in the range and as many as each of the `further` ranges says, all at least `gap` apart.

    Ranges of a weekday do not overlap.
    """

    count: int
    between: TimeRange
    gap: timedelta = DEFAULT_GAP
    weekdays: frozenset[int] = EVERY_DAY
    further: tuple[RandomRange, ...] = ()

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)
        check_apart(self.ranges)
        for each in self.ranges:
            if not 1 <= each.count <= MOST_PROMPTS_A_DAY:
                raise DomainError(Rule.TOO_MANY_PROMPTS, most=MOST_PROMPTS_A_DAY)
            self._check_gap(each)
        for weekday in EVERY_DAY:
            if sum(each.count for _place, each in self.on(weekday)) > MOST_PROMPTS_A_DAY:
                raise DomainError(Rule.TOO_MANY_PROMPTS, most=MOST_PROMPTS_A_DAY)

    kind = ReminderKind.RANDOM

    @property
    def ranges(self) -> tuple[RandomRange, ...]:
        """Every range, the first one first."""
        return (RandomRange(self.count, self.between, self.weekdays), *self.further)

    def on(self, weekday: int) -> list[tuple[int, RandomRange]]:
        """The ranges of a weekday in the order of the day, each with its place in `ranges`."""
        return ranges_on(self.ranges, weekday)

    def _check_gap(self, each: RandomRange) -> None:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class RandomInBlocks(RandomMoments):
    """One moment in each of `count` equal blocks of a range, at least `gap` apart.

    Stratified random sampling with a minimum gap; the gap has to be shorter than a block.
    """

    def _check_gap(self, each: RandomRange) -> None:
        block = timedelta(minutes=each.between.end - each.between.start) / each.count
        if self.gap < timedelta(0) or (each.count > 1 and self.gap >= block):
            raise DomainError(Rule.GAP_DOES_NOT_FIT, block_minutes=int(block.total_seconds() // 60))


@dataclass(frozen=True, slots=True)
class RandomWithGap(RandomMoments):
    """`count` moments anywhere in a range, at least `gap` apart: harder to foresee than those in blocks.

    All of them have to fit with their gaps.
    """

    def _check_gap(self, each: RandomRange) -> None:
        length = timedelta(minutes=each.between.end - each.between.start)
        if self.gap < timedelta(0) or (each.count - 1) * self.gap >= length:
            raise DomainError(
                Rule.GAPS_DO_NOT_FIT, range_minutes=int(length / _MINUTE), gap_minutes=int(self.gap / _MINUTE)
            )


@dataclass(frozen=True, slots=True)
class AtInterval:
    """Every `every` within each range: at the middle of each whole interval that fits.

    Ranges of a weekday do not overlap.
    """

    every: timedelta
    between: TimeRange
    weekdays: frozenset[int] = EVERY_DAY
    further: tuple[DayRange, ...] = ()

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)
        check_apart(self.ranges)
        lengths = [timedelta(minutes=each.between.end - each.between.start) for each in self.ranges]
        if self.every <= timedelta(0) or any(self.every > length for length in lengths):
            raise DomainError(Rule.REMINDER_WITHOUT_TIMES)
        for weekday in EVERY_DAY:
            if sum(lengths[place] // self.every for place, _each in self.on(weekday)) > MOST_PROMPTS_A_DAY:
                raise DomainError(Rule.TOO_MANY_PROMPTS, most=MOST_PROMPTS_A_DAY)

    kind = ReminderKind.INTERVAL

    @property
    def ranges(self) -> tuple[DayRange, ...]:
        """Every range, the first one first."""
        return (DayRange(self.between, self.weekdays), *self.further)

    def on(self, weekday: int) -> list[tuple[int, DayRange]]:
        """The ranges of a weekday in the order of the day, each with its place in `ranges`."""
        return ranges_on(self.ranges, weekday)


@dataclass(frozen=True, slots=True)
class Once:
    """At one moment, and never again."""

    at: Moment

    kind = ReminderKind.ONCE


class Outside(Enum):
    """On which side of the window a check-in has to be for a reminder to follow it."""

    ABOVE = "above"
    BELOW = "below"
    OUTSIDE = "outside"

    def includes(self, zone: Zone | None) -> bool:
        """True for that answer; outside is above, below or both at once."""
        if self is Outside.OUTSIDE:
            return zone is not None and zone.is_outside
        return zone is not None and zone.value == self.value


@dataclass(frozen=True, slots=True)
class AfterCheckIn:
    """`delay` after a check-in on that side of the window, which may be asked for or not.

    One that answers a prompt of this kind is followed by no other: it ends there.
    """

    side: Outside
    delay: timedelta = DEFAULT_DELAY

    def __post_init__(self) -> None:
        if not _MINUTE <= self.delay <= LONGEST_DELAY:
            raise DomainError(Rule.DELAY_OUT_OF_RANGE, hours=24)

    kind = ReminderKind.EVENT


ReminderRule = FixedTimes | RandomInBlocks | RandomWithGap | AtInterval | Once | AfterCheckIn
