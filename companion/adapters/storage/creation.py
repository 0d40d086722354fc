"""The first store of a folder: finished under another name before it gets its own.

The order is: a whole store as `companion.db.new`, then its key, then the store's name. A crash leaves either nothing
that anybody saw, or a key beside a whole `.new`, which the next start takes up. A key without any store therefore
means that the store went missing, and nothing is started anew in its place.
"""

import os
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.database import STORE_NAME, connect, refuse_plain, version_of
from companion.adapters.storage.files import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    held_alone,
    make_private_folder,
    sync_file,
    sync_folder,
    trouble_of,
)
from companion.adapters.storage.key_file import StoreKey, has_key, new_key, read_key, write_key
from companion.adapters.storage.troubles import told_kindly
from companion.adapters.storage.upgrade import LOCK_NAME, Step, steps_in, take_step
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

NEW_NAME = STORE_NAME + ".new"


def make_store(folder: Path, driver: ModuleType, steps_folder: Path) -> None:
    """Makes the store of `folder` unless it is there by now.

    Raises UserError(FILE_MISSING) if there is a key but no store, UserError(STORE_NOT_ENCRYPTED) if the driver
    cannot encrypt, and UserError for a folder that cannot be written.
    """
    make_private_folder(folder)
    with held_alone(folder / LOCK_NAME, wait=True):
        if (folder / STORE_NAME).exists():
            return
        try:
            if not has_key(folder):
                write_key(folder, _new_store(folder, driver, steps_in(steps_folder)))
            _take_up(folder, driver)
        except OSError as error:
            raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(folder)) from error


def _new_store(folder: Path, driver: ModuleType, steps: list[Step]) -> StoreKey:
    key, path = new_key(), folder / NEW_NAME
    folder.chmod(PRIVATE_FOLDER)
    _remove(path)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    try:
        connection = connect(path, key, driver)
        try:
            with told_kindly(driver):
                connection.execute("PRAGMA journal_mode = WAL")
                refuse_plain(path)
                _fill(connection, steps)
        finally:
            connection.close()
        refuse_plain(path)
    except BaseException:
        _remove(path)
        raise
    sync_file(path)
    return key


def _fill(connection: "Connection", steps: list[Step]) -> None:
    for step in steps:
        take_step(connection, step)
    facts.make(connection)


def _take_up(folder: Path, driver: ModuleType) -> None:
    """Gives the finished store its name."""
    path = folder / NEW_NAME
    if not path.exists():
        raise UserError(Trouble.FILE_MISSING, data_is_safe=False, path=str(folder / STORE_NAME))
    connection = connect(path, read_key(folder), driver)
    try:
        with told_kindly(driver):
            is_whole = version_of(connection) > 0
    finally:
        connection.close()
    if not is_whole:
        raise UserError(Trouble.STORE_DAMAGED, data_is_safe=False, path=str(path))
    os.rename(path, folder / STORE_NAME)
    sync_folder(folder)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
