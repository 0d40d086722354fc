"""The half-filled check-in."""

from typing import TYPE_CHECKING

from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.draft import Draft
from companion.domain.zone import Zone

if TYPE_CHECKING:
    from sqlite3 import Connection

_SELECT = """
SELECT begun_us, begun_offset, begun_zone, arousal, zone, note,
experienced_us, experienced_offset, experienced_zone FROM draft
"""
_SET = "INSERT OR REPLACE INTO draft VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class SqliteDraftRepository:
    """One row at most."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def current(self) -> Draft | None:
        """It, if there is one."""
        row = self._connection.execute(_SELECT).fetchone()
        if row is None:
            return None
        return Draft(
            begun_at=moment_from(row[:3]),
            arousal=row[3],
            zone=None if row[4] is None else Zone(row[4]),
            note=row[5],
            experienced_at=None if row[6] is None else moment_from(row[6:]),
        )

    def set(self, draft: Draft | None) -> None:
        """Keeps it, or drops it."""
        if draft is None:
            self._connection.execute("DELETE FROM draft")
            return
        zone = None if draft.zone is None else draft.zone.value
        experienced = (None, None, None) if draft.experienced_at is None else moment_columns(draft.experienced_at)
        values = (*moment_columns(draft.begun_at), draft.arousal, zone, draft.note, *experienced)
        self._connection.execute(_SET, values)
