"""Puts a copy in the store's place: looked at first, brought up to date aside, poured in as one transaction.

The copy is written anew under the store's own key, as `restoring/companion.db` beside it, and brought to this version
there. What differs is counted between the two. Then the store as it is now is kept as a copy before its pages are
replaced within one transaction of its own: a crash anywhere leaves the old store or the new one, others who have it
open see the one and then the other, and neither key nor passphrase ever change.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.copy_differences import differences
from companion.adapters.storage.copy_reading import contents_of, key_for, key_with, opened_copy, told_of_copy
from companion.adapters.storage.copying import PAGES_AT_ONCE, copy_store
from companion.adapters.storage.database import DRIVER, STORE_NAME, open_existing
from companion.adapters.storage.files import make_private_folder
from companion.adapters.storage.key_file import LockedKey
from companion.adapters.storage.opened import OUR_STEPS, OpenedStore, newest_step
from companion.adapters.storage.troubles import BUSY, LOCKED, refuse_status, told_kindly
from companion.adapters.storage.upgrade import steps_in, take_step
from companion.adapters.storage.vault import SqliteVault
from companion.application.copies import Comparison, CopyContents, CopyKind, CopyPlace, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.domain.secrets import Secret

if TYPE_CHECKING:
    from sqlite3 import Connection

ASIDE = "restoring"
MOST_WAITS = 20  # of a quarter of a second each, while another process writes


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
            return self._compared(copy, version, opened)
        except BaseException:
            self.drop()
            raise

    def carry_out(self, day: date) -> Path:
        """What was looked at last takes the store's place, durably; returns the copy of what was there before.

        Raises UserError and leaves the store as it was if that is impossible: STORE_BUSY while another process
        writes, DISK_FULL, FILE_MISSING if nothing was looked at.
        """
        opened = self._vault.opened()
        if not (self._aside / STORE_NAME).exists():
            raise UserError(Trouble.FILE_MISSING, path=str(self._aside))
        kept = StoreBackups(self._folder, self._vault, self._driver).make(day, CopyKind.BEFORE_RESTORE)
        connection = self._opened_aside(opened)
        try:
            with told_kindly(self._driver):
                connection.backup(opened.connection, pages=PAGES_AT_ONCE, progress=_patience(MOST_WAITS))
                opened.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            connection.close()
        self.drop()
        return kept

    def drop(self) -> None:
        """Nothing is looked at any more; what lies aside goes."""
        shutil.rmtree(self._aside, ignore_errors=True)

    def _put_aside(self, copy: Path, secret: Secret | None, opened: OpenedStore) -> int:
        """Returns the version that the copy had."""
        key = key_for(copy, opened.key, secret)
        make_private_folder(self._aside)
        newest = newest_step(self._steps_folder)
        with told_of_copy(copy), opened_copy(copy, key, self._driver, newest) as source:
            version = contents_of(source).version
            copy_store(source, opened.key, self._aside / STORE_NAME, self._driver)
        self._bring_up_to_date(copy, opened)
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


def _patience(most: int) -> Callable[[int, int, int], None]:
    """Ends the pouring when a page could not be written, or another process has been writing for that many tries."""
    waits = 0

    def watch(status: int, _remaining: int, _total: int) -> None:
        nonlocal waits
        refuse_status(status)
        waits = waits + 1 if status in (BUSY, LOCKED) else 0
        if waits > most:
            raise UserError(Trouble.STORE_BUSY)

    return watch
