"""The person's reminders; a rule is kept as JSON."""

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import (
    MICROSECOND,
    microseconds,
    moment_columns,
    moment_from,
    moment_from_json,
    moment_to_json,
)
from companion.domain.moment import Moment
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

if TYPE_CHECKING:
    from sqlite3 import Connection

FIELDS = (
    "id, rule, purpose, is_on, expiry_us, created_us, created_offset, created_zone, "
    "changed_us, changed_offset, changed_zone"
)
_ALL = f"SELECT {FIELDS} FROM reminder WHERE deleted_us IS NULL ORDER BY created_us, number"
_ADD = f"INSERT INTO reminder ({FIELDS}, updated_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CHANGE = """
UPDATE reminder SET rule = ?, purpose = ?, is_on = ?, expiry_us = ?, created_us = ?, created_offset = ?,
created_zone = ?, changed_us = ?, changed_offset = ?, changed_zone = ?, updated_us = ? WHERE id = ?
"""
_REMOVE = "UPDATE reminder SET deleted_us = ?1, updated_us = ?1 WHERE id = ?2 AND deleted_us IS NULL"


class SqliteReminderRepository:
    """Reminders that were removed stay aside, for what the ledger says about them."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> list[Reminder]:
        """Every reminder that was not removed, oldest first."""
        return [reminder_from(row) for row in self._connection.execute(_ALL)]

    def add(self, reminder: Reminder) -> None:
        """Adds a new one."""
        self._connection.execute(_ADD, (reminder.id, *columns_of(reminder)))

    def change(self, reminder: Reminder) -> None:
        """Writes a changed reminder over the one with the same id."""
        self._connection.execute(_CHANGE, (*columns_of(reminder), reminder.id))

    def remove(self, reminder_id: str, at: Moment) -> None:
        """Removes it; its prompts stay in the ledger."""
        self._connection.execute(_REMOVE, (microseconds(at.utc), reminder_id))


def rule_to_json(rule: ReminderRule) -> str:
    """A rule as text."""
    content: dict[str, object] = {"kind": rule.kind.value}
    match rule:
        case FixedTimes():
            content |= {"times": rule.times, "weekdays": sorted(rule.weekdays)}
        case RandomInBlocks():
            content |= {"count": rule.count, "between": _range(rule.between), "gap_s": _seconds(rule.gap)}
            content |= {"weekdays": sorted(rule.weekdays)}
        case AtInterval():
            content |= {"every_s": _seconds(rule.every), "between": _range(rule.between)}
            content |= {"weekdays": sorted(rule.weekdays)}
        case Once():
            content |= {"at": moment_to_json(rule.at)}
    return json.dumps(content)


def rule_from_json(text: str) -> ReminderRule:
    """The rule of `rule_to_json`."""
    content = json.loads(text)
    weekdays = frozenset(content.get("weekdays", ()))
    match ReminderKind(content["kind"]):
        case ReminderKind.FIXED:
            return FixedTimes(tuple(content["times"]), weekdays)
        case ReminderKind.RANDOM:
            gap = timedelta(seconds=content["gap_s"])
            return RandomInBlocks(content["count"], TimeRange(*content["between"]), gap, weekdays)
        case ReminderKind.INTERVAL:
            return AtInterval(timedelta(seconds=content["every_s"]), TimeRange(*content["between"]), weekdays)
        case ReminderKind.ONCE:
            return Once(moment_from_json(content["at"]))


def columns_of(reminder: Reminder) -> tuple[object, ...]:
    """The columns after the id, and updated_us."""
    changed = moment_columns(reminder.changed_at)
    return (
        rule_to_json(reminder.rule),
        reminder.purpose.value,
        int(reminder.is_on),
        reminder.expiry // MICROSECOND,
        *moment_columns(reminder.created_at),
        *changed,
        changed[0],
    )


def reminder_from(row: tuple[Any, ...]) -> Reminder:
    """The reminder of a row of FIELDS."""
    return Reminder(
        id=row[0],
        rule=rule_from_json(row[1]),
        purpose=Purpose(row[2]),
        is_on=bool(row[3]),
        expiry=timedelta(microseconds=row[4]),
        created_at=moment_from(row[5:8]),
        changed_at=moment_from(row[8:11]),
    )


def _seconds(length: timedelta) -> float:
    return length.total_seconds()


def _range(between: TimeRange) -> list[int]:
    return [between.start, between.end]
