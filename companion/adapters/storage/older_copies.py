"""Copies made under an earlier key: after the first passphrase, or the last, none stays that only that key opens."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from companion.adapters.storage.copying import copy_store
from companion.adapters.storage.database import connect, salt_of
from companion.adapters.storage.files import sync_folder
from companion.adapters.storage.key_file import StoreKey, key_from_json, lay_beside_copies
from companion.application.errors import UserError
from companion.application.protection import OlderCopies

_BESIDE = ("", "-wal", "-shm", "-journal")


def settle_older_copies(
    folder: Path, known: Sequence[StoreKey], new: StoreKey, older: OlderCopies, driver: ModuleType
) -> list[str]:
    """Writes every copy in `folder` that stands under an earlier key anew under `new`, or deletes it.

    Earlier keys are those in `known`, and those that lie open beside the copies; of these, each that no copy needs
    any more is taken away. Returns the paths of the copies with which neither could be done; their key stays. Being
    broken off loses no copy: each is replaced whole, and calling it again goes on.
    """
    if not folder.is_dir():
        return []
    try:
        lay_beside_copies(folder, new)
    except UserError:
        return [str(path) for path in _under_other_keys(folder, new)]
    keys = {key.salt: key for key in (*_open_keys(folder).values(), *known)}
    left = [str(path) for path in _under_other_keys(folder, new) if not _is_settled(path, keys, new, older, driver)]
    _remove_unneeded(folder, new)
    return left


def has_open_keys(folder: Path, new: StoreKey) -> bool:
    """True if the key of another store's copies lies beside them as it is."""
    return any(key.salt != new.salt for key in _open_keys(folder).values())


def _under_other_keys(folder: Path, new: StoreKey) -> list[Path]:
    return [path for path in sorted(folder.glob("*.db")) if salt_of(path) not in (None, new.salt)]


def _is_settled(
    path: Path, keys: Mapping[bytes, StoreKey], new: StoreKey, older: OlderCopies, driver: ModuleType
) -> bool:
    try:
        if older is OlderCopies.DELETE:
            _delete(path)
            return True
        key = keys.get(salt_of(path) or b"")
        if key is None:
            return False
        copy = connect(path, key, driver)
        try:
            copy_store(copy, new, path, driver, finish=lambda _draft: copy.close())
        finally:
            copy.close()
    except (UserError, OSError):
        return False
    return True


def _delete(path: Path) -> None:
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    sync_folder(path.parent)


def _remove_unneeded(folder: Path, new: StoreKey) -> None:
    """Takes away keys that open no copy here; ours gets the usual name if that is free now."""
    needed = {salt_of(path) for path in folder.glob("*.db")}
    for path, key in _open_keys(folder).items():
        if key.salt != new.salt and key.salt not in needed:
            with suppress(OSError):
                path.unlink()
    with suppress(UserError):
        lay_beside_copies(folder, new)


def _open_keys(folder: Path) -> dict[Path, StoreKey]:
    return {path: key for path, key in _keys(folder) if isinstance(key, StoreKey)}


def _keys(folder: Path) -> Iterator[tuple[Path, object]]:
    for path in sorted(folder.glob("key*.json")):
        with suppress(OSError):
            yield path, key_from_json(path.read_bytes())
