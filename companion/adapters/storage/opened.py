"""An opened store: its connection, its facts, its repositories."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.database import STORE_NAME, open_existing, refuse_foreign, version_of
from companion.adapters.storage.facts import Facts
from companion.adapters.storage.files import held_alone, remove_unfinished
from companion.adapters.storage.key_file import COPY_NAME, KEY_NAME, StoreKey
from companion.adapters.storage.presence import Presence, come_in
from companion.adapters.storage.store import SqliteStore
from companion.adapters.storage.troubles import told_kindly
from companion.application.errors import UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

OUR_STEPS = Path(__file__).with_name("migrations")


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """Held until `close`; the last one closed leaves a single file."""

    connection: "Connection"
    key: StoreKey
    facts: Facts
    store: SqliteStore
    presence: Presence

    def close(self) -> None:
        """Closes the connection, and leaves."""
        self.connection.close()
        self.presence.close()


def open_store(
    folder: Path,
    driver: ModuleType,
    *,
    any_thread: bool = False,
    steps_folder: Path = OUR_STEPS,
    held: StoreKey | None = None,
    upgrading: Callable[[], object] | None = None,
) -> OpenedStore:
    """Opens the store of `folder`, makes it if there is none, upgrades it if it is older. Raises UserError.

    An existing store of this version is only read. `held` is its key, where it took a secret to get at it.
    `upgrading` is called before an upgrade that takes a while.
    """
    if not os.path.exists(folder / STORE_NAME):
        from companion.adapters.storage.creation import make_store

        make_store(folder, driver, steps_folder)
    refuse_foreign(folder / STORE_NAME)  # before anything is left in somebody else's folder
    presence = come_in(folder)
    try:
        _remove_leftovers(folder)
        return _opened(folder, driver, any_thread, steps_folder, held, presence, upgrading)
    except BaseException:
        presence.close()
        raise


def newest_step(steps_folder: Path) -> int:
    """The version that the steps of a folder lead to; each is named by its number, in four digits."""
    return max(int(name[:4]) for name in os.listdir(steps_folder) if name.endswith(".sql"))


def _remove_leftovers(folder: Path) -> None:
    """What a crash left half written; the part of a key file only while nobody writes one."""
    remove_unfinished(folder / STORE_NAME)
    key_files = [folder / name for name in (KEY_NAME, COPY_NAME)]
    if any(os.path.exists(f"{path}.part") for path in key_files):
        from companion.adapters.storage.upgrade import LOCK_NAME

        with suppress(UserError), held_alone(folder / LOCK_NAME, wait=False) as is_alone:
            for path in key_files if is_alone else ():
                remove_unfinished(path)


def _opened(
    folder: Path,
    driver: ModuleType,
    any_thread: bool,
    steps_folder: Path,
    held: StoreKey | None,
    presence: Presence,
    upgrading: Callable[[], object] | None,
) -> OpenedStore:
    newest = newest_step(steps_folder)
    connection, key = open_existing(folder, driver, newest, any_thread=any_thread, held=held)
    try:
        with told_kindly(driver):
            if version_of(connection) < newest:
                from companion.adapters.storage.upgrade import takes_time, upgrade

                if upgrading is not None and takes_time(folder):
                    upgrading()
                upgrade(connection, folder, key, steps_folder, driver)
            read = facts.read(connection)
            return OpenedStore(connection, key, read, SqliteStore(connection, read), presence)
    except BaseException:
        connection.close()
        raise
