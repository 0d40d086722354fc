"""Copies and restoring, over a connection that belongs to the worker's thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from companion.adapters.storage.beside import BACKUPS, a_restore_was_begun
from companion.application.copies import CopyKind, CopyPlace, KeptCopy

if TYPE_CHECKING:
    from datetime import date, datetime

    from companion.adapters.storage.vault import SqliteVault
    from companion.application.copies import Comparison
    from companion.domain.secrets import Secret


class WorkerBackups:
    """Fills the BackupKeeper port. All but the `newest_…` and `restore` are called on the worker only."""

    def __init__(self, folder: Path, vault: SqliteVault) -> None:
        self._folder = folder
        self._vault = vault
        self._kept: Path | None = None

    def newest_day(self) -> date | None:
        """The day of the newest copy."""
        from companion.adapters.storage.copy_names import newest_day_in

        return newest_day_in(self._folder / BACKUPS)

    def newest_made_at(self) -> datetime | None:
        """When that copy was made."""
        from companion.adapters.storage.copy_names import newest_made_at_in

        return newest_made_at_in(self._folder / BACKUPS)

    def make(self, day: date) -> None:
        """Writes a verified copy for that day. Raises UserError if that is impossible."""
        from companion.adapters.storage.backups import StoreBackups

        with self._own_vault() as vault:
            StoreBackups(self._folder, vault).make(day)

    def lay_in(self, place: str, day: date) -> None:
        """Lays the copy of that day in another folder. Raises UserError if that is impossible."""
        from companion.adapters.storage.backups import StoreBackups

        with self._own_vault() as vault:
            StoreBackups(self._folder, vault).lay_in(Path(place), day)

    def save(self, path: str, *, replace: bool = False) -> None:
        """Writes a verified copy to a file. Raises UserError if that is impossible."""
        from companion.adapters.storage.backups import StoreBackups

        with self._own_vault() as vault:
            StoreBackups(self._folder, vault).save(Path(path), replace=replace)

    def copies(self, place: str = "") -> list[KeptCopy]:
        """The copies in the data folder, or in another one. Raises UserError if it cannot be read."""
        from companion.adapters.storage.backups import StoreBackups

        folder = Path(place) if place else self._folder / BACKUPS
        with self._own_vault() as vault:
            return StoreBackups(self._folder, vault).copies(folder, CopyPlace.CHOSEN if place else CopyPlace.HERE)

    def look_into(self, path: str, secret: Secret | None) -> Comparison:
        """Brings a copy up to date aside and compares it with the store. Raises UserError if that is impossible."""
        from companion.adapters.storage.restoring import Restoring

        with self._own_vault() as vault:
            return Restoring(self._folder, vault).look(Path(path), secret)

    def restore(self, day: date) -> KeptCopy:
        """Puts what was looked at last in the store's place. Raises UserError if that is impossible."""
        from companion.adapters.storage.restoring import Restoring

        self._kept = Restoring(self._folder, self._vault).carry_out(day)
        return KeptCopy(str(self._kept), CopyKind.BEFORE_RESTORE, CopyPlace.HERE, day)

    def settle(self) -> None:
        """Ends a restore: what can wait is done, and no import that the copy had in it is left halfway."""
        from companion.adapters.storage.restoring import Restoring

        kept, self._kept = self._kept, None
        with self._own_vault() as vault:
            if kept is not None:
                Restoring(self._folder, vault).tidy(kept)
            vault.remove_unfinished_imports()

    def drop(self) -> None:
        """Takes away what was looked at, also what an interrupted run left."""
        if not a_restore_was_begun(self._folder):  # as on nearly every start: nothing of it is loaded then
            return
        from companion.adapters.storage.restoring import Restoring

        Restoring(self._folder, self._vault).drop()

    @contextmanager
    def _own_vault(self) -> Iterator[SqliteVault]:
        vault = self._vault.worker()
        try:
            yield vault
        finally:
            vault.close()
