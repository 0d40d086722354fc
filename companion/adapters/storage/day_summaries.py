"""The day summary: counts per day, kept in the same transaction as every change of a check-in."""

from collections.abc import Mapping
from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.day_counts import COLUMNS, Counted, DayCounts, SummaryColumns, summary_from
from companion.domain.day_summary import DaySummary

if TYPE_CHECKING:
    from sqlite3 import Connection

VISIBLE = "import_number NOT IN (SELECT number FROM import_batch WHERE is_complete = 0)"
DayOfImport = tuple[str, int]

_KEPT = f"SELECT {COLUMNS} FROM day_summary WHERE day = ? AND import_number = ?"
_KEEP = f"""
INSERT INTO day_summary (day, import_number, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (day, import_number) DO UPDATE SET check_ins = excluded.check_ins, scheduled = excluded.scheduled,
above = excluded.above, inside = excluded.inside, below = excluded.below, mixed = excluded.mixed,
unsure = excluded.unsure, unlabelled = excluded.unlabelled, arousal = excluded.arousal
"""
_DROP = "DELETE FROM day_summary WHERE day = ? AND import_number = ?"
_BETWEEN = f"SELECT day, {COLUMNS} FROM day_summary WHERE day BETWEEN ? AND ? AND {VISIBLE} ORDER BY day"
_FIRST = f"SELECT day FROM day_summary WHERE {VISIBLE} ORDER BY day LIMIT 1"
_LAST = f"SELECT day FROM day_summary WHERE {VISIBLE} ORDER BY day DESC LIMIT 1"
_TOTAL = f"SELECT coalesce(sum(check_ins), 0) FROM day_summary WHERE {VISIBLE}"
_RECOUNT = """
SELECT local_day, import_number, zone, origin, arousal, count(*) FROM check_in
WHERE deleted_us IS NULL GROUP BY 1, 2, 3, 4, 5
"""


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
        """Counts everything that was noted to its day anew, by another beginning of the day.

        Reads every check-in: with 1,000,000 it takes 1 to 3 seconds, for which a save waits.
        """
        from companion.adapters.storage.day_boundary import move_days

        self.add(move_days(self._connection, self.day_start(), day_start))
        facts.set_day_start(self._connection, day_start)

    def are_right(self) -> bool:
        """True if counting everything again gives the same, by the beginning of the day. Reads every check-in."""
        from companion.adapters.storage.day_boundary import days_are_right

        if not days_are_right(self._connection, self.day_start()):
            return False
        counted = {place: counts.columns() for place, counts in self._counted_again().items()}
        kept = self._connection.execute(f"SELECT day, import_number, {COLUMNS} FROM day_summary")
        return counted == {(row[0], row[1]): row[2:] for row in kept}

    def rebuild(self) -> None:
        """Counts everything again and keeps that. Reads every check-in."""
        counted = self._counted_again()
        self._connection.execute("DELETE FROM day_summary")
        self.add(counted)

    def count(self, place: DayOfImport, counted: Counted, times: int = 1) -> None:
        """Counts one check-in on a day; -1 takes it out again."""
        counts = DayCounts()
        counts.count(counted, times)
        self.add({place: counts})

    def add(self, changes: Mapping[DayOfImport, DayCounts]) -> None:
        """Adds counts to the days of their imports (0 for the person's own); a day that comes to nothing goes."""
        for place, change in changes.items():
            row = self._connection.execute(_KEPT, place).fetchone()
            counts = DayCounts(row)
            counts.add(change)
            if counts.check_ins:
                self._connection.execute(_KEEP, (*place, *counts.columns()))
            else:
                self._connection.execute(_DROP, place)

    def _counted_again(self) -> dict[DayOfImport, DayCounts]:
        counted: dict[DayOfImport, DayCounts] = {}
        for day, import_number, zone, origin, arousal, times in self._connection.execute(_RECOUNT):
            counted.setdefault((day, import_number), DayCounts()).count((zone, origin, arousal), times)
        return counted


def _added_up(day: date, rows: list[SummaryColumns]) -> DaySummary:
    """One row, as of most days, is taken as it is."""
    columns = rows[0]
    if len(rows) > 1:
        counts = DayCounts()
        for row in rows:
            counts.add(DayCounts(row))
        columns = counts.columns()
    return summary_from(day, columns)
