"""Copies made under an earlier key, or behind an earlier passphrase: none stays that only that one opens."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from companion.adapters.storage.copy_names import copies_in
from companion.adapters.storage.copy_reading import key_with, opened_copy
from companion.adapters.storage.copy_trailer import add_key, replace_key
from companion.adapters.storage.copying import copy_store
from companion.adapters.storage.database import salt_of
from companion.adapters.storage.files import sync_folder
from companion.adapters.storage.key_file import AnyKey, StoreKey, key_from_json, lay_beside_copies
from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.application.errors import UserError
from companion.application.protection import OlderCopies


class OlderCopiesOf:
    """The copies of one store: in `own`, the folder beside it, and in `more`, which other stores may use as well."""

    def __init__(self, own: Path, more: Sequence[Path], driver: ModuleType) -> None:
        self._own = own
        self._more = more
        self._driver = driver

    def settle(self, before: StoreKey | None, new: StoreKey, older: OlderCopies) -> list[str]:
        """Writes every copy of an earlier key anew under `new`, or deletes it; then earlier keys go that lay open.

        `before` is the key before, if it is at hand. Returns the paths of copies with which neither could be done,
        and of folders that are not there; then the keys stay too. Being broken off loses no copy: each is replaced
        whole, and calling it again goes on.
        """
        earlier = {key.salt: key for key in (*_open_keys(self._own).values(), before) if key is not None}
        earlier.pop(new.salt, None)
        left = [str(folder) for folder in self._more if not folder.is_dir()]
        with suppress(UserError):
            if self._own.is_dir():
                lay_beside_copies(self._own, new)
        for path in self._concerned(new, earlier):
            try:
                self._settle(path, earlier.get(salt_of(path) or b""), new, older)
            except (UserError, OSError):
                left.append(str(path))
        if not left:  # else the keys stay as well, by which the next unlocking sees that there is more to do
            _remove_open_keys(self._own, new)
        return left

    def are_settled(self, salt: bytes) -> bool:
        """False if a crash may have left something: a key lies open that is not of the store with that salt."""
        return not any(key.salt != salt for key in _open_keys(self._own).values())

    def follow(self, key: StoreKey) -> None:
        """Puts the slots that the key has now before the copies too, wherever they can be written."""
        for folder in (self._own, *self._more):
            with suppress(UserError, OSError):
                if folder == self._own and folder.is_dir():
                    lay_beside_copies(folder, key)
                for name in copies_in(folder):
                    if salt_of(folder / name) == key.salt:
                        replace_key(folder / name, key)

    def _concerned(self, new: StoreKey, earlier: dict[bytes, StoreKey]) -> Iterator[Path]:
        """Ours last: the keys beside them are what a crash is noticed by."""
        for folder in self._more:
            yield from (path for path in _copies(folder) if salt_of(path) in earlier)
        yield from (path for path in _copies(self._own) if salt_of(path) not in (None, new.salt))

    def _settle(self, path: Path, known: StoreKey | None, new: StoreKey, older: OlderCopies) -> None:
        if older is OlderCopies.DELETE:
            path.unlink()
            sync_folder(path.parent)
            return
        key: AnyKey | None = known or key_with(path)
        if not isinstance(key, StoreKey):
            raise OSError("a copy of which nobody here knows the key")
        with opened_copy(path, key, self._driver, newest_step(OUR_STEPS)) as copy:
            copy_store(copy, new, path, self._driver, finish=lambda draft: add_key(draft, new))


def _copies(folder: Path) -> list[Path]:
    try:
        return [folder / name for name in sorted(copies_in(folder))]
    except OSError:
        return []


def _remove_open_keys(folder: Path, new: StoreKey) -> None:
    """Takes away the keys of no copy; ours gets the usual name if that is free then."""
    for path, key in _open_keys(folder).items():
        if key.salt != new.salt:
            with suppress(OSError):
                path.unlink()
    if folder.is_dir():
        with suppress(UserError):
            lay_beside_copies(folder, new)


def _open_keys(folder: Path) -> dict[Path, StoreKey]:
    found: dict[Path, StoreKey] = {}
    for path in sorted(folder.glob("key*.json")):
        with suppress(OSError):
            key = key_from_json(path.read_bytes())
            if isinstance(key, StoreKey):
                found[path] = key
    return found
