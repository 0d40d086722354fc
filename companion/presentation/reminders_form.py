"""What the editor of a reminder holds, the rule it describes, and which part of it stands in the way of one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import Enum, auto

from companion.domain.errors import DomainError, Rule
from companion.domain.moment_text import comes_twice, moment_at_wall_time
from companion.domain.reminder import (
    EVERY_DAY,
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Manner,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomMoments,
    RandomRange,
    RandomWithGap,
    Reminder,
    ReminderKind,
    ReminderRule,
    TimeRange,
)
from companion.presentation.journal_edit import When

_MINUTE = timedelta(minutes=1)
LONGEST_TEXT = 80


class Part(Enum):
    """The parts of the editor, so that what cannot be is said beside the one it is about."""

    TIMES = auto()
    WEEKDAYS = auto()
    RANGES = auto()
    GAP = auto()
    EVERY = auto()
    ONCE = auto()
    DELAY = auto()
    SILENCE = auto()
    EXPIRY = auto()


class FormError(Exception):
    """The form describes no reminder: `rule` says why, and `part` where."""

    def __init__(self, error: DomainError, part: Part | None) -> None:
        super().__init__(error.rule.value)
        self.error = error
        self.part = part


@dataclass(frozen=True, slots=True)
class RangeForm:
    """One stretch of the day, in minutes after midnight; `count` moments in it, where they are random."""

    start: int = 9 * 60
    end: int = 21 * 60
    count: int = 4
    weekdays: frozenset[int] = EVERY_DAY


@dataclass(frozen=True, slots=True)
class ReminderForm:
    """What the editor holds. Times are minutes after midnight, lengths minutes; `silence` 0 asks whatever was noted.

    What belongs to other kinds is kept, so that trying one out loses nothing.
    """

    kind: ReminderKind = ReminderKind.RANDOM
    times: tuple[int, ...] = (10 * 60,)
    weekdays: frozenset[int] = EVERY_DAY
    ranges: tuple[RangeForm, ...] = (RangeForm(),)
    is_spread: bool = True
    gap: int = 60
    every: int = 120
    once: When | None = None
    side: Outside = Outside.OUTSIDE
    delay: int = 30
    purpose: Purpose = Purpose.CHECK_IN
    expiry: int = 30
    silence: int = 0
    text: str = ""

    def rule(self, zone: tzinfo, zone_name: str | None = None) -> ReminderRule:
        """The rule it describes; wall-clock times are those of `zone`. Raises FormError for one that cannot be."""
        match self.kind:
            case ReminderKind.FIXED:
                with _about(None):
                    return FixedTimes(self.times, self.weekdays)
            case ReminderKind.RANDOM:
                return self._random()
            case ReminderKind.INTERVAL:
                return self._interval()
            case ReminderKind.ONCE:
                return self._once(zone, zone_name)
            case ReminderKind.EVENT:
                with _about(Part.DELAY):
                    return AfterCheckIn(self.side, self.delay * _MINUTE)

    def manner(self) -> Manner:
        """How it asks. Raises FormError for a length that cannot be."""
        with _about(None):
            return Manner(self.purpose, self.expiry * _MINUTE, self.silence * _MINUTE if self.silence else None)

    def _random(self) -> ReminderRule:
        with _about(Part.RANGES):
            first, *further = (RandomRange(each.count, _range_of(each), each.weekdays) for each in self.ranges)
        kind = RandomInBlocks if self.is_spread else RandomWithGap
        with _about(None):
            return kind(first.count, first.between, self.gap * _MINUTE, first.weekdays, tuple(further))

    def _interval(self) -> ReminderRule:
        with _about(Part.RANGES):
            first, *further = (DayRange(_range_of(each), each.weekdays) for each in self.ranges)
        with _about(None, no_times=Part.EVERY):
            return AtInterval(self.every * _MINUTE, first.between, first.weekdays, tuple(further))

    def _once(self, zone: tzinfo, zone_name: str | None) -> ReminderRule:
        with _about(Part.ONCE):
            if self.once is None:
                raise DomainError(Rule.TIME_UNREADABLE)
            return Once(moment_at_wall_time(self.once.wall, zone, zone_name, is_second=self.once.is_second))


def form_of(reminder: Reminder, zone: tzinfo, text: str = "") -> ReminderForm:
    """The editor's content for a reminder; `text` is what its notification says, in the person's own words."""
    silence = reminder.only_after_silence
    form = replace(
        _form_of_rule(reminder.rule, zone),
        purpose=reminder.purpose,
        expiry=_minutes(reminder.expiry),
        silence=0 if silence is None else _minutes(silence),
        text=text,
    )
    return replace(form, kind=reminder.kind)


def once_suggested(wall_now: datetime) -> When:
    """The next full hour that is at least half an hour away, by the wall clock."""
    later = wall_now.replace(tzinfo=None, second=0, microsecond=0) + timedelta(minutes=90)
    return When(later.replace(minute=0))


def _form_of_rule(rule: ReminderRule, zone: tzinfo) -> ReminderForm:
    match rule:
        case FixedTimes(times, weekdays):
            return ReminderForm(times=times, weekdays=weekdays)
        case RandomMoments(gap=gap):
            ranges = tuple(
                RangeForm(each.between.start, each.between.end, each.count, each.weekdays) for each in rule.ranges
            )
            return ReminderForm(ranges=ranges, gap=_minutes(gap), is_spread=isinstance(rule, RandomInBlocks))
        case AtInterval(every=every):
            stretches = tuple(
                RangeForm(each.between.start, each.between.end, weekdays=each.weekdays) for each in rule.ranges
            )
            return ReminderForm(ranges=stretches, every=_minutes(every))
        case Once(at):
            wall = at.utc.astimezone(zone).replace(tzinfo=None, fold=0)
            is_second = comes_twice(wall, zone) and wall.replace(tzinfo=zone).utcoffset() != at.offset
            return ReminderForm(once=When(wall, is_second))
        case AfterCheckIn(side, delay):
            return ReminderForm(side=side, delay=_minutes(delay))
    raise AssertionError(rule)


def _range_of(each: RangeForm) -> TimeRange:
    return TimeRange(each.start, each.end)


_PARTS = {
    Rule.REMINDER_WITHOUT_WEEKDAYS: Part.WEEKDAYS,
    Rule.RANGE_UPSIDE_DOWN: Part.RANGES,
    Rule.RANGES_OVERLAP: Part.RANGES,
    Rule.GAP_DOES_NOT_FIT: Part.GAP,
    Rule.GAPS_DO_NOT_FIT: Part.GAP,
    Rule.TOO_MANY_PROMPTS: Part.RANGES,
    Rule.EXPIRY_OUT_OF_RANGE: Part.EXPIRY,
    Rule.SILENCE_OUT_OF_RANGE: Part.SILENCE,
    Rule.DELAY_OUT_OF_RANGE: Part.DELAY,
}


@contextmanager
def _about(part: Part | None, no_times: Part = Part.TIMES) -> Iterator[None]:
    """A rule that is broken in there is about that part; None looks it up by the rule."""
    try:
        yield
    except DomainError as error:
        by_rule = no_times if error.rule is Rule.REMINDER_WITHOUT_TIMES else _PARTS.get(error.rule)
        raise FormError(error, part or by_rule) from None


def _minutes(length: timedelta) -> int:
    return int(length / _MINUTE)
