"""A verified copy of the open store, page by page, under the same key."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage.database import connect, refuse_plain
from companion.adapters.storage.files import PRIVATE_FILE, sync_file, sync_folder, trouble_of
from companion.adapters.storage.key_file import StoreKey
from companion.adapters.storage.troubles import refuse_status, told_kindly
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

PAGES_AT_ONCE = 256
PART = ".part"


def copy_store(
    source: "Connection",
    key: StoreKey,
    target: Path,
    driver: ModuleType,
    *,
    between: Callable[[], object] | None = None,
    finish: Callable[[Path], object] | None = None,
) -> None:
    """Writes the store behind `source` to `target`, over what is there, once the copy was opened and checked.

    `between` is called between every megabyte and the next; `finish` with the checked copy before it gets its name.
    Raises UserError and leaves `target` as it was if that is impossible.
    """
    draft = draft_of(target)
    try:
        _remove(draft)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        _copy_pages(source, key, draft, driver, between)
        refuse_plain(draft)
        verify(draft, key, driver)
        if finish is not None:
            finish(draft)
        sync_file(draft)
        os.replace(draft, target)
        sync_folder(target.parent)
    except OSError as error:
        raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(target.parent)) from error
    finally:
        with suppress(OSError):
            _remove(draft)


def draft_of(target: Path) -> Path:
    """Where a copy is written before it gets its name."""
    return target.with_name(target.name + PART)


def verify(path: Path, key: StoreKey, driver: ModuleType) -> None:
    """Opens a copy and checks every page. Raises UserError(STORE_DAMAGED) if something is wrong."""
    connection = connect(path, key, driver)
    try:
        with told_kindly(driver):
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise UserError(Trouble.STORE_DAMAGED, path=str(path))
    finally:
        connection.close()


def _copy_pages(
    source: "Connection", key: StoreKey, draft: Path, driver: ModuleType, between: Callable[[], object] | None
) -> None:
    def step(status: int, _remaining: int, _total: int) -> None:
        refuse_status(status)
        if between is not None:
            between()

    copy = connect(draft, key, driver)
    try:
        with told_kindly(driver):
            source.backup(copy, pages=PAGES_AT_ONCE, progress=step)
    finally:
        copy.close()


def _remove(draft: Path) -> None:
    """Takes away what an earlier attempt left, with the files that the database keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + suffix).unlink(missing_ok=True)
