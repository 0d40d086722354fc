"""The quiet hours, as one row of JSON."""

import json
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import microseconds
from companion.domain.moment import Moment
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.time_range import DayRange, TimeRange

if TYPE_CHECKING:
    from sqlite3 import Connection

_SET = "INSERT OR REPLACE INTO quiet_hours (number, ranges, updated_us) VALUES (1, ?, ?)"


class SqliteQuietHoursRepository:
    """One row at most."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def current(self) -> QuietHours:
        """The quiet hours; none at first."""
        row = self._connection.execute("SELECT ranges FROM quiet_hours").fetchone()
        return NO_QUIET_HOURS if row is None else quiet_hours_from_json(json.loads(row[0]))

    def set(self, quiet_hours: QuietHours, at: Moment) -> None:
        """Sets them."""
        text = json.dumps(quiet_hours_to_json(quiet_hours))
        self._connection.execute(_SET, (text, microseconds(at.utc)))


def quiet_hours_to_json(quiet_hours: QuietHours) -> list[object]:
    """Ranges as [start, end, weekdays]."""
    return [[each.between.start, each.between.end, sorted(each.weekdays)] for each in quiet_hours.ranges]


def quiet_hours_from_json(content: list[Any]) -> QuietHours:
    """The quiet hours of `quiet_hours_to_json`. Raises ValueError or TypeError for anything else."""
    return QuietHours(tuple(DayRange(TimeRange(start, end), frozenset(days)) for start, end, days in content))
