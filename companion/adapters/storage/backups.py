"""Copies of the store: one for each day it is asked for, verified, with the key beside them."""

import re
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage.copying import copy_store
from companion.adapters.storage.database import DRIVER, connect
from companion.adapters.storage.files import make_private_folder
from companion.adapters.storage.key_file import StoreKey, lay_beside_copies
from companion.adapters.storage.troubles import told_kindly
from companion.adapters.storage.upgrade import BACKUPS
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAME = re.compile(r"companion-(\d{4}-\d\d-\d\d)(?:-\d+)?\.db")


class StoreBackups:
    """Copies of a vault's store, in `backups` beside it; made in the thread of that vault, the worker's."""

    def __init__(self, folder: Path, vault: SqliteVault, driver: ModuleType = DRIVER) -> None:
        self._store_folder = folder
        self._folder = folder / BACKUPS
        self._vault = vault
        self._driver = driver

    def newest_day(self) -> date | None:
        """The day of the newest copy."""
        return newest_day(self._store_folder)

    def make(self, day: date) -> None:
        """Writes a verified copy for that day, over an earlier one of the same day.

        An earlier one that holds more check-ins, forgotten ones counted, stays, and the new one gets a number.
        Raises UserError(LOCKED), and UserError if the copy is impossible; earlier copies are then as they were.
        """
        opened = self._vault.opened()
        connection, key = opened.connection, opened.key
        make_private_folder(self._folder)
        lay_beside_copies(self._folder, key)
        target = self._folder / f"companion-{day.isoformat()}.db"
        with told_kindly(self._driver):
            count = _count(connection)
        copy_store(connection, key, self._free_of_fuller(target, key, count), self._driver)

    def _free_of_fuller(self, target: Path, key: StoreKey, count: int) -> Path:
        number = 1
        path = target
        while path.exists() and self._holds_more(path, key, count):
            number += 1
            path = target.with_name(f"{target.stem}-{number}.db")
        return path

    def _holds_more(self, path: Path, key: StoreKey, count: int) -> bool:
        """True also for a copy that this key cannot open: who knows what is in it."""
        try:
            copy = connect(path, key, self._driver)
            try:
                with told_kindly(self._driver):
                    return _count(copy) > count
            finally:
                copy.close()
        except UserError:
            return True


def newest_day(folder: Path) -> date | None:
    """The day of the newest copy beside the store in `folder`."""
    names = (_NAME.fullmatch(path.name) for path in (folder / BACKUPS).glob("companion-*.db"))
    return max((date.fromisoformat(name[1]) for name in names if name), default=None)


def _count(connection: "Connection") -> int:
    return int(connection.execute("SELECT count(*) FROM check_in").fetchone()[0])
