"""The repair that is not saved yet."""

from typing import TYPE_CHECKING

from companion.adapters.storage.deletions import Deletions
from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.repair import RepairDraft
from companion.domain.zone import Zone

if TYPE_CHECKING:
    from sqlite3 import Connection

_FIELDS = (
    "begun_us, begun_offset, begun_zone, experienced_us, experienced_offset, experienced_zone, "
    "happened, arousal, zone, them, helped, check_in"
)
_SELECT = f"SELECT {_FIELDS} FROM repair_draft"
_SET = f"INSERT OR REPLACE INTO repair_draft (number, {_FIELDS}) VALUES (1, {', '.join('?' * 12)})"


class SqliteRepairDraftRepository:
    """One row at most; once it is dropped no word of it stays, not even in the log."""

    def __init__(self, connection: "Connection", deletions: Deletions) -> None:
        self._connection = connection
        self._deletions = deletions

    def current(self) -> RepairDraft | None:
        """It, if there is one."""
        row = self._connection.execute(_SELECT).fetchone()
        if row is None:
            return None
        return RepairDraft(
            begun_at=moment_from(row[:3]),
            experienced_at=None if row[3] is None else moment_from(row[3:6]),
            happened=row[6],
            arousal=row[7],
            zone=None if row[8] is None else Zone(row[8]),
            them=row[9],
            helped=row[10],
            check_in_id=row[11],
        )

    def set(self, draft: RepairDraft | None) -> None:
        """Keeps it, or drops it."""
        if draft is None:
            if self._connection.execute("DELETE FROM repair_draft").rowcount:
                self._deletions.note()
            return
        experienced = (None, None, None) if draft.experienced_at is None else moment_columns(draft.experienced_at)
        zone = None if draft.zone is None else draft.zone.value
        said = (draft.happened, draft.arousal, zone, draft.them, draft.helped, draft.check_in_id)
        self._connection.execute(_SET, (*moment_columns(draft.begun_at), *experienced, *said))
