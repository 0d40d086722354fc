"""The dated versions of the person's window."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import microseconds, moment_columns, moment_from
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource

if TYPE_CHECKING:
    from sqlite3 import Connection

COLUMNS = (
    "id, lower, upper, since_us, since_offset, since_zone, source, "
    "lower_low, lower_high, upper_low, upper_high, labels"
)
_SELECT = f"SELECT {COLUMNS} FROM window_version"
_IN_FORCE = f"{_SELECT} WHERE since_us <= ? ORDER BY since_us DESC, number DESC LIMIT 1"
_INSERT = f"INSERT INTO window_version ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NOT_LEARNED = (None, None)


class SqliteWindowRepository:
    """The first version, the starting guess, is in every store from its beginning."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def versions(self) -> list[WindowOfTolerance]:
        """All versions, oldest first."""
        return [window_from(row) for row in self._connection.execute(f"{_SELECT} ORDER BY since_us, number")]

    def in_force(self, at: datetime) -> WindowOfTolerance:
        """The version in force at that instant."""
        row = self._connection.execute(_IN_FORCE, (microseconds(at),)).fetchone()
        return STARTING_GUESS if row is None else window_from(row)

    def add(self, window: WindowOfTolerance) -> None:
        """Adds a version; earlier ones stay."""
        self._connection.execute(_INSERT, columns_of(window))


def columns_of(window: WindowOfTolerance) -> tuple[object, ...]:
    """The values of COLUMNS."""
    return (
        window.id,
        window.lower,
        window.upper,
        *moment_columns(window.since),
        window.source.value,
        *(window.lower_likely or _NOT_LEARNED),
        *(window.upper_likely or _NOT_LEARNED),
        window.labels,
    )


def window_from(row: tuple[Any, ...]) -> WindowOfTolerance:
    """The window of a row of COLUMNS."""
    return WindowOfTolerance(
        id=row[0],
        lower=row[1],
        upper=row[2],
        since=moment_from(row[3:6]),
        source=WindowSource(row[6]),
        lower_likely=_likely(row[7:9]),
        upper_likely=_likely(row[9:11]),
        labels=row[11],
    )


def _likely(columns: tuple[int | None, int | None]) -> LikelyRange | None:
    low, high = columns
    return None if low is None or high is None else LikelyRange(low, high)
