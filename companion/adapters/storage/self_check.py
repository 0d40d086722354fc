"""The store looks at itself: is it whole, private, and kept twice where that matters?"""

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from companion.adapters.storage.backups import newest_day
from companion.adapters.storage.creation import NEW_NAME
from companion.adapters.storage.database import DRIVER, STORE_NAME, version_of
from companion.adapters.storage.key_file import COPY_NAME, KEY_NAME, AnyKey, LockedKey, key_files
from companion.adapters.storage.older_copies import OlderCopiesOf
from companion.adapters.storage.opened import OpenedStore
from companion.adapters.storage.spool import Spool
from companion.adapters.storage.upgrade import BACKUPS
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import UserError

_OTHERS_MAY = stat.S_IRWXG | stat.S_IRWXO


class FindingState(Enum):
    """How a finding is to be taken."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `detail` is a word or number for programs, never for a person's eyes."""

    name: str
    state: FindingState
    detail: str = ""


def check(folder: Path, vault: SqliteVault) -> list[Finding]:
    """Looks at everything; reads every page of the store, which takes seconds for a large one.

    While locked only what lies beside the store is looked at. Raises UserError if the store cannot be opened.
    """
    return [*_inside(vault), *_beside(folder)]


def _inside(vault: SqliteVault) -> Iterator[Finding]:
    if vault.is_locked:
        yield Finding("store.open", FindingState.WARN, "locked")
        return
    try:
        with vault.reading() as store:
            yield _integrity(vault.opened())
            yield _cipher(vault.opened())
            yield _finding("store.day_summary", store.days.are_right(), "wrong")
            yield _finding("store.tags", store.tags.are_right(), "wrong")
            yield Finding("store.check_ins", FindingState.OK, str(store.days.total()))
            yield Finding("store.version", FindingState.OK, str(version_of(vault.opened().connection)))
    except UserError as error:
        yield Finding("store.open", FindingState.FAIL, error.trouble.value)


def _beside(folder: Path) -> Iterator[Finding]:
    first, second = key_files(folder)
    yield _finding("key.file", first is not None, "missing_or_broken")
    yield _finding("key.copies", first == second, "different", FindingState.WARN)
    yield from _protection(folder, first or second)
    open_to_others = sorted(path.name for path in _ours(folder) if _others_may_open(path))
    yield _finding("folder.private", not open_to_others, " ".join(open_to_others), FindingState.WARN)
    spool = Spool(folder)
    waiting, unreadable = len(spool.names()), spool.set_aside()
    yield Finding("spool.waiting", FindingState.OK, str(waiting))
    yield _finding("spool.unreadable", not unreadable, str(unreadable), FindingState.WARN)
    newest = newest_day(folder)
    day = "" if newest is None else newest.isoformat()
    yield _finding("backups.newest", newest is not None, "none", FindingState.WARN, day)


def _protection(folder: Path, key: AnyKey | None) -> Iterator[Finding]:
    if isinstance(key, LockedKey):
        yield Finding("key.protected", FindingState.OK, " ".join(slot.kind.value for slot in key.slots))
        is_settled = OlderCopiesOf(folder / BACKUPS, (), DRIVER).are_settled(key.salt)
        yield _finding("backups.protected", is_settled, "older_key", FindingState.WARN)
    elif key is not None:
        yield Finding("key.open", FindingState.OK)


def _integrity(opened: OpenedStore) -> Finding:
    lines = opened.connection.execute("PRAGMA quick_check(1)").fetchall()
    return _finding("store.integrity", lines == [("ok",)], "damaged")


def _cipher(opened: OpenedStore) -> Finding:
    """Compares the checksum of every page; nothing is returned if all are right."""
    lines = opened.connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return _finding("store.cipher", not lines, "damaged")


def _finding(
    name: str, is_ok: bool, otherwise: str, worst: FindingState = FindingState.FAIL, detail: str = ""
) -> Finding:
    return Finding(name, FindingState.OK, detail) if is_ok else Finding(name, worst, otherwise)


def _ours(folder: Path) -> Iterator[Path]:
    yield folder
    stores = (STORE_NAME, STORE_NAME + "-wal", STORE_NAME + "-shm", NEW_NAME)
    names = (*stores, KEY_NAME, COPY_NAME, "plan.json", "support.json")
    yield from (folder / name for name in names)
    for inner in ("spool", "backups"):
        yield folder / inner
        if (folder / inner).is_dir():
            yield from (folder / inner).iterdir()


def _others_may_open(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        return bool(os.stat(path).st_mode & _OTHERS_MAY)
    except OSError:
        return False
