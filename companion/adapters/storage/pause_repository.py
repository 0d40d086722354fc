"""The pause, if there is one."""

from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.pause import Pause, PauseKind

if TYPE_CHECKING:
    from sqlite3 import Connection

COLUMNS = "since_us, since_offset, since_zone, until_us, until_offset, until_zone, kind"
_SELECT = f"SELECT {COLUMNS} FROM pause"
_SET = f"INSERT OR REPLACE INTO pause (number, {COLUMNS}) VALUES (1, ?, ?, ?, ?, ?, ?, ?)"


class SqlitePauseRepository:
    """One row at most."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def current(self) -> Pause | None:
        """The pause set last, also if it is over by now; None if it was ended or never set."""
        row = self._connection.execute(_SELECT).fetchone()
        return None if row is None else pause_from(row)

    def set(self, pause: Pause | None) -> None:
        """Sets a pause, or ends it."""
        if pause is None:
            self._connection.execute("DELETE FROM pause")
        else:
            self._connection.execute(_SET, columns_of(pause))


def columns_of(pause: Pause) -> tuple[object, ...]:
    """The columns of a pause."""
    return *moment_columns(pause.since), *moment_columns(pause.until), pause.kind.value


def pause_from(row: tuple[Any, ...]) -> Pause:
    """The pause of a row of COLUMNS."""
    return Pause(moment_from(row[:3]), moment_from(row[3:6]), PauseKind(row[6]))
