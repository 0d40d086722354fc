"""The half-filled check-in."""

from typing import TYPE_CHECKING

from companion.adapters.storage.rows import MICROSECOND, length_of, moment_columns, moment_from, whole_minutes
from companion.adapters.storage.tag_table import all_tags, tags_from_text, tags_to_text
from companion.domain.draft import Draft
from companion.domain.input_method import InputMethod
from companion.domain.zone import Zone

if TYPE_CHECKING:
    from sqlite3 import Connection

_FIELDS = (
    "begun_us, begun_offset, begun_zone, experienced_us, experienced_offset, experienced_zone, "
    "arousal, zone, note, pleasantness, safe, connected, sleep, slept_minutes, tags, "
    "first_touch, method, took_us"
)
_SELECT = f"SELECT {_FIELDS} FROM draft"
_SET = f"INSERT OR REPLACE INTO draft (number, {_FIELDS}) VALUES (1, {', '.join('?' * 18)})"


class SqliteDraftRepository:
    """One row at most."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def current(self) -> Draft | None:
        """It, if there is one."""
        row = self._connection.execute(_SELECT).fetchone()
        if row is None:
            return None
        tags, context = tags_from_text(row[14])
        return Draft(
            begun_at=moment_from(row[:3]),
            experienced_at=None if row[3] is None else moment_from(row[3:6]),
            arousal=row[6],
            zone=None if row[7] is None else Zone(row[7]),
            note=row[8],
            pleasantness=row[9],
            safe=row[10],
            connected=row[11],
            sleep=row[12],
            slept=length_of(row[13]),
            tags=tags,
            context=context,
            first_touch=row[15],
            method=None if row[16] is None else InputMethod(row[16]),
            took=None if row[17] is None else row[17] * MICROSECOND,
        )

    def set(self, draft: Draft | None) -> None:
        """Keeps it, or drops it."""
        if draft is None:
            self._connection.execute("DELETE FROM draft")
            return
        experienced = (None, None, None) if draft.experienced_at is None else moment_columns(draft.experienced_at)
        values = (
            draft.arousal,
            None if draft.zone is None else draft.zone.value,
            draft.note,
            draft.pleasantness,
            draft.safe,
            draft.connected,
            draft.sleep,
            whole_minutes(draft.slept),
            tags_to_text(all_tags(draft)),
            draft.first_touch,
            None if draft.method is None else draft.method.value,
            None if draft.took is None else draft.took // MICROSECOND,
        )
        self._connection.execute(_SET, (*moment_columns(draft.begun_at), *experienced, *values))
