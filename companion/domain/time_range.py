"""Parts of a calendar day by the wall clock, and the weekdays they are for."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from companion.domain.errors import DomainError, Rule

EVERY_DAY = frozenset(range(7))
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """Part of one calendar day, in minutes after midnight by the wall clock: 0 <= start < end <= 1440."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_A_DAY:
            raise DomainError(Rule.RANGE_UPSIDE_DOWN)


@dataclass(frozen=True, slots=True)
class DayRange:
    """A range on some weekdays (0 is Monday)."""

    between: TimeRange
    weekdays: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)


@dataclass(frozen=True, slots=True)
class RandomRange:
    """A range on some weekdays, with how many random moments it has."""

    count: int
    between: TimeRange
    weekdays: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)


R = TypeVar("R", DayRange, RandomRange)


def check_weekdays(weekdays: frozenset[int]) -> None:
    """Raises DomainError unless there is a weekday, and no other than 0 to 6."""
    if not weekdays:
        raise DomainError(Rule.REMINDER_WITHOUT_WEEKDAYS)
    if not weekdays <= EVERY_DAY:
        raise DomainError(Rule.UNKNOWN_WEEKDAY)


def ranges_on(ranges: Iterable[R], weekday: int) -> list[tuple[int, R]]:
    """The ranges of a weekday in the order of the day, each with its place among all of them."""
    chosen = [(place, each) for place, each in enumerate(ranges) if weekday in each.weekdays]
    return sorted(chosen, key=lambda placed: placed[1].between)


def check_apart(ranges: Iterable[R]) -> None:
    """Raises DomainError(RANGES_OVERLAP) if two of a weekday overlap."""
    every = tuple(ranges)
    for weekday in EVERY_DAY:
        of_day = [each.between for _place, each in ranges_on(every, weekday)]
        if any(later.start < earlier.end for earlier, later in pairwise(of_day)):
            raise DomainError(Rule.RANGES_OVERLAP)
