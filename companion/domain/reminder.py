"""A reminder: when the person wants to be asked, as one of a few plain rules."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment

EVERY_DAY = frozenset(range(7))
MINUTES_A_DAY = 24 * 60
MOST_PROMPTS_A_DAY = 24
DEFAULT_GAP = timedelta(minutes=60)
DEFAULT_EXPIRY = timedelta(minutes=30)


class ReminderKind(Enum):
    """The kinds of rule; the same words as in the ledger and in a check-in's origin."""

    FIXED = "fixed"
    RANDOM = "random"
    INTERVAL = "interval"
    ONCE = "once"


class Purpose(Enum):
    """What a prompt asks for."""

    CHECK_IN = "check_in"


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """Part of one calendar day, in minutes after midnight by the wall clock: 0 <= start < end <= 1440."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_A_DAY:
            raise DomainError(Rule.RANGE_UPSIDE_DOWN)


@dataclass(frozen=True, slots=True)
class FixedTimes:
    """At the same wall-clock times (minutes after midnight) on some weekdays (0 is Monday)."""

    times: tuple[int, ...]
    weekdays: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        _check_weekdays(self.weekdays)
        if not self.times or not all(0 <= minute < MINUTES_A_DAY for minute in self.times):
            raise DomainError(Rule.REMINDER_WITHOUT_TIMES)
        if len(self.times) > MOST_PROMPTS_A_DAY:
            raise DomainError(Rule.TOO_MANY_PROMPTS, most=MOST_PROMPTS_A_DAY)
        object.__setattr__(self, "times", tuple(sorted(set(self.times))))

    kind = ReminderKind.FIXED


@dataclass(frozen=True, slots=True)
class RandomInBlocks:
    """`count` moments a day, one in each of `count` equal blocks of the range, at least `gap` apart.

    Stratified random sampling with a minimum gap; the gap has to be shorter than a block.
    """

    count: int
    between: TimeRange
    gap: timedelta = DEFAULT_GAP
    weekdays: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        _check_weekdays(self.weekdays)
        if not 1 <= self.count <= MOST_PROMPTS_A_DAY:
            raise DomainError(Rule.TOO_MANY_PROMPTS, most=MOST_PROMPTS_A_DAY)
        block = timedelta(minutes=self.between.end - self.between.start) / self.count
        if self.gap < timedelta(0) or (self.count > 1 and self.gap >= block):
            raise DomainError(Rule.GAP_DOES_NOT_FIT, block_minutes=int(block.total_seconds() // 60))

    kind = ReminderKind.RANDOM


@dataclass(frozen=True, slots=True)
class AtInterval:
    """Every `every` within the range: at the middle of each whole interval that fits."""

    every: timedelta
    between: TimeRange
    weekdays: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        _check_weekdays(self.weekdays)
        length = timedelta(minutes=self.between.end - self.between.start)
        if self.every <= timedelta(0) or self.every > length:
            raise DomainError(Rule.REMINDER_WITHOUT_TIMES)
        if length // self.every > MOST_PROMPTS_A_DAY:
            raise DomainError(Rule.TOO_MANY_PROMPTS, most=MOST_PROMPTS_A_DAY)

    kind = ReminderKind.INTERVAL


@dataclass(frozen=True, slots=True)
class Once:
    """At one moment, and never again."""

    at: Moment

    kind = ReminderKind.ONCE


ReminderRule = FixedTimes | RandomInBlocks | AtInterval | Once


@dataclass(frozen=True, slots=True)
class Reminder:
    """A rule with its switch. `changed_at` is when either last changed: nothing is planned before it."""

    id: str
    rule: ReminderRule
    is_on: bool
    created_at: Moment
    changed_at: Moment
    purpose: Purpose = Purpose.CHECK_IN
    expiry: timedelta = DEFAULT_EXPIRY

    @property
    def kind(self) -> ReminderKind:
        """The kind of its rule."""
        return self.rule.kind


def _check_weekdays(weekdays: frozenset[int]) -> None:
    if not weekdays:
        raise DomainError(Rule.REMINDER_WITHOUT_WEEKDAYS)
    if not weekdays <= EVERY_DAY:
        raise DomainError(Rule.UNKNOWN_WEEKDAY)
