"""Reminders in an export."""

from datetime import timedelta
from typing import Annotated, TypeVar

import msgspec

from companion.adapters.transfer.json_fields import (
    Clock,
    Count,
    Id,
    Name,
    Number,
    Shape,
    ZoneName,
    minutes_in,
    moment,
    utc,
    utc_text,
)
from companion.adapters.transfer.json_shapes import WEEKDAYS, clock_time, range_text
from companion.application.parts import Kept
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    Reminder,
    ReminderKind,
    ReminderRule,
    TimeRange,
)

T = TypeVar("T")
Between = Annotated[str, msgspec.Meta(pattern="^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$")]


class RangeShape(Shape, kw_only=True):
    """One of several ranges; `count` for random moments."""

    count: Count | None = None
    between: Between
    weekdays: list[Name]

    def random(self) -> RandomRange:
        """A range with random moments. Raises DomainError and ValueError."""
        return RandomRange(_there(self.count), range_from(self.between), weekdays_from(self.weekdays))

    def day(self) -> DayRange:
        """A range without. Raises DomainError and ValueError."""
        return DayRange(range_from(self.between), weekdays_from(self.weekdays))


class ReminderShape(Shape, kw_only=True):
    """A reminder with its rule; times are the wall clock's."""

    id: Id
    kind: ReminderKind
    on: bool
    purpose: Purpose
    at: Name | None = None
    timezone: ZoneName | None = None
    times: list[Clock] | None = None
    count: Count | None = None
    every_minutes: Number | None = None
    between: Between | None = None
    gap_minutes: Number | None = None
    weekdays: list[Name] | None = None
    further: list[RangeShape] | None = None
    in_blocks: bool = True
    after: Outside | None = None
    delay_minutes: Number | None = None
    expiry_minutes: Number
    only_after_silence_minutes: Number | None = None
    created_at: Name
    created_timezone: ZoneName | None = None
    changed_at: Name
    changed_timezone: ZoneName | None = None
    updated_at: Name | None = None
    deleted_at: Name | None = None

    def part(self) -> Kept[Reminder]:
        """What the store keeps. Raises DomainError and ValueError."""
        changed_at = moment(self.changed_at, self.changed_timezone)
        silence = self.only_after_silence_minutes
        reminder = Reminder(
            id=self.id,
            rule=self._rule(),
            is_on=self.on,
            created_at=moment(self.created_at, self.created_timezone),
            changed_at=changed_at,
            purpose=self.purpose,
            expiry=timedelta(minutes=self.expiry_minutes),
            only_after_silence=None if silence is None else timedelta(minutes=silence),
        )
        updated_at = changed_at.utc if self.updated_at is None else utc(self.updated_at)
        return Kept(reminder, updated_at, None if self.deleted_at is None else utc(self.deleted_at))

    def _rule(self) -> ReminderRule:
        match self.kind:
            case ReminderKind.ONCE:
                return Once(moment(_there(self.at), self.timezone))
            case ReminderKind.FIXED:
                return FixedTimes(tuple(map(_minute, _there(self.times))), weekdays_from(_there(self.weekdays)))
            case ReminderKind.RANDOM:
                return self._random()
            case ReminderKind.INTERVAL:
                every = timedelta(minutes=_there(self.every_minutes))
                further = tuple(each.day() for each in self.further or ())
                return AtInterval(
                    every, range_from(_there(self.between)), weekdays_from(_there(self.weekdays)), further
                )
            case ReminderKind.EVENT:
                return AfterCheckIn(_there(self.after), timedelta(minutes=_there(self.delay_minutes)))

    def _random(self) -> ReminderRule:
        kind = RandomInBlocks if self.in_blocks else RandomWithGap
        gap, weekdays = timedelta(minutes=_there(self.gap_minutes)), weekdays_from(_there(self.weekdays))
        further = tuple(each.random() for each in self.further or ())
        return kind(_there(self.count), range_from(_there(self.between)), gap, weekdays, further)


def reminder_shape_of(kept: Kept[Reminder]) -> ReminderShape:
    """The shape of a reminder."""
    reminder = kept.value
    silence = reminder.only_after_silence
    shape = ReminderShape(
        id=reminder.id,
        kind=reminder.kind,
        on=reminder.is_on,
        purpose=reminder.purpose,
        expiry_minutes=minutes_in(reminder.expiry),
        only_after_silence_minutes=None if silence is None else minutes_in(silence),
        created_at=reminder.created_at.iso(),
        created_timezone=reminder.created_at.zone_name,
        changed_at=reminder.changed_at.iso(),
        changed_timezone=reminder.changed_at.zone_name,
        updated_at=None if kept.updated_at == reminder.changed_at.utc else utc_text(kept.updated_at),
        deleted_at=None if kept.deleted_at is None else utc_text(kept.deleted_at),
    )
    _say_rule(shape, reminder.rule)
    return shape


def _say_rule(shape: ReminderShape, rule: ReminderRule) -> None:
    match rule:
        case Once():
            shape.at, shape.timezone = rule.at.iso(), rule.at.zone_name
            return
        case AfterCheckIn():
            shape.after, shape.delay_minutes = rule.side, minutes_in(rule.delay)
            return
        case FixedTimes():
            shape.times = list(map(clock_time, rule.times))
        case RandomInBlocks() | RandomWithGap():
            shape.count, shape.between, shape.gap_minutes = rule.count, range_text(rule.between), minutes_in(rule.gap)
            shape.in_blocks = isinstance(rule, RandomInBlocks)
            shape.further = [_range_shape(each, each.count) for each in rule.further] or None
        case AtInterval():
            shape.every_minutes, shape.between = minutes_in(rule.every), range_text(rule.between)
            shape.further = [_range_shape(each) for each in rule.further] or None
    shape.weekdays = names_of(rule.weekdays)


def _range_shape(each: DayRange | RandomRange, count: int | None = None) -> RangeShape:
    return RangeShape(count=count, between=range_text(each.between), weekdays=names_of(each.weekdays))


def names_of(weekdays: frozenset[int]) -> list[str]:
    """Weekdays as "mon", "tue"…, in their order."""
    return [WEEKDAYS[day] for day in sorted(weekdays)]


def weekdays_from(names: list[str]) -> frozenset[int]:
    """The weekdays of `names_of`. Raises ValueError."""
    return frozenset(WEEKDAYS.index(name) for name in names)


def _there(value: T | None) -> T:
    if value is None:
        raise ValueError("a field of this kind of reminder is missing")
    return value


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def range_from(text: str) -> TimeRange:
    """A range such as "10:00-20:00". Raises DomainError."""
    start, end = text.split("-")
    return TimeRange(_minute(start), _minute(end))
