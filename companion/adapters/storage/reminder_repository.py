"""The person's reminders; a rule is kept as JSON."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import MICROSECOND, microseconds, moment_columns, moment_from
from companion.adapters.storage.rule_json import rule_from_json, rule_to_json
from companion.domain.moment import Moment
from companion.domain.reminder import Purpose, Reminder

if TYPE_CHECKING:
    from sqlite3 import Connection

FIELDS = (
    "id, rule, purpose, is_on, expiry_us, silence_us, created_us, created_offset, created_zone, "
    "changed_us, changed_offset, changed_zone"
)
_ALL = f"SELECT {FIELDS} FROM reminder WHERE deleted_us IS NULL ORDER BY created_us, number"
_ADD = f"INSERT INTO reminder ({FIELDS}, updated_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CHANGE = """
UPDATE reminder SET rule = ?, purpose = ?, is_on = ?, expiry_us = ?, silence_us = ?, created_us = ?,
created_offset = ?, created_zone = ?, changed_us = ?, changed_offset = ?, changed_zone = ?, updated_us = ?
WHERE id = ?
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


def columns_of(reminder: Reminder) -> tuple[object, ...]:
    """The columns after the id, and updated_us."""
    changed, silence = moment_columns(reminder.changed_at), reminder.only_after_silence
    return (
        rule_to_json(reminder.rule),
        reminder.purpose.value,
        int(reminder.is_on),
        reminder.expiry // MICROSECOND,
        None if silence is None else silence // MICROSECOND,
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
        only_after_silence=None if row[5] is None else timedelta(microseconds=row[5]),
        created_at=moment_from(row[6:9]),
        changed_at=moment_from(row[9:12]),
    )
