"""Puts a copy where a store cannot be opened any more, with the copy's own key; what was there is kept aside.

The order is: a whole, checked store aside; everything that was there, kept; the copy's key in the second key file;
the store's name; then both key files. A crash anywhere leaves what was there, or the copy with its key.
"""

import os
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import ModuleType

from companion.adapters.storage import copy_reading
from companion.adapters.storage.beside import ASIDE
from companion.adapters.storage.copy_list import copies_looked_into
from companion.adapters.storage.copy_reading import contents_of, key_for, opened_copy, told_of_copy, unwrapped
from companion.adapters.storage.copying import copy_store
from companion.adapters.storage.database import DRIVER, STORE_NAME, open_existing, salt_of
from companion.adapters.storage.files import make_private_folder, sync_file, sync_folder, trouble_of, write_durably
from companion.adapters.storage.key_file import COPY_NAME, KEY_NAME, LockedKey, StoreKey, key_files, write_key
from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.adapters.storage.presence import alone
from companion.adapters.storage.upgrade import BACKUPS, steps_in, take_step
from companion.application.copies import CopyContents, CopyPlace, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.domain.secrets import Secret

_BESIDE = ("-wal", "-shm", "-journal")


def copies_to_put(folder: Path, place: Path | None = None, driver: ModuleType = DRIVER) -> list[KeptCopy]:
    """The copies beside the store of `folder`, or those in `place`. Raises UserError(FOLDER_UNREADABLE)."""
    known = next((key for key in key_files(folder) if isinstance(key, StoreKey)), None)
    if place is None:
        return copies_looked_into(folder / BACKUPS, CopyPlace.HERE, known, driver)
    return copies_looked_into(place, CopyPlace.CHOSEN, known, driver)


def contents_to_put(folder: Path, copy: Path, secret: Secret | None, driver: ModuleType = DRIVER) -> CopyContents:
    """What a copy holds. Raises UserError as `Restoring.look` does."""
    with opened_copy(copy, _key(folder, copy, secret), driver, newest_step(OUR_STEPS)) as opened:
        return contents_of(opened)


def replace_store(folder: Path, copy: Path, secret: Secret | None, day: date, driver: ModuleType = DRIVER) -> Path:
    """The copy is the store of `folder` from now on; returns the folder in which what was there is kept.

    Raises UserError and leaves everything as it was: OPEN_ELSEWHERE if anybody has the store open, DISK_FULL,
    FOLDER_UNWRITABLE, and what `Restoring.look` raises.
    """
    key = _key(folder, copy, secret)
    aside = folder / ASIDE
    with alone(folder):
        try:
            _put_aside(copy, key, aside, driver)
            kept = _keep(folder, day)
            _take_place(folder, aside / STORE_NAME, key)
        except OSError as error:
            raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(folder)) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return kept


def _key(folder: Path, copy: Path, secret: Secret | None) -> StoreKey:
    """The key files of the folder know the newest passphrase, if they are of the same store."""
    salt = copy_reading.salt_of(copy)
    beside = next((key for key in key_files(folder) if key is not None and key.salt == salt), None)
    if isinstance(beside, LockedKey):
        return unwrapped(beside, secret)
    return key_for(copy, beside, secret)


def _put_aside(copy: Path, key: StoreKey, aside: Path, driver: ModuleType) -> None:
    shutil.rmtree(aside, ignore_errors=True)
    make_private_folder(aside)
    newest = newest_step(OUR_STEPS)
    with told_of_copy(copy), opened_copy(copy, key, driver, newest) as source:
        copy_store(source, key, aside / STORE_NAME, driver)
    connection, _key = open_existing(aside, driver, newest, held=key)
    try:
        for step in steps_in(OUR_STEPS):
            take_step(connection, step)
    except driver.DatabaseError as error:
        raise UserError(Trouble.COPY_DAMAGED, path=str(copy)) from error
    finally:
        connection.close()
    sync_file(aside / STORE_NAME)


def _keep(folder: Path, day: date) -> Path:
    """Copies byte by byte: what cannot be opened here may be opened elsewhere."""
    number = 1
    while (kept := folder / BACKUPS / f"unopened-{day.isoformat()}-{number}").exists():
        number += 1
    make_private_folder(kept)
    for name in (STORE_NAME, *(STORE_NAME + suffix for suffix in _BESIDE), KEY_NAME, COPY_NAME):
        if (folder / name).exists():
            shutil.copy2(folder / name, kept / name)
            sync_file(kept / name)
    sync_folder(kept)
    sync_folder(kept.parent)
    return kept


def _take_place(folder: Path, finished: Path, key: StoreKey) -> None:
    """The second key file goes first: until the store has its name, the first one is that of what was there."""
    store = folder / STORE_NAME
    replaced = salt_of(store)
    write_durably(folder / COPY_NAME, key.to_json(replaces=replaced if replaced != key.salt else None))
    for suffix in _BESIDE:
        store.with_name(store.name + suffix).unlink(missing_ok=True)
    os.replace(finished, store)
    sync_folder(folder)
    with suppress(UserError):  # it is done: the second file has the key, and the next opening mends the first
        write_key(folder, key)
