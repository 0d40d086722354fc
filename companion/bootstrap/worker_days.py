"""Counting every day anew, over a connection that belongs to the worker's thread."""

from datetime import time

from companion.adapters.storage.vault import SqliteVault


class WorkerDays:
    """`recount` is called on the worker only, and opens what it needs there."""

    def __init__(self, vault: SqliteVault) -> None:
        self._vault = vault

    def recount(self, day_start: time) -> None:
        """From now on days begin then, wholly or not at all. Raises UserError if that cannot be."""
        vault = self._vault.worker()
        try:
            vault.begin_days_at(day_start)
        finally:
            vault.close()
