"""The store's key: 32 random bytes in a file beside the store, kept twice, as they are or in slots that wrap them.

An "open" slot holds the key as it is, with a checksum that tells a whole key from a broken one; that protects against
nobody who can read the folder. `store` is the salt that stands at the head of the store this key belongs to, so that
of two different files that of the store is taken. `replaces` stands in a file only while the store is written anew:
it is the salt of the store that this key's store is to take the place of.
"""

import binascii
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.files import write_durably
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from companion.adapters.storage.key_slots import Slot

KEY_NAME = "key.json"
COPY_NAME = "key-copy.json"
SCHEMA = "companion/key/1"
KEY_BYTES = 32
SALT_BYTES = 16
LONGEST_FILE = 64 * 1024
_BOTH = (KEY_NAME, COPY_NAME)


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The key of one store, and the salt its file begins with. Where there are slots, only they are ever written."""

    key: bytes = field(repr=False)
    salt: bytes
    slots: "tuple[Slot, ...]" = ()

    @property
    def is_protected(self) -> bool:
        """True if it takes a secret to get at the key."""
        return bool(self.slots)

    def to_json(self, replaces: bytes | None = None) -> bytes:
        """The key file: one open slot, or the slots that wrap the key."""
        return _to_json(self.salt, self.slots or (self.key,), replaces)


@dataclass(frozen=True, slots=True)
class LockedKey:
    """A key that only a secret takes out of its slots."""

    salt: bytes
    slots: "tuple[Slot, ...]"

    def to_json(self) -> bytes:
        """The key file."""
        return _to_json(self.salt, self.slots)


AnyKey = StoreKey | LockedKey


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a whole key file says."""

    key: AnyKey
    replaces: bytes | None = None


def new_key() -> StoreKey:
    """A key that nobody has seen."""
    return StoreKey(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))


def key_from_json(content: bytes) -> AnyKey | None:
    """The key in a key file; None if it is not whole."""
    read = _from_json(content)
    return None if read is None else read.key


def key_files(folder: Path) -> list[AnyKey | None]:
    """What the two key files hold: None for one that is missing or not whole."""
    return [None if read is None else read.key for read in _both(folder)]


def keys_of(folder: Path, salt: bytes | None = None) -> list[AnyKey]:
    """The different keys that the two files hold for the store that begins with `salt`.

    Two, if a crash kept one of them from being written. Those of any store if there is none of that one. Raises
    UserError(KEY_MISSING) if neither file is whole.
    """
    whole = [key for key in key_files(folder) if key is not None]
    if not whole:
        raise UserError(Trouble.KEY_MISSING, data_is_safe=False, path=str(folder / KEY_NAME))
    fitting = [key for key in whole if key.salt == salt] or whole
    return fitting if len(fitting) == 1 or fitting[0] != fitting[1] else fitting[:1]


def read_key(folder: Path, salt: bytes | None = None) -> StoreKey:
    """The key of the store that begins with `salt`; a missing or broken file is written again from the other.

    Raises UserError(KEY_MISSING) if neither file holds a whole key, and UserError(LOCKED) if it takes a secret.
    """
    key = keys_of(folder, salt)[0]
    for name, kept in zip(_BOTH, key_files(folder), strict=True):
        if kept is None:
            with suppress(UserError):  # a folder that cannot be written is told about when something is saved
                write_durably(folder / name, key.to_json())
    if isinstance(key, LockedKey):
        raise UserError(Trouble.LOCKED)
    return key


def write_key(folder: Path, key: StoreKey) -> None:
    """Writes both key files."""
    write_durably(folder / COPY_NAME, key.to_json())
    write_durably(folder / KEY_NAME, key.to_json())


def announce_key(folder: Path, key: StoreKey, replaced: StoreKey) -> None:
    """Lays the key of a store that is about to take the place of another in the second file, beside that one's.

    The first file holds that one's for certain by then: a crash must find both.
    """
    first = _in(folder / KEY_NAME)
    if first is None or first.key.salt != replaced.salt:
        write_durably(folder / KEY_NAME, replaced.to_json())
    write_durably(folder / COPY_NAME, key.to_json(replaces=replaced.salt))


def mend_key_files(folder: Path, salt: bytes) -> None:
    """Ends what a crash left undone while the store was written anew: both files hold the key of the store, which
    begins with `salt`.

    The whole key of another store stays, unless one of the two was to take the other's place. Not to be called while
    that may still be under way.
    """
    both = _both(folder)
    ours = [read for read in both if read is not None and read.key.salt == salt]
    if not ours:
        return
    replaced = {read.replaces for read in ours} - {None}
    for name, read in zip(_BOTH, both, strict=True):
        if read is None or read.key.salt in replaced or read.replaces in {salt, *replaced}:
            with suppress(UserError):
                write_durably(folder / name, ours[0].key.to_json())


def lay_beside_copies(folder: Path, key: StoreKey) -> None:
    """Lays the key beside copies of the store; the key of another store's copies is never replaced by it."""
    kept = _in(folder / KEY_NAME)
    is_theirs = kept is not None and kept.key.salt != key.salt
    path = folder / (_name_beside_copies(key.salt) if is_theirs else KEY_NAME)
    content = key.to_json()
    if _bytes(path) != content:
        write_durably(path, content)


def key_beside_copies(folder: Path, salt: bytes) -> AnyKey | None:
    """The key of the copies in `folder` that begin with `salt`."""
    for name in (KEY_NAME, _name_beside_copies(salt)):
        read = _in(folder / name)
        if read is not None and read.key.salt == salt:
            return read.key
    return None


def has_key(folder: Path) -> bool:
    """True if there is a key file, whole or not."""
    return any((folder / name).exists() for name in _BOTH)


def _name_beside_copies(salt: bytes) -> str:
    return f"key-{salt.hex()[:8]}.json"


def _both(folder: Path) -> list[KeyFile | None]:
    return [_in(folder / name) for name in _BOTH]


def _in(path: Path) -> KeyFile | None:
    return _from_json(_bytes(path))


def _bytes(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(LONGEST_FILE)
    except OSError:
        return b""


def _to_json(salt: bytes, slots: "Sequence[Slot | bytes]", replaces: bytes | None = None) -> bytes:
    written = [_open_slot(slot) if isinstance(slot, bytes) else slot.to_json() for slot in slots]
    content: dict[str, object] = {"schema": SCHEMA, "store": salt.hex(), "slots": written}
    content["crc32"] = _checksum(content)
    if replaces is not None:
        content["replaces"] = replaces.hex()
    return (json.dumps(content, indent=1) + "\n").encode()


def _open_slot(key: bytes) -> dict[str, object]:
    encoded = binascii.b2a_base64(key, newline=False).decode()
    return {"kind": "open", "key": encoded, "crc32": binascii.crc32(key)}


def _from_json(content: bytes) -> KeyFile | None:
    try:
        read = json.loads(content)
        if read["schema"] != SCHEMA:
            return None
        salt, replaces = bytes.fromhex(read["store"]), read.get("replaces")
        key = _key_in(salt, read)
        return (
            KeyFile(key, None if replaces is None else bytes.fromhex(replaces)) if len(salt) == SALT_BYTES else None
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _key_in(salt: bytes, read: dict[str, Any]) -> AnyKey:
    """Raises ValueError, KeyError or TypeError if it is not whole; the checksum came with slots that wrap the key."""
    slots = read["slots"]
    is_open = any(slot["kind"] == "open" for slot in slots)
    if is_open:
        slot = next(slot for slot in slots if slot["kind"] == "open")
        key = binascii.a2b_base64(slot["key"], strict_mode=True)
        if len(key) != KEY_BYTES or slot["crc32"] != binascii.crc32(key):
            raise ValueError("not the key that was written")
        return StoreKey(key, salt)
    if not slots or read["crc32"] != _checksum(read):
        raise ValueError("not the slots that were written")
    from companion.adapters.storage.key_slots import slot_from_json

    return LockedKey(salt, tuple(slot_from_json(slot) for slot in slots))


def _checksum(content: dict[str, Any]) -> int:
    kept = [content["store"], content["slots"]]
    return binascii.crc32(json.dumps(kept, sort_keys=True).encode())
