"""The imports that are in the store, and the step that takes one out of sight."""

from typing import TYPE_CHECKING

from companion.adapters.storage.day_counts import IN_FORCE
from companion.adapters.storage.kept_rows import CARRIED
from companion.adapters.storage.rows import instant
from companion.application.foreign import KeptImport

if TYPE_CHECKING:
    from sqlite3 import Connection

# What was noted on another computer is the person's own, and what came beside it does not know its import.
_ALL = f"""
SELECT id, source, created_us,
(SELECT coalesce(sum(check_ins), 0) FROM day_summary WHERE day_start = {IN_FORCE} AND import_number = batch.number),
(SELECT count(DISTINCT check_in) FROM check_in_version JOIN check_in ON check_in.number = check_in_version.check_in
WHERE import_number = batch.number AND deleted_us IS NULL AND replaced_us >= batch.updated_us)
FROM import_batch AS batch WHERE is_complete = 1 AND source <> '{CARRIED}' ORDER BY number DESC
"""
_HIDE = f"""
UPDATE import_batch SET is_complete = 0, is_taken_out = 1 WHERE id = ? AND is_complete = 1 AND source <> '{CARRIED}'
"""


class SqliteImports:
    """Those that are complete and can be taken out again."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> list[KeptImport]:
        """All of them, newest first."""
        return [
            KeptImport(import_id, source, instant(created_us), check_ins, corrected)
            for import_id, source, created_us, check_ins, corrected in self._connection.execute(_ALL)
        ]

    def hide(self, import_id: str) -> None:
        """Nothing of it is seen from now on; `settle_alone` wipes it. Whoever calls this holds the import's lock."""
        self._connection.execute(_HIDE, (import_id,))
