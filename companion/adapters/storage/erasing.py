"""Deletes a notebook with its keys, its copies and all that lies beside it, wholly, whenever the power goes.

The order is: a marker, durably; then every key, written over before it goes, for then nothing that is left can be
read; then the copies, the store, what lies beside it; the marker last. Before the marker everything is as it was;
while there is one, the next start goes on. So nobody is ever told of a store that has lost its key.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from companion.adapters.removing import remove_if_empty, remove_ours
from companion.adapters.storage.beside import ASIDE, ERASING, SPOOL
from companion.adapters.storage.copy_names import copies_in
from companion.adapters.storage.copying import draft_of
from companion.adapters.storage.database import PAGE_BYTES, STORE_NAME, salt_of
from companion.adapters.storage.files import held_alone, sync_folder, write_durably
from companion.adapters.storage.key_file import LONGEST_FILE, key_from_json
from companion.adapters.storage.presence import alone
from companion.adapters.storage.upgrade import BACKUPS
from companion.application.errors import UserError

_STORE = r"companion\.db(\.new|\.part)?(-wal|-shm|-journal)?"
_KEY = r"key(-copy|-[0-9a-f]{8})?\.json(\.part)?"
_DATED = r"(companion|before-restore)-\d{4}-\d\d-\d\d(-\d{1,6})?|before-upgrade-\d+"
_COPY = rf"({_DATED})\.db(\.part)?(-wal|-shm|-journal)?"
_KEYS, _COPIES = re.compile(_KEY), re.compile(_COPY)
_STORE_OR_KEY = re.compile(f"{_STORE}|{_KEY}")
_SEALED = re.compile(r"key\.pub(\.part)?|.+\.sealed(\.part|\.unreadable)?")
_UNOPENED = re.compile(r"unopened-\d{4}-\d\d-\d\d-\d+")
_IN_DATA = re.compile(
    rf"{_STORE}|{_KEY}|(plan|support)\.json(\.part)?|{re.escape(ERASING)}\.part"
    r"|(store|companion|copies|import)\.lock|instance\.lock\.rmlock|companion-[0-9a-f]{8}\.sock"
)


def begin(folder: Path, place: Path | None) -> None:
    """From now on everything in `folder` is to go, and the copies of its notebook in `place`; `finish` does it.

    Raises UserError and leaves everything as it was: OPEN_ELSEWHERE if anybody has the store open, DISK_FULL,
    FOLDER_UNWRITABLE.
    """
    salts = sorted(salt.hex() for salt in _salts(folder))
    wish = {"place": None if place is None else str(place), "salts": salts}
    with alone(folder):
        write_durably(folder / ERASING, json.dumps(wish).encode())


def finish(folder: Path, beside: Callable[[], list[str]]) -> list[str]:
    """Deletes what `begin` said, also after a crash; `beside` deletes what lies elsewhere, and says what it left.

    Returns the paths that could not be deleted. As long as some of them lie in `folder`, the next start tries again.
    What is not ours by its name stays.
    """
    marker, left = folder / ERASING, list[str]()
    with held_alone(marker, wait=True):
        wish = _read(marker)
        if wish is not None:  # else another process was faster
            left = _erase(folder, *wish)
            in_folder = bool(left)
            left += [*_of_place(*wish), *beside()]
            if in_folder:
                return left
        with suppress(PermissionError):  # Windows: not while it is held
            marker.unlink(missing_ok=True)
    marker.unlink(missing_ok=True)
    with suppress(OSError):
        sync_folder(folder)
    return left


def _erase(folder: Path, _place: Path | None, _salts: frozenset[bytes]) -> list[str]:
    try:
        with alone(folder):
            return [*_keys(folder), *_copies(folder / BACKUPS), *_rest(folder)]
    except UserError:
        return [str(folder / STORE_NAME)]


def _keys(folder: Path) -> Iterator[str]:
    """Of the store, and of the copies beside it: those that lie there, and those that the copies carry."""
    kept_aside = _unopened(folder / BACKUPS)
    for place in (folder, folder / BACKUPS, *kept_aside):
        for path in _fitting(place, _KEYS):
            _write_over(path, LONGEST_FILE)
        yield from remove_ours(place, _KEYS)
    for path in _fitting(folder / BACKUPS, _COPIES):
        _write_over(path, PAGE_BYTES)
    for place in (folder, folder / BACKUPS, *kept_aside):
        with suppress(OSError):
            sync_folder(place)


def _copies(backups: Path) -> Iterator[str]:
    yield from remove_ours(backups, _COPIES)
    for kept in _unopened(backups):
        yield from remove_ours(kept, _STORE_OR_KEY)
        remove_if_empty(kept)
    remove_if_empty(backups)


def _rest(folder: Path) -> Iterator[str]:
    for inner, ours in ((SPOOL, _SEALED), (ASIDE, _STORE_OR_KEY)):
        yield from remove_ours(folder / inner, ours)
        remove_if_empty(folder / inner)
    yield from remove_ours(folder, _IN_DATA)


def _of_place(place: Path | None, salts: frozenset[bytes]) -> Iterator[str]:
    """Copies of this notebook alone: those of another computer may lie beside them."""
    if place is None:
        return
    try:
        ours = [place / name for name in copies_in(place) if salt_of(place / name) in salts]
    except OSError:
        yield str(place)
        return
    for path in ours:
        try:
            _write_over(path, PAGE_BYTES)
            draft_of(path).unlink(missing_ok=True)
            path.unlink()
        except OSError:
            yield str(path)
    with suppress(OSError):
        sync_folder(place)


def _write_over(path: Path, most: int) -> None:
    """The last `most` bytes of a file, in which a copy carries its key, become chance; what fails here still goes."""
    with suppress(OSError), open(path, "r+b") as file:
        start = max(0, file.seek(0, os.SEEK_END) - most)
        length = file.tell() - start
        file.seek(start)
        file.write(os.urandom(length))
        file.flush()
        os.fsync(file.fileno())


def _salts(folder: Path) -> frozenset[bytes]:
    """What the stores of this notebook began with, under every key it had."""
    backups = folder / BACKUPS
    stores = [folder / STORE_NAME, *_fitting(backups, _COPIES)]
    keys = [key_from_json(path.read_bytes()) for place in (folder, backups) for path in _fitting(place, _KEYS)]
    return frozenset(
        {salt for path in stores if (salt := salt_of(path)) is not None}
        | {key.salt for key in keys if key is not None}
    )


def _fitting(folder: Path, ours: re.Pattern[str]) -> list[Path]:
    try:
        return [folder / entry.name for entry in os.scandir(folder) if ours.fullmatch(entry.name) and entry.is_file()]
    except OSError:
        return []


def _unopened(backups: Path) -> list[Path]:
    """The folders in which what could not be opened is kept."""
    try:
        return [backups / entry.name for entry in os.scandir(backups) if _UNOPENED.fullmatch(entry.name)]
    except OSError:
        return []


def _read(marker: Path) -> tuple[Path | None, frozenset[bytes]] | None:
    """None if there is none: an empty one was made by whoever waited for it in vain."""
    try:
        wish = json.loads(marker.read_bytes())
        place = wish["place"]
        return None if place is None else Path(place), frozenset(map(bytes.fromhex, wish["salts"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
