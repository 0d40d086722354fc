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
    AtInterval,
    FixedTimes,
    Once,
    Purpose,
    RandomInBlocks,
    Reminder,
    ReminderKind,
    ReminderRule,
    TimeRange,
)

T = TypeVar("T")
Between = Annotated[str, msgspec.Meta(pattern="^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$")]


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
    expiry_minutes: Number
    created_at: Name
    created_timezone: ZoneName | None = None
    changed_at: Name
    changed_timezone: ZoneName | None = None
    updated_at: Name | None = None
    deleted_at: Name | None = None

    def part(self) -> Kept[Reminder]:
        """What the store keeps. Raises DomainError and ValueError."""
        changed_at = moment(self.changed_at, self.changed_timezone)
        reminder = Reminder(
            id=self.id,
            rule=self._rule(),
            is_on=self.on,
            created_at=moment(self.created_at, self.created_timezone),
            changed_at=changed_at,
            purpose=self.purpose,
            expiry=timedelta(minutes=self.expiry_minutes),
        )
        updated_at = changed_at.utc if self.updated_at is None else utc(self.updated_at)
        return Kept(reminder, updated_at, None if self.deleted_at is None else utc(self.deleted_at))

    def _rule(self) -> ReminderRule:
        match self.kind:
            case ReminderKind.ONCE:
                return Once(moment(_there(self.at), self.timezone))
            case ReminderKind.FIXED:
                return FixedTimes(tuple(map(_minute, _there(self.times))), self._weekdays())
            case ReminderKind.RANDOM:
                gap = timedelta(minutes=_there(self.gap_minutes))
                return RandomInBlocks(_there(self.count), _range(_there(self.between)), gap, self._weekdays())
            case ReminderKind.INTERVAL:
                every = timedelta(minutes=_there(self.every_minutes))
                return AtInterval(every, _range(_there(self.between)), self._weekdays())

    def _weekdays(self) -> frozenset[int]:
        return frozenset(WEEKDAYS.index(day) for day in _there(self.weekdays))


def reminder_shape_of(kept: Kept[Reminder]) -> ReminderShape:
    """The shape of a reminder."""
    reminder = kept.value
    shape = ReminderShape(
        id=reminder.id,
        kind=reminder.kind,
        on=reminder.is_on,
        purpose=reminder.purpose,
        expiry_minutes=minutes_in(reminder.expiry),
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
        case FixedTimes():
            shape.times = list(map(clock_time, rule.times))
        case RandomInBlocks():
            shape.count, shape.between, shape.gap_minutes = rule.count, range_text(rule.between), minutes_in(rule.gap)
        case AtInterval():
            shape.every_minutes, shape.between = minutes_in(rule.every), range_text(rule.between)
    shape.weekdays = [WEEKDAYS[day] for day in sorted(rule.weekdays)]


def _there(value: T | None) -> T:
    if value is None:
        raise ValueError("a field of this kind of reminder is missing")
    return value


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _range(text: str) -> TimeRange:
    start, end = text.split("-")
    return TimeRange(_minute(start), _minute(end))
