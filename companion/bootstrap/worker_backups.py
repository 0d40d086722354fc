"""The day's copy, made over a connection that belongs to the worker's thread."""

from datetime import date
from pathlib import Path

from companion.adapters.storage.vault import SqliteVault


class WorkerBackups:
    """Fills the BackupKeeper port; `make` is called on the worker only, and opens what it needs there."""

    def __init__(self, folder: Path, vault: SqliteVault) -> None:
        self._folder = folder
        self._vault = vault

    def newest_day(self) -> date | None:
        """The day of the newest copy."""
        from companion.adapters.storage.backups import newest_day

        return newest_day(self._folder)

    def make(self, day: date) -> None:
        """Writes a verified copy for that day. Raises UserError if that is impossible."""
        from companion.adapters.storage.backups import StoreBackups

        vault = self._vault.worker()
        try:
            StoreBackups(self._folder, vault).make(day)
        finally:
            vault.close()
