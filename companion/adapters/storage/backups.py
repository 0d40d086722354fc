"""Copies of the store: one for each day it is asked for, verified, whole in one file, thinned out with time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage.breathing import Breathing, copy_file
from companion.adapters.storage.copy_list import copies_looked_into
from companion.adapters.storage.copy_names import copies_in, name_of, newest_day_in, newest_file, to_thin_out
from companion.adapters.storage.copy_reading import (
    contents_of,
    kept_check_ins,
    opened_copy,
    refuse_damaged,
    salt_of,
)
from companion.adapters.storage.copy_trailer import add_key, carried_key
from companion.adapters.storage.copying import PART, copy_store, draft_of
from companion.adapters.storage.database import DRIVER, STORE_NAME
from companion.adapters.storage.files import (
    PRIVATE_FILE,
    held_alone,
    make_private_folder,
    sync_file,
    sync_folder,
    trouble_of,
)
from companion.adapters.storage.key_file import StoreKey, lay_beside_copies
from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.adapters.storage.troubles import told_kindly
from companion.adapters.storage.upgrade import BACKUPS
from companion.adapters.storage.vault import SqliteVault
from companion.application.copies import CopyKind, CopyPlace, KeptCopy
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

LOCK_NAME = "copies.lock"


class StoreBackups:
    """Copies of a vault's store, in `backups` beside it and wherever else; made in the thread of that vault."""

    def __init__(self, folder: Path, vault: SqliteVault, driver: ModuleType = DRIVER) -> None:
        self._store_folder = folder
        self._folder = folder / BACKUPS
        self._vault = vault
        self._driver = driver
        self._newest = newest_step(OUR_STEPS)

    def newest_day(self) -> date | None:
        """The day of the newest copy."""
        return newest_day(self._store_folder)

    def make(self, day: date) -> Path:
        """Writes a verified copy for that day, over an earlier one of the same day, and thins the older ones out.

        An earlier one that holds more check-ins, forgotten ones counted, stays, and the new one gets a number.
        Raises UserError(LOCKED), and UserError if the copy is impossible; earlier copies are then as they were.
        """
        make_private_folder(self._folder)
        with self._alone(), self._standing_still() as (connection, key):
            lay_beside_copies(self._folder, key)
            target = self._free_name(self._folder, day, kept_check_ins(connection), key)
            self._copy(connection, key, target)
            thin_out(self._folder, target)
        return target

    def lay_in(self, place: Path, day: date) -> None:
        """Lays the newest copy of that day in another folder as well, and thins out those of this store there.

        Raises UserError: FOLDER_UNREADABLE if the folder is not there, FILE_MISSING if there is no copy of that day,
        FOLDER_UNWRITABLE, DISK_FULL, COPY_DAMAGED.
        """
        key = self._vault.opened().key
        source = newest_file(self._folder, day)
        if source is None:
            raise UserError(Trouble.FILE_MISSING, path=str(self._folder / name_of(CopyKind.DAY, day)))
        if not place.is_dir():
            raise UserError(Trouble.FOLDER_UNREADABLE, path=str(place))
        with opened_copy(source, key, self._driver, self._newest) as copy:
            count = kept_check_ins(copy)
        try:
            target = self._free_name(place, day, count, key)
            self._carry(source, target, key)
            thin_out(place, target, of_store=key.salt)
        except OSError as error:
            raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(place)) from error

    def save(self, target: Path, *, replace: bool = False) -> None:
        """Writes a verified copy to a file that the person named.

        Raises UserError: COPY_OTHER_THERE if there is a file that is no copy, COPY_FULLER if there is a copy that
        holds more and may not be replaced; LOCKED, FOLDER_UNREADABLE, FOLDER_UNWRITABLE, DISK_FULL.
        """
        if not target.parent.is_dir():
            raise UserError(Trouble.FOLDER_UNREADABLE, path=str(target.parent))
        with self._standing_still() as (connection, key):
            if target.exists():
                self._refuse_loss(target, key, kept_check_ins(connection), replace)
            self._copy(connection, key, target)

    def copies(self, folder: Path, place: CopyPlace) -> list[KeptCopy]:
        """The copies in a folder, newest first, those before a restore or an upgrade last; each was looked into.

        Raises UserError(FOLDER_UNREADABLE).
        """
        return copies_looked_into(folder, place, self._vault.opened().key, self._driver)

    @contextmanager
    def _standing_still(self) -> Iterator[tuple["Connection", StoreKey]]:
        """The store at one moment, however long it is read; others write meanwhile."""
        opened = self._vault.opened()
        with told_kindly(self._driver):
            opened.connection.execute("BEGIN")
        try:
            yield opened.connection, opened.key
        finally:
            opened.connection.execute("ROLLBACK")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else makes copies beside the store; what an interrupted one left is taken away."""
        with held_alone(self._store_folder / LOCK_NAME, wait=True):
            for leftover in self._folder.glob(f"*{PART}*"):
                leftover.unlink(missing_ok=True)
            yield

    def _copy(self, connection: "Connection", key: StoreKey, target: Path) -> None:
        def finish(draft: Path) -> None:
            add_key(draft, key)
            self._verify(draft, key)

        with Breathing(draft_of(target)) as breathe:
            copy_store(connection, key, target, self._driver, between=breathe, finish=finish)

    def _verify(self, copy: Path, key: StoreKey) -> None:
        """Opens it as a restore would."""
        with opened_copy(copy, key, self._driver, self._newest) as opened:
            contents_of(opened)

    def _carry(self, source: Path, target: Path, key: StoreKey) -> None:
        draft = draft_of(target)
        try:
            with suppress(FileNotFoundError):
                draft.unlink()
            os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
            copy_file(source, draft)
            sync_file(draft)
            with opened_copy(draft, key, self._driver, self._newest) as copy:
                refuse_damaged(copy, draft)
            os.replace(draft, target)
            sync_folder(target.parent)
        finally:
            with suppress(OSError):
                draft.unlink()

    def _free_name(self, folder: Path, day: date, count: int, key: StoreKey) -> Path:
        number = 1
        while (path := folder / name_of(CopyKind.DAY, day, number)).exists() and self._holds_more(path, key, count):
            number += 1
        return path

    def _holds_more(self, path: Path, key: StoreKey, count: int) -> bool:
        """True also for a copy of another store, and for one that cannot be opened: who knows what is in it."""
        try:
            if salt_of(path) != key.salt:
                return True
            with opened_copy(path, key, self._driver, self._newest) as copy:
                return kept_check_ins(copy) > count
        except UserError:
            return True

    def _refuse_loss(self, target: Path, key: StoreKey, count: int, replace: bool) -> None:
        """Only what carries its key is a copy for certain: beside a store its key lies as well."""
        store = self._store_folder / STORE_NAME
        try:
            is_copy = carried_key(target) is not None and not os.path.samefile(target, store)
        except OSError:
            is_copy = False
        if not is_copy:
            raise UserError(Trouble.COPY_OTHER_THERE, path=str(target))
        if not replace and self._holds_more(target, key, count):
            raise UserError(Trouble.COPY_FULLER, path=str(target))


def newest_day(folder: Path) -> date | None:
    """The day of the newest copy beside the store in `folder`."""
    return newest_day_in(folder / BACKUPS)


def thin_out(folder: Path, made: Path, of_store: bytes | None = None) -> None:
    """Takes older copies away. The one just made stays whatever its day: the clock may have been set back.

    Copies of other stores, of another computer for instance, stay where a salt is given.
    """
    names = {file: name for file, name in copies_in(folder).items() if of_store in (None, salt_of(folder / file))}
    gone = to_thin_out(names.values())
    for file, name in names.items():
        if name in gone and file != made.name:
            with suppress(OSError):
                (folder / file).unlink()
