"""The dated versions of the person's window."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import microseconds, moment_columns, moment_from
from companion.domain.window import STARTING_GUESS, WindowOfTolerance, WindowSource

if TYPE_CHECKING:
    from sqlite3 import Connection

_SELECT = "SELECT id, lower, upper, since_us, since_offset, since_zone, source FROM window_version"
_IN_FORCE = f"{_SELECT} WHERE since_us <= ? ORDER BY since_us DESC, number DESC LIMIT 1"
_INSERT = """
INSERT INTO window_version (id, lower, upper, since_us, since_offset, since_zone, source) VALUES (?, ?, ?, ?, ?, ?, ?)
"""


class SqliteWindowRepository:
    """The first version, the starting guess, is in every store from its beginning."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def versions(self) -> list[WindowOfTolerance]:
        """All versions, oldest first."""
        return [_window(row) for row in self._connection.execute(f"{_SELECT} ORDER BY since_us, number")]

    def in_force(self, at: datetime) -> WindowOfTolerance:
        """The version in force at that instant."""
        row = self._connection.execute(_IN_FORCE, (microseconds(at),)).fetchone()
        return STARTING_GUESS if row is None else _window(row)

    def add(self, window: WindowOfTolerance) -> None:
        """Adds a version; earlier ones stay."""
        since = moment_columns(window.since)
        self._connection.execute(_INSERT, (window.id, window.lower, window.upper, *since, window.source.value))


def _window(row: tuple[Any, ...]) -> WindowOfTolerance:
    return WindowOfTolerance(row[0], row[1], row[2], moment_from(row[3:6]), WindowSource(row[6]))
