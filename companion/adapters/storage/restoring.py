"""Puts a copy in the store's place: looked at first, brought up to date aside, and only then given its name.

The copy is written anew under the store's own key, as `restoring/companion.db` beside it, and brought to this version
there. What differs is counted between the two. To restore it, nobody may have the store open for the milliseconds it
takes: the store gets a second name among the copies, and the one aside takes its first. A crash anywhere leaves the
store or the copy, never neither, and key and passphrase stay what they are.
"""

import os
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.backups import thin_out
from companion.adapters.storage.beside import ASIDE
from companion.adapters.storage.breathing import Breathing
from companion.adapters.storage.copy_differences import differences
from companion.adapters.storage.copy_names import name_of
from companion.adapters.storage.copy_reading import contents_of, key_for, key_with, opened_copy, told_of_copy
from companion.adapters.storage.copy_trailer import add_key
from companion.adapters.storage.copying import copy_store, draft_of
from companion.adapters.storage.database import DRIVER, STORE_NAME, open_existing
from companion.adapters.storage.files import make_private_folder, sync_file, sync_folder, trouble_of
from companion.adapters.storage.key_file import LockedKey, StoreKey, lay_beside_copies
from companion.adapters.storage.opened import OUR_STEPS, OpenedStore, newest_step
from companion.adapters.storage.presence import alone
from companion.adapters.storage.troubles import told_kindly
from companion.adapters.storage.upgrade import BACKUPS, steps_in, take_step
from companion.adapters.storage.vault import SqliteVault
from companion.application.copies import Comparison, CopyContents, CopyKind, CopyPlace, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.domain.secrets import Secret

if TYPE_CHECKING:
    from sqlite3 import Connection

PATIENCE = 0.5  # seconds for a command of the terminal to end


class Restoring:
    """Restores into the store of a vault, in the thread of that vault, the worker's."""

    def __init__(
        self, folder: Path, vault: SqliteVault, driver: ModuleType = DRIVER, steps_folder: Path = OUR_STEPS
    ) -> None:
        self._folder = folder
        self._aside = folder / ASIDE
        self._vault = vault
        self._driver = driver
        self._steps_folder = steps_folder

    def look(self, copy: Path, secret: Secret | None = None) -> Comparison:
        """Brings a copy up to date beside the store, and says what would change; the store stays as it is.

        Raises UserError: COPY_PROTECTED or COPY_SECRET_WRONG if it takes a secret, or another one, COPY_DAMAGED,
        COPY_NEWER, COPY_NOT_OURS, COPY_KEY_MISSING, FILE_MISSING, FILE_UNREADABLE, DISK_FULL, LOCKED.
        """
        opened = self._vault.opened()
        self.drop()
        try:
            version = self._put_aside(copy, secret, opened)
            found = self._compared(copy, version, opened)
            # On the worker: else what is not in the store's own file yet gets there while a window waits.
            with told_kindly(self._driver):
                opened.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            return found
        except BaseException:
            self.drop()
            raise

    def carry_out(self, day: date) -> Path:
        """What was looked at last takes the store's place, durably; returns the copy of what was there before.

        The vault is closed for it, and opens anew when it is next used; `tidy` does what can wait. Raises UserError
        and leaves the store as it was: OPEN_ELSEWHERE, FILE_MISSING if nothing was looked at, FOLDER_UNWRITABLE,
        DISK_FULL.
        """
        key = self._vault.opened().key
        finished = self._aside / STORE_NAME
        if not finished.exists():
            raise UserError(Trouble.FILE_MISSING, path=str(self._aside))
        self._vault.close()
        try:
            return self._give_way(finished, key, day)
        except OSError as error:
            raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(self._folder)) from error

    def tidy(self, kept: Path) -> None:
        """After a restore: what was there before, in `kept`, gets its key, and older ones of its kind go.

        Not in the GUI thread: taking large files away makes a window wait.
        """
        with suppress(OSError, UserError):  # the key lies beside the copies as well
            add_key(kept, self._vault.opened().key)
            sync_file(kept)
            thin_out(kept.parent, kept)
        self.drop()

    def drop(self) -> None:
        """Nothing is looked at any more; what lies aside goes, and what a crash on the way left."""
        shutil.rmtree(self._aside, ignore_errors=True)
        store = self._folder / STORE_NAME
        for copy in (self._folder / BACKUPS).glob("before-restore-*.db"):
            with suppress(OSError):
                if os.path.samefile(copy, store):
                    copy.unlink()  # a second name of the store that never gave way

    def _give_way(self, finished: Path, key: StoreKey, day: date) -> Path:
        store, copies = self._folder / STORE_NAME, self._folder / BACKUPS
        make_private_folder(copies)
        lay_beside_copies(copies, key)
        with alone(self._folder, PATIENCE):
            if any(store.with_name(store.name + suffix).exists() for suffix in ("-wal", "-journal")):
                raise UserError(Trouble.STORE_BUSY)  # what is not in the store yet would be taken for the copy's
            kept = _free_name(copies, day)
            _name_twice(store, kept)
            sync_folder(copies)
            os.replace(finished, store)
            with suppress(OSError):  # it is done; at worst a power cut brings the store before back, which is whole
                sync_folder(self._folder)
        return kept

    def _put_aside(self, copy: Path, secret: Secret | None, opened: OpenedStore) -> int:
        """Returns the version that the copy had."""
        key = key_for(copy, opened.key, secret)
        make_private_folder(self._aside)
        newest = newest_step(self._steps_folder)
        with told_of_copy(copy), opened_copy(copy, key, self._driver, newest) as source:
            version = contents_of(source).version
            with Breathing(draft_of(self._aside / STORE_NAME)) as breathe:
                copy_store(source, opened.key, self._aside / STORE_NAME, self._driver, between=breathe)
        self._bring_up_to_date(copy, opened)
        sync_file(self._aside / STORE_NAME)
        return version

    def _bring_up_to_date(self, copy: Path, opened: OpenedStore) -> None:
        """What is noted while locked is sealed to the key that this store has; it goes on opening that."""
        connection = self._opened_aside(opened)
        try:
            for step in steps_in(self._steps_folder):
                take_step(connection, step)
            facts.keep_spool_key(connection, opened.facts)
        except self._driver.DatabaseError as error:
            raise UserError(Trouble.COPY_DAMAGED, path=str(copy)) from error
        finally:
            connection.close()

    def _opened_aside(self, opened: OpenedStore) -> "Connection":
        newest = newest_step(self._steps_folder)
        connection, _key = open_existing(self._aside, self._driver, newest, held=opened.key)
        return connection

    def _compared(self, copy: Path, version: int, opened: OpenedStore) -> Comparison:
        own = key_with(copy)
        is_protected = None if own is None else isinstance(own, LockedKey)
        with told_kindly(self._driver):
            here = contents_of(opened.connection)
            connection = self._opened_aside(opened)
            try:
                there = contents_of(connection)
            finally:
                connection.close()
            found = differences(opened.connection, self._aside / STORE_NAME, opened.key)
        there = CopyContents(there.check_ins, there.first_day, there.last_day, version)
        is_earlier = version < newest_step(self._steps_folder)
        described = KeptCopy(str(copy), CopyKind.SAVED, CopyPlace.FILE, None, there, is_earlier, is_protected)
        return Comparison(described, here, there, found, bool(is_protected) and not opened.key.is_protected)


def _free_name(copies: Path, day: date) -> Path:
    number = 1
    while (path := copies / name_of(CopyKind.BEFORE_RESTORE, day, number)).exists():
        number += 1
    return path


def _name_twice(store: Path, kept: Path) -> None:
    """Where a file can have one name only, the copy is one of its own."""
    try:
        os.link(store, kept)
    except OSError:
        draft = draft_of(kept)
        shutil.copyfile(store, draft)
        sync_file(draft)
        os.replace(draft, kept)
