"""An opened store: its connection, its facts, its repositories."""

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.creation import make_store
from companion.adapters.storage.database import STORE_NAME, open_existing, version_of
from companion.adapters.storage.facts import Facts
from companion.adapters.storage.key_file import StoreKey
from companion.adapters.storage.store import SqliteStore
from companion.adapters.storage.troubles import told_kindly
from companion.adapters.storage.upgrade import OUR_STEPS, steps_in, upgrade

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """Closed by closing the connection; the last one closed leaves a single file."""

    connection: "Connection"
    key: StoreKey
    facts: Facts
    store: SqliteStore


def open_store(
    folder: Path, driver: ModuleType, *, any_thread: bool = False, steps_folder: Path = OUR_STEPS
) -> OpenedStore:
    """Opens the store of `folder`, makes it if there is none, upgrades it if it is older. Raises UserError.

    An existing store of this version is only read.
    """
    steps = steps_in(steps_folder)
    newest = steps[-1].number
    if not (folder / STORE_NAME).exists():
        make_store(folder, driver, steps)
    connection, key = open_existing(folder, driver, newest, any_thread=any_thread)
    try:
        with told_kindly(driver):
            if version_of(connection) < newest:
                upgrade(connection, folder, key, steps, driver)
            read = facts.read(connection)
            return OpenedStore(connection, key, read, SqliteStore(connection, read))
    except BaseException:
        connection.close()
        raise
