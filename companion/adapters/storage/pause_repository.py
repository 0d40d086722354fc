"""The pause, if there is one."""

from typing import TYPE_CHECKING

from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.pause import Pause

if TYPE_CHECKING:
    from sqlite3 import Connection

_SELECT = "SELECT since_us, since_offset, since_zone, until_us, until_offset, until_zone FROM pause"
_SET = "INSERT OR REPLACE INTO pause VALUES (1, ?, ?, ?, ?, ?, ?)"


class SqlitePauseRepository:
    """One row at most."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def current(self) -> Pause | None:
        """The pause set last, also if it is over by now; None if it was ended or never set."""
        row = self._connection.execute(_SELECT).fetchone()
        return None if row is None else Pause(moment_from(row[:3]), moment_from(row[3:]))

    def set(self, pause: Pause | None) -> None:
        """Sets a pause, or ends it."""
        if pause is None:
            self._connection.execute("DELETE FROM pause")
        else:
            self._connection.execute(_SET, (*moment_columns(pause.since), *moment_columns(pause.until)))
