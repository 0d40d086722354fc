"""The day summary: counts per day, kept in the same transaction as every change of a check-in."""

from collections.abc import Mapping
from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.day_counts import (
    COLUMNS,
    IN_FORCE,
    PUT,
    Counted,
    DayCounts,
    SummaryColumns,
    counting,
    summary_from,
)
from companion.domain.day_summary import DaySummary

if TYPE_CHECKING:
    from sqlite3 import Connection

VISIBLE = "import_number NOT IN (SELECT number FROM import_batch WHERE is_complete = 0)"
DayOfImport = tuple[str, int]

TO_COME = "(SELECT 1 FROM fact WHERE name = 'day_start_to_come')"
_KEPT = f"SELECT {COLUMNS} FROM day_summary WHERE day_start = ? AND day = ? AND import_number = ?"
_KEEP = f"""
INSERT INTO day_summary (day_start, day, import_number, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (day_start, day, import_number) DO UPDATE SET
check_ins = excluded.check_ins, scheduled = excluded.scheduled,
above = excluded.above, inside = excluded.inside, below = excluded.below, mixed = excluded.mixed,
unsure = excluded.unsure, unlabelled = excluded.unlabelled, arousal = excluded.arousal
"""
_DROP = "DELETE FROM day_summary WHERE day_start = ? AND day = ? AND import_number = ?"
_NOTE = f"INSERT OR IGNORE INTO changed_day SELECT ? WHERE EXISTS {TO_COME}"
_SHOWN = f"day_start = {IN_FORCE} AND {VISIBLE}"
_BETWEEN = f"SELECT day, {COLUMNS} FROM day_summary WHERE day BETWEEN ? AND ? AND {_SHOWN} ORDER BY day"
_FIRST = f"SELECT day FROM day_summary WHERE {_SHOWN} ORDER BY day LIMIT 1"
_LAST = f"SELECT day FROM day_summary WHERE {_SHOWN} ORDER BY day DESC LIMIT 1"
_TOTAL = f"SELECT coalesce(sum(check_ins), 0) FROM day_summary WHERE {_SHOWN}"
_RECOUNT = counting(IN_FORCE, "true")
_IS_SEEN = "import_number NOT IN (SELECT number FROM import_batch WHERE is_complete = 0)"
_RECOUNT_SEEN = counting(IN_FORCE, _IS_SEEN)
_KEPT_SEEN = f"SELECT day, import_number, {COLUMNS} FROM day_summary WHERE day_start = {IN_FORCE} AND {_IS_SEEN}"


class SqliteDaySummaries:
    """The counts of each day; those of an import show once it is complete."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def between(self, first: date, last: date) -> list[DaySummary]:
        """Summaries of the days first..last that have check-ins, in order."""
        rows = self._connection.execute(_BETWEEN, (first.isoformat(), last.isoformat()))
        return [
            _added_up(date.fromisoformat(day), [row[1:] for row in rows_of_day])
            for day, rows_of_day in groupby(rows, key=lambda row: row[0])
        ]

    def range(self) -> tuple[date, date] | None:
        """The first and last day that have check-ins."""
        first = self._connection.execute(_FIRST).fetchone()
        last = self._connection.execute(_LAST).fetchone()
        return None if first is None else (date.fromisoformat(first[0]), date.fromisoformat(last[0]))

    def total(self) -> int:
        """How many check-ins there are."""
        return int(self._connection.execute(_TOTAL).fetchone()[0])

    def day_start(self) -> time:
        """When the person's day begins."""
        return facts.day_start(self._connection)

    def begin_days_at(self, day_start: time) -> None:
        """Counts everything that was noted to its day anew, by another beginning of the day, inside this transaction.

        Reads every check-in, seconds with 1,000,000; the vault's own `begin_days_at` keeps nobody waiting.
        """
        from contextlib import nullcontext

        from companion.adapters.storage.day_boundary import begin_days_at

        begin_days_at(self._connection, nullcontext, day_start)

    def are_right(self) -> bool:
        """True if counting all that is seen again gives the same, by the beginning of the day. Reads every check-in.

        Of an import that is wiped check-ins go first and their counts last: nobody sees either.
        """
        counted = set(self._connection.execute(_RECOUNT_SEEN))
        return counted == set(self._connection.execute(_KEPT_SEEN))

    def rebuild(self) -> None:
        """Counts everything again and keeps that. Reads every check-in."""
        self._connection.execute(f"DELETE FROM day_summary WHERE day_start = {IN_FORCE}")
        counted = self._connection.execute(_RECOUNT).fetchall()
        in_force = facts.text_of(self.day_start())
        self._connection.executemany(PUT, [(in_force, *row) for row in counted])

    def count(self, place: DayOfImport, counted: Counted, times: int = 1) -> None:
        """Counts one check-in on a day; -1 takes it out again."""
        counts = DayCounts()
        counts.count(counted, times)
        self.add({place: counts})

    def add(self, changes: Mapping[DayOfImport, DayCounts], day_start: time | None = None) -> None:
        """Adds counts to the days of their imports (0 for the person's own); a day that comes to nothing goes.

        `day_start` is the beginning of the day they were counted by, unless it is the one in force.
        """
        counted_by = facts.text_of(self.day_start() if day_start is None else day_start)
        for day_of_import, change in changes.items():
            place = (counted_by, *day_of_import)
            row = self._connection.execute(_KEPT, place).fetchone()
            counts = DayCounts(row)
            counts.add(change)
            if counts.check_ins:
                self._connection.execute(_KEEP, (*place, *counts.columns()))
            else:
                self._connection.execute(_DROP, place)
            self._connection.execute(_NOTE, (day_of_import[0],))


def _added_up(day: date, rows: list[SummaryColumns]) -> DaySummary:
    """One row, as of most days, is taken as it is."""
    columns = rows[0]
    if len(rows) > 1:
        counts = DayCounts()
        for row in rows:
            counts.add(DayCounts(row))
        columns = counts.columns()
    return summary_from(day, columns)
