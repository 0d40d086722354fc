"""The triangle that is not saved yet."""

import json
from typing import TYPE_CHECKING

from companion.adapters.storage.deletions import Deletions
from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.triangle import TriangleDraft

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAME = "triangle_draft"


class SqliteTriangleDraftRepository:
    """A fact of the store, as JSON; once it is dropped no word of it stays, not even in the log."""

    def __init__(self, connection: "Connection", deletions: Deletions) -> None:
        self._connection = connection
        self._deletions = deletions

    def current(self) -> TriangleDraft | None:
        """It, if there is one."""
        row = self._connection.execute("SELECT value FROM fact WHERE name = ?", (_NAME,)).fetchone()
        if row is None:
            return None
        kept = json.loads(row[0])
        lived = None if kept["experienced"] is None else moment_from(kept["experienced"])
        return TriangleDraft(moment_from(kept["begun"]), tuple(kept["points"]), tuple(kept["words"]), lived)

    def set(self, draft: TriangleDraft | None) -> None:
        """Keeps it, or drops it."""
        if draft is None:
            if self._connection.execute("DELETE FROM fact WHERE name = ?", (_NAME,)).rowcount:
                self._deletions.note()
            return
        kept = {
            "begun": moment_columns(draft.begun_at),
            "experienced": None if draft.experienced_at is None else moment_columns(draft.experienced_at),
            "points": draft.points,
            "words": draft.words,
        }
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (_NAME, json.dumps(kept)))
