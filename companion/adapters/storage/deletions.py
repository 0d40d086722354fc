"""What was deleted permanently goes from the write-ahead log too, where its words would stay for a while."""

from contextlib import suppress
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage.troubles import told_kindly
from companion.application.errors import UserError

if TYPE_CHECKING:
    from sqlite3 import Connection


class Deletions:
    """Of one connection: from `note` on the log is to be emptied, as soon as nobody else reads by it."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._is_noted = False

    def note(self) -> None:
        """Something is deleted permanently in this transaction."""
        self._is_noted = True

    def empty_log(self, driver: ModuleType) -> None:
        """After a transaction: takes the log's content into the store, where what is deleted is written over.

        Waits for nobody: while another connection reads, or on a full disk, the next transaction tries again.
        """
        if not self._is_noted:
            return
        (patience,) = self._connection.execute("PRAGMA busy_timeout").fetchone()
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            with suppress(UserError), told_kindly(driver):
                (is_busy, *_pages) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                self._is_noted = bool(is_busy)
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {patience}")
