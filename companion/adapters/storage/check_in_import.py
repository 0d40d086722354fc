"""An import: many check-ins in short transactions, unseen until one statement completes it."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from companion.adapters.storage.check_in_rows import counted, put_in, to_columns
from companion.adapters.storage.day_counts import DayCounts
from companion.adapters.storage.day_summaries import DayOfImport, SqliteDaySummaries
from companion.adapters.storage.files import held_alone
from companion.adapters.storage.imported_words import ComingWords
from companion.adapters.storage.own_log import keeping_own_log
from companion.adapters.storage.pace import Pace
from companion.adapters.storage.rows import microseconds
from companion.adapters.storage.tag_table import put_tags, tag_count
from companion.adapters.storage.unfinished_imports import LOCK_NAME, PORTIONS_IN_A_MOMENT, settle_alone
from companion.application.errors import Trouble, UserError
from companion.domain.checkin import CheckIn

if TYPE_CHECKING:
    from sqlite3 import Connection

WEIGHT_AT_ONCE = 2_000
# Less is not worth its commit: beside busy programs smaller ones would hold the lock more often, not shorter.
LEAST_AT_ONCE = 400
CHARACTERS_LIKE_A_ROW = 150
Row = tuple[str, CheckIn]

_BEGIN = """
INSERT INTO import_batch (id, source, first_check_in, created_us, updated_us, first_tag)
VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM check_in), ?3, ?3,
(SELECT coalesce(max(number), 0) + 1 FROM tag))
"""
_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM check_in"
_NUMBERS = "SELECT number, id FROM check_in WHERE number >= ? AND import_number = ?"
_KEEP_SOURCE = "INSERT INTO import_source (check_in, content) VALUES (?, ?)"
_COMPLETE = "UPDATE import_batch SET is_complete = 1, updated_us = ? WHERE number = ?"


class CheckInImport:
    """One import at a time, over all processes; one whose process is gone is removed when the next begins.

    `transaction` opens a write transaction on the connection; nothing here is called inside one.
    """

    def __init__(
        self,
        folder: Path,
        connection: "Connection",
        transaction: Callable[[], AbstractContextManager[object]],
        source: str,
    ) -> None:
        self._connection = connection
        self._transaction = transaction
        self._days = SqliteDaySummaries(connection)
        self._pace = Pace(WEIGHT_AT_ONCE, LEAST_AT_ONCE)
        self._source = source
        self._number = 0
        self._last_us = 0
        self._lock = ExitStack()
        if not self._lock.enter_context(held_alone(folder / LOCK_NAME, wait=False)):
            self._lock.close()
            raise UserError(Trouble.STORE_BUSY)
        self._tend_log = self._lock.enter_context(keeping_own_log(connection))
        try:
            settle_alone(connection, transaction)
            self._words = ComingWords(connection, transaction, self._tend_log)
        except BaseException:
            self._lock.close()
            raise

    def add(self, rows: Sequence[Row], sources: Sequence[str] = ()) -> int:
        """Adds rows with their import keys, durably; one whose key (at its time) or id is here already adds nothing.

        `sources` are the rows as they stood in the file, in the same order, or none at all. Returns how many were
        added. Any number of rows: as many as take a moment are a transaction.
        """
        added = start = 0
        while start < len(rows):
            end, weight = _portion(rows, sources, start, self._pace.weight)
            added += self._add_some(rows[start:end], sources[start:end], weight)
            self._tend_log()
            start = end
        return added

    def complete(self) -> None:
        """Everything that was added is there from now on."""
        if self._number:
            self._words.make_known()
            with self._transaction():
                self._connection.execute(_COMPLETE, (self._last_us, self._number))
        self._lock.close()

    def abandon(self) -> None:
        """Nothing of it is ever seen. Of a large one a part is wiped now; `wipe_hidden_imports` goes on."""
        try:
            settle_alone(self._connection, self._transaction, portions=PORTIONS_IN_A_MOMENT)
        finally:
            self._lock.close()

    def _add_some(self, rows: Sequence[Row], sources: Sequence[str], weight: int) -> int:
        """Whatever can be done before the transaction is done before it: others wait for its end."""
        self._last_us = microseconds(rows[-1][1].created_at.utc)
        if not self._number:
            self._number = self._begin()
        day_start = self._days.day_start()
        columns = self._columns(rows)
        changes = self._counts((check_in for _, check_in in rows), day_start)
        with self._pace.holding(weight), self._transaction():
            if (changed := self._days.day_start()) != day_start:
                day_start = changed
                changes = self._counts((check_in for _, check_in in rows), changed)
            first = self._connection.execute(_NEXT).fetchone()[0]
            added = put_in(self._connection, columns)
            if added == len(rows):
                new = list(enumerate((check_in for _, check_in in rows), start=first))
            else:
                new = self._new_ones(first, rows)
                changes = self._counts((check_in for _, check_in in new), day_start)
            put_tags(self._connection, new, self._last_us)
            if sources:
                self._connection.executemany(_KEEP_SOURCE, _sources_of(new, rows, sources))
            self._days.add(changes)
        self._words.wait(first, weight)
        return added

    def _begin(self) -> int:
        import_id = os.urandom(16).hex()
        with self._transaction():
            cursor = self._connection.execute(_BEGIN, (import_id, self._source, self._last_us))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _new_ones(self, first: int, rows: Sequence[Row]) -> list[tuple[int, CheckIn]]:
        """Those of the rows that were put in just now, with their numbers."""
        of_id = {check_in.id: check_in for _, check_in in rows}
        new = self._connection.execute(_NUMBERS, (first, self._number))
        return [(number, of_id[check_in_id]) for number, check_in_id in new]

    def _columns(self, rows: Sequence[Row]) -> list[tuple[object, ...]]:
        return [to_columns(check_in, None, self._number, key) for key, check_in in rows]

    def _counts(self, check_ins: Iterable[CheckIn], day_start: time) -> dict[DayOfImport, DayCounts]:
        of_day: defaultdict[date, DayCounts] = defaultdict(DayCounts)
        for check_in in check_ins:
            of_day[check_in.experienced_at.day(day_start)].count(counted(check_in))
        return {(day.isoformat(), self._number): counts for day, counts in of_day.items()}


def _sources_of(
    new: Sequence[tuple[int, CheckIn]], rows: Sequence[Row], sources: Sequence[str]
) -> list[tuple[int, str]]:
    """The numbers that were given, each with its row as it stood in the file."""
    of_id = {check_in.id: source for (_key, check_in), source in zip(rows, sources, strict=True) if source}
    return [(number, of_id[check_in.id]) for number, check_in in new if check_in.id in of_id]


def _portion(rows: Sequence[Row], sources: Sequence[str], start: int, most: int) -> tuple[int, int]:
    """Where the rows from `start` on come to that weight, one row at least, and what they weigh.

    A tag takes about as long as a whole check-in, a long note longer, a long row of a file no less than it.
    """
    weight = 0
    for at in range(start, len(rows)):
        check_in = rows[at][1]
        characters = len(check_in.note) + (len(sources[at]) // 4 if sources else 0)
        own = 1 + tag_count(check_in) + characters // CHARACTERS_LIKE_A_ROW
        if weight and weight + own > most:
            return at, weight
        weight += own
    return len(rows), weight
