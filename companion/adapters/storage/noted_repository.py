"""Reflections, life events, repairs and triangles: one kind of repository over their tables."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Generic

from companion.adapters.storage.day_summaries import SqliteDaySummaries
from companion.adapters.storage.deletions import Deletions
from companion.adapters.storage.noted_tables import MOMENTS, N, NotedTable
from companion.adapters.storage.noted_versions import NotedVersions
from companion.adapters.storage.rows import microseconds, moment_columns
from companion.domain.journal import NotedVersion
from companion.domain.moment import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

EVER_US = 2**62
_ENTOMB = """
INSERT INTO tombstone (id, kind, deleted_us, deleted_offset, deleted_zone) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""


class SqliteNotedRepository(Generic[N]):
    """Forgotten ones are kept aside and appear nowhere but by their id."""

    def __init__(
        self, connection: "Connection", days: SqliteDaySummaries, deletions: Deletions, table: NotedTable[N]
    ) -> None:
        self._connection = connection
        self._days = days
        self._deletions = deletions
        self._table: NotedTable[N] = table

    def add(self, noted: N) -> None:
        """Adds a new one. Adding the same id twice changes nothing."""
        places = ", ".join("?" * (9 + len(self._table.words)))
        self._connection.execute(
            f"INSERT INTO {self._table.name} ({MOMENTS}, {', '.join(self._table.words)}, updated_us) "
            f"VALUES ({places}) ON CONFLICT DO NOTHING",
            (*self._columns(noted), microseconds(noted.created_at.utc)),
        )

    def get(self, noted_id: str) -> N | None:
        """The one with that whole id, also a forgotten one; None if there is none."""
        row = self._connection.execute(f"{self._table.select} WHERE id = ?", (noted_id,)).fetchone()
        return None if row is None else self._table.value(row)

    def amend(self, noted: N, at: Moment) -> None:
        """Writes a corrected one over the one with its id; what it said before is kept as a version.

        Writing the same again keeps no version. An id that is not there changes nothing.
        """
        before = self.get(noted.id)
        if before is None or not self._versions.keep(before, noted, at):
            return
        names = [*MOMENTS.split(", "), *self._table.words, "updated_us"]
        self._connection.execute(
            f"UPDATE {self._table.name} SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?",
            (*self._columns(noted), microseconds(at.utc), noted.id),
        )

    def versions(self, noted_id: str) -> list[NotedVersion]:
        """What it said before each correction, oldest first."""
        noted = self.get(noted_id)
        return [] if noted is None else self._versions.of(noted)

    def forget(self, noted_id: str, at: Moment) -> None:
        """Takes it back; `restore` undoes it."""
        self._mark(noted_id, at, "deleted_us = ?1", "deleted_us IS NULL")

    def restore(self, noted_id: str, at: Moment) -> None:
        """Brings a forgotten one back."""
        self._mark(noted_id, at, "deleted_us = NULL", "deleted_us NOTNULL")

    def purge(self, noted_ids: Sequence[str], at: Moment) -> None:
        """Deletes them with all their versions for good; only a tombstone with the id stays."""
        for noted_id in noted_ids:
            removed = self._connection.execute(f"DELETE FROM {self._table.name} WHERE id = ?", (noted_id,))
            if removed.rowcount:
                self._connection.execute(_ENTOMB, (noted_id, self._table.name, *moment_columns(at)))
        self._deletions.note()

    def between(self, start: datetime | None, end: datetime | None) -> list[N]:
        """Those experienced in [start, end), oldest first."""
        bounds = (0 if start is None else microseconds(start), EVER_US if end is None else microseconds(end))
        return [self._table.value(row) for row in self._connection.execute(self._table.between, bounds)]

    def newest_noted(self) -> N | None:
        """The one noted last, which undo takes back."""
        row = self._connection.execute(self._table.newest_noted).fetchone()
        return None if row is None else self._table.value(row)

    @cached_property
    def _versions(self) -> NotedVersions[N]:
        return NotedVersions(self._connection, self._table)

    def _columns(self, noted: N) -> tuple[object, ...]:
        return (
            noted.id,
            *moment_columns(noted.experienced_at),
            *moment_columns(noted.created_at),
            noted.experienced_at.day(self._days.day_start()).isoformat(),
            *self._table.words_of(noted),
        )

    def _mark(self, noted_id: str, at: Moment, change: str, where: str) -> None:
        statement = f"UPDATE {self._table.name} SET {change}, updated_us = ?1 WHERE id = ?2 AND {where}"
        self._connection.execute(statement, (microseconds(at.utc), noted_id))
