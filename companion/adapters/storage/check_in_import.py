"""An import: many check-ins in short transactions, unseen until one statement completes it."""

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from companion.adapters.storage.check_in_rows import INSERT, counted, to_columns
from companion.adapters.storage.day_counts import DayCounts
from companion.adapters.storage.day_summaries import SqliteDaySummaries
from companion.adapters.storage.files import held_alone
from companion.adapters.storage.rows import microseconds
from companion.adapters.storage.tag_table import put_tags
from companion.application.errors import Trouble, UserError
from companion.domain.checkin import CheckIn

if TYPE_CHECKING:
    from sqlite3 import Connection

LOCK_NAME = "import.lock"
REMOVED_AT_ONCE = 500
Row = tuple[str, CheckIn]

_BEGIN = """
INSERT INTO import_batch (id, source, first_check_in, created_us, updated_us)
VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM check_in), ?3, ?3)
"""
_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM check_in"
_NUMBERS = "SELECT number FROM check_in WHERE number >= ? AND import_number = ?"
_COMPLETE = "UPDATE import_batch SET is_complete = 1, updated_us = ? WHERE number = ?"
_UNFINISHED = "SELECT number, first_check_in FROM import_batch WHERE is_complete = 0"
_REMOVE_SOME = "DELETE FROM check_in WHERE number >= ? AND number < ? AND import_number = ?"


class CheckInImport:
    """One import at a time, over all processes; one whose process is gone is removed when the next begins.

    `transaction` opens a write transaction on the connection; nothing here is called inside one.
    """

    def __init__(
        self,
        folder: Path,
        connection: "Connection",
        transaction: Callable[[], AbstractContextManager[object]],
        day_start: time,
        source: str,
    ) -> None:
        self._connection = connection
        self._transaction = transaction
        self._days = SqliteDaySummaries(connection)
        self._day_start = day_start
        self._source = source
        self._number = 0
        self._last_us = 0
        self._lock = ExitStack()
        if not self._lock.enter_context(held_alone(folder / LOCK_NAME, wait=False)):
            self._lock.close()
            raise UserError(Trouble.STORE_BUSY)
        try:
            _remove_unfinished(connection, transaction)
        except BaseException:
            self._lock.close()
            raise

    def add(self, rows: Sequence[Row]) -> int:
        """Adds rows with their import keys, durably; one whose key (at its time) or id is here already adds nothing.

        Returns how many were added. One transaction: at most 1000 rows keep it near 20 ms.
        """
        if not rows:
            return 0
        self._last_us = microseconds(rows[-1][1].created_at.utc)
        with self._transaction():
            if not self._number:
                self._number = self._begin()
            first = self._connection.execute(_NEXT).fetchone()[0]
            before = self._connection.total_changes
            columns = [
                to_columns(check_in, self._day_start, first + place, self._number, key)
                for place, (key, check_in) in enumerate(rows)
            ]
            self._connection.executemany(INSERT, columns)
            added = [check_in for _, check_in in rows]
            numbers: Sequence[int] = range(first, first + len(rows))
            if self._connection.total_changes - before != len(rows):
                numbers = [row[0] for row in self._connection.execute(_NUMBERS, (first, self._number))]
                added = [rows[number - first][1] for number in numbers]
            put_tags(self._connection, [(n, c.tags) for n, c in zip(numbers, added, strict=True)], self._last_us)
            self._count(added)
        return len(added)

    def complete(self) -> None:
        """Everything that was added is there from now on."""
        if self._number:
            with self._transaction():
                self._connection.execute(_COMPLETE, (self._last_us, self._number))
        self._lock.close()

    def abandon(self) -> None:
        """Takes everything out again that was added."""
        try:
            _remove_unfinished(self._connection, self._transaction)
        finally:
            self._lock.close()

    def _begin(self) -> int:
        import_id = os.urandom(16).hex()
        cursor = self._connection.execute(_BEGIN, (import_id, self._source, self._last_us))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _count(self, added: Sequence[CheckIn]) -> None:
        changes: dict[tuple[str, int], DayCounts] = {}
        for check_in in added:
            place = (check_in.experienced_at.day(self._day_start).isoformat(), self._number)
            changes.setdefault(place, DayCounts()).count(counted(check_in))
        self._days.add(changes)


def remove_unfinished(
    folder: Path, connection: "Connection", transaction: Callable[[], AbstractContextManager[object]]
) -> None:
    """Takes out what imports left that never came to their end, unless one is running in some process."""
    if connection.execute(_UNFINISHED).fetchone() is None:
        return
    with held_alone(folder / LOCK_NAME, wait=False) as is_alone:
        if is_alone:
            _remove_unfinished(connection, transaction)


def _remove_unfinished(connection: "Connection", transaction: Callable[[], AbstractContextManager[object]]) -> None:
    for number, first in connection.execute(_UNFINISHED).fetchall():
        end = connection.execute(_NEXT).fetchone()[0]
        for start in range(first, end, REMOVED_AT_ONCE):
            with transaction():
                connection.execute(_REMOVE_SOME, (start, start + REMOVED_AT_ONCE, number))
        with transaction():
            connection.execute("DELETE FROM day_summary WHERE import_number = ?", (number,))
            connection.execute("DELETE FROM import_batch WHERE number = ?", (number,))
