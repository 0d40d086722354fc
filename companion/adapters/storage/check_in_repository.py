"""The check-ins, found by index however many there are."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from companion.adapters.storage.check_in_rows import (
    INSERT,
    SELECT,
    UPDATE,
    counted,
    from_columns,
    to_changed_columns,
    to_columns,
)
from companion.adapters.storage.day_counts import COUNTED, DAY, IN_FORCE, SCHEDULED
from companion.adapters.storage.day_summaries import VISIBLE, SqliteDaySummaries
from companion.adapters.storage.deletions import Deletions
from companion.adapters.storage.rows import microseconds, moment_from
from companion.adapters.storage.tag_table import put_tags, replace_tags
from companion.domain.checkin import CheckIn
from companion.domain.label import Label
from companion.domain.mark import Mark
from companion.domain.moment import Moment
from companion.domain.zone import Zone

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.adapters.storage.check_in_versions import CheckInVersions
    from companion.domain.columns import Columns
    from companion.domain.journal import CheckInVersion

EVER_US = 2**62
_KEPT = f"deleted_us IS NULL AND {VISIBLE}"
_BETWEEN = f"experienced_us >= ? AND experienced_us < ? AND {_KEPT}"
_NEWEST_FIRST = "ORDER BY experienced_us DESC, import_number DESC, number DESC"
_OLDEST_FIRST = "ORDER BY experienced_us, import_number, number"
_MARKS = f"id, experienced_us / 1e6, experienced_offset, arousal, zone, {SCHEDULED}"

BETWEEN = f"{SELECT} WHERE {_BETWEEN} {_OLDEST_FIRST}"
BETWEEN_NEWEST = f"{SELECT} WHERE {_BETWEEN} {_NEWEST_FIRST} LIMIT ?"
MARKS = f"SELECT {_MARKS} FROM check_in WHERE {_BETWEEN} {_NEWEST_FIRST} LIMIT ?"
LABELS = (
    "SELECT arousal, zone, experienced_us / 1e6, experienced_offset FROM check_in "
    f"WHERE {_BETWEEN} AND arousal NOT NULL AND zone IN ('below', 'inside', 'above') {_NEWEST_FIRST} LIMIT ?"
)
COUNT = f"SELECT count(*) FROM check_in WHERE {_BETWEEN}"
NEWEST = f"{SELECT} WHERE {_KEPT} {_NEWEST_FIRST} LIMIT 1"
NEWEST_NOTED = (
    f"{SELECT} WHERE deleted_us IS NULL AND import_number = 0 ORDER BY created_us DESC, number DESC LIMIT 1"
)
_MOMENT = "SELECT experienced_us, experienced_offset, experienced_zone FROM check_in"
FIRST_MOMENT = f"{_MOMENT} WHERE {_KEPT} {_OLDEST_FIRST} LIMIT 1"
LAST_MOMENT = f"{_MOMENT} WHERE {_KEPT} {_NEWEST_FIRST} LIMIT 1"

_PLACE = f"SELECT number, deleted_us IS NULL, {DAY.format(IN_FORCE)}, import_number FROM check_in WHERE id = ?"
_COUNTED = f"RETURNING {COUNTED}"
_FORGET = f"UPDATE check_in SET deleted_us = ?1, updated_us = ?1 WHERE id = ?2 AND deleted_us IS NULL {_COUNTED}"
_RESTORE = f"UPDATE check_in SET deleted_us = NULL, updated_us = ?1 WHERE id = ?2 AND deleted_us NOTNULL {_COUNTED}"
_BROUGHT = f"""
SELECT import_key FROM check_in WHERE experienced_us = ?1 AND import_key = ?2 AND {VISIBLE}
UNION ALL SELECT import_key FROM check_in WHERE imported_us = ?1 AND import_key = ?2 AND {VISIBLE} LIMIT 1
"""
_NO_IMPORT_YET = "SELECT NOT EXISTS (SELECT 1 FROM import_batch WHERE is_complete = 1)"
_SOURCE_OF = f"""
SELECT content FROM import_source JOIN check_in ON check_in.number = import_source.check_in
WHERE check_in.id = ? AND {VISIBLE}
"""
_LABELLED = {zone.value: zone for zone in (Zone.BELOW, Zone.INSIDE, Zone.ABOVE)}
_ZONES: dict[str | None, Zone | None] = {None: None, **{zone.value: zone for zone in Zone}}


class SqliteCheckInRepository:
    """All check-ins. Forgotten ones are kept aside, those of an unfinished import are not there yet."""

    def __init__(self, connection: "Connection", days: SqliteDaySummaries, deletions: Deletions) -> None:
        self._connection = connection
        self._days = days
        self._deletions = deletions

    def add(self, check_in: CheckIn) -> None:
        """Adds a new check-in. Adding the same id twice changes nothing."""
        cursor = self._connection.execute(INSERT, to_columns(check_in, number=None))
        if cursor.rowcount != 1:
            return
        assert cursor.lastrowid is not None
        put_tags(self._connection, [(cursor.lastrowid, check_in)], microseconds(check_in.created_at.utc))
        day_start = self._days.day_start()
        self._days.count((check_in.experienced_at.day(day_start).isoformat(), 0), counted(check_in))

    def get(self, check_in_id: str) -> CheckIn | None:
        """The check-in with that whole id, also a forgotten one; None if there is none."""
        return self._one(f"{SELECT} WHERE id = ? AND {VISIBLE}", (check_in_id,))

    def forget(self, check_in_id: str, at: Moment) -> None:
        """Takes a check-in back; `restore` undoes it."""
        self._move(_FORGET, check_in_id, at, -1)

    def restore(self, check_in_id: str, at: Moment) -> None:
        """Brings a forgotten check-in back."""
        self._move(_RESTORE, check_in_id, at, 1)

    def amend(self, check_in: CheckIn, at: Moment) -> None:
        """Writes a corrected check-in over the one with its id; what it said before is kept as a version.

        Writing the same again keeps no version. An id that is not there changes nothing.
        """
        before = self.get(check_in.id)
        if before is None:
            return
        number, is_kept, day, import_number = self._connection.execute(_PLACE, (check_in.id,)).fetchone()
        if not self._versions.keep(number, before, check_in, at):
            return
        self._connection.execute(UPDATE, to_changed_columns(check_in, at, number))
        replace_tags(self._connection, number, before, check_in, microseconds(at.utc))
        if is_kept:
            new_day = check_in.experienced_at.day(self._days.day_start()).isoformat()
            self._days.count((day, import_number), counted(before), -1)
            self._days.count((new_day, import_number), counted(check_in))

    def versions(self, check_in_id: str) -> "list[CheckInVersion]":
        """What it said before each correction, oldest first."""
        check_in = self.get(check_in_id)
        return [] if check_in is None else self._versions.of(check_in)

    def purge(self, check_in_ids: Sequence[str], at: Moment) -> None:
        """Deletes check-ins with all their versions and words for good; only a tombstone with the id stays."""
        from companion.adapters.storage.check_in_purge import purge

        purge(self._connection, self._days, check_in_ids, at)
        self._deletions.note()

    def between(self, start: datetime | None, end: datetime | None, limit: int | None = None) -> list[CheckIn]:
        """Check-ins experienced in [start, end), oldest first; with a limit only the newest of them."""
        if limit is None:
            return [from_columns(row) for row in self._connection.execute(BETWEEN, _bounds(start, end))]
        rows = self._connection.execute(BETWEEN_NEWEST, (*_bounds(start, end), limit)).fetchall()
        return [from_columns(row) for row in reversed(rows)]

    def marks_between(self, start: datetime, end: datetime, limit: int) -> list[Mark]:
        """What a chart draws of [start, end), oldest first; at most the newest `limit`."""
        rows = self._connection.execute(MARKS, (*_bounds(start, end), limit)).fetchall()
        rows.reverse()
        return [
            Mark(check_in_id, at, offset, arousal, _ZONES[zone], bool(scheduled))
            for check_in_id, at, offset, arousal, zone, scheduled in rows
        ]

    def columns_between(self, start: datetime, end: datetime) -> "Columns":
        """The numbers of [start, end) in columns, in no order: a million of them take about a second."""
        from companion.adapters.storage.check_in_columns import columns_between

        return columns_between(self._connection, *_bounds(start, end))

    def labels_between(self, start: datetime, end: datetime, limit: int) -> list[Label]:
        """Of the check-ins of [start, end) those with an energy and one of below, inside, above, newest first;
        at most `limit`.
        """
        rows = self._connection.execute(LABELS, (*_bounds(start, end), limit))
        return [Label(arousal, _LABELLED[zone], at, offset) for arousal, zone, at, offset in rows]

    def count_between(self, start: datetime, end: datetime) -> int:
        """How many check-ins were experienced in [start, end)."""
        return int(self._connection.execute(COUNT, _bounds(start, end)).fetchone()[0])

    def source_of(self, check_in_id: str) -> str | None:
        """The row of another program's file that it came from, as it stood there; None if it came from none."""
        row = self._connection.execute(_SOURCE_OF, (check_in_id,)).fetchone()
        return None if row is None else row[0]

    def brought_before(self, rows: Sequence[tuple[datetime, str]]) -> set[str]:
        """The import keys of those rows, each with its instant, that are here already, also as forgotten ones."""
        if self._connection.execute(_NO_IMPORT_YET).fetchone()[0]:
            return set()
        wanted = ((microseconds(instant), key) for instant, key in rows)
        found = (self._connection.execute(_BROUGHT, place).fetchone() for place in wanted)
        return {row[0] for row in found if row is not None}

    def newest(self) -> CheckIn | None:
        """The one experienced last."""
        return self._one(NEWEST)

    def newest_noted(self) -> CheckIn | None:
        """The one the person noted last, which undo takes back; imported ones were not noted here."""
        return self._one(NEWEST_NOTED)

    def range(self) -> tuple[Moment, Moment] | None:
        """The first and the last experienced moment, or None if there are none."""
        first = self._connection.execute(FIRST_MOMENT).fetchone()
        last = self._connection.execute(LAST_MOMENT).fetchone()
        return None if first is None else (moment_from(first), moment_from(last))

    @cached_property
    def _versions(self) -> "CheckInVersions":
        from companion.adapters.storage.check_in_versions import CheckInVersions

        return CheckInVersions(self._connection)

    def _one(self, query: str, values: tuple[object, ...] = ()) -> CheckIn | None:
        row = self._connection.execute(query, values).fetchone()
        return None if row is None else from_columns(row)

    def _move(self, statement: str, check_in_id: str, at: Moment, times: int) -> None:
        moved = self._connection.execute(statement, (microseconds(at.utc), check_in_id)).fetchall()
        for day, import_number, zone, scheduled, arousal in moved:
            self._days.count((day, import_number), (zone, scheduled, arousal), times)


def _bounds(start: datetime | None, end: datetime | None) -> tuple[int, int]:
    return 0 if start is None else microseconds(start), EVER_US if end is None else microseconds(end)
