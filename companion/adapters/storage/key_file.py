"""The store's key: 32 random bytes in a file beside the store, kept twice, in slots that can wrap it.

An "open" slot holds the key as it is, with a checksum that tells a whole key from a broken one; that protects against
nobody who can read the folder. `store` is the salt that stands at the head of the store this key belongs to.
"""

import binascii
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from companion.adapters.storage.files import write_durably
from companion.application.errors import Trouble, UserError

KEY_NAME = "key.json"
COPY_NAME = "key-copy.json"
SCHEMA = "companion/key/1"
KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The key of one store, and the salt its file begins with."""

    key: bytes = field(repr=False)
    salt: bytes

    def to_json(self) -> bytes:
        """The key file with one open slot."""
        encoded = binascii.b2a_base64(self.key, newline=False).decode()
        slot = {"kind": "open", "key": encoded, "crc32": binascii.crc32(self.key)}
        content = {"schema": SCHEMA, "store": self.salt.hex(), "slots": [slot]}
        return (json.dumps(content, indent=1) + "\n").encode()


def new_key() -> StoreKey:
    """A key that nobody has seen."""
    return StoreKey(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))


def key_from_json(content: bytes) -> StoreKey | None:
    """The key in a key file's open slot; None if it is not whole."""
    try:
        read = json.loads(content)
        if read["schema"] != SCHEMA:
            return None
        slot = next(slot for slot in read["slots"] if slot["kind"] == "open")
        key = StoreKey(binascii.a2b_base64(slot["key"], strict_mode=True), bytes.fromhex(read["store"]))
        is_whole = slot["crc32"] == binascii.crc32(key.key)
    except (ValueError, KeyError, TypeError, StopIteration):
        return None
    return key if is_whole and len(key.key) == KEY_BYTES and len(key.salt) == SALT_BYTES else None


def key_files(folder: Path) -> list[StoreKey | None]:
    """What the two key files hold: None for one that is missing or not whole."""
    return [_key_in(folder / name) for name in (KEY_NAME, COPY_NAME)]


def read_key(folder: Path, salt: bytes | None = None) -> StoreKey:
    """The key of the store that begins with `salt`; a missing or broken file is written again from the other.

    Raises UserError(KEY_MISSING) if neither file holds a whole key.
    """
    found = key_files(folder)
    whole = [key for key in found if key is not None]
    if not whole:
        raise UserError(Trouble.KEY_MISSING, data_is_safe=False, path=str(folder / KEY_NAME))
    key = next((key for key in whole if key.salt == salt), whole[0])
    for name, kept in zip((KEY_NAME, COPY_NAME), found, strict=True):
        if kept is None:
            with suppress(UserError):  # a folder that cannot be written is told about when something is saved
                write_durably(folder / name, key.to_json())
    return key


def write_key(folder: Path, key: StoreKey) -> None:
    """Writes both key files."""
    write_durably(folder / COPY_NAME, key.to_json())
    write_durably(folder / KEY_NAME, key.to_json())


def lay_beside_copies(folder: Path, key: StoreKey) -> None:
    """Lays the key beside copies of the store; the key of earlier copies is never replaced by another."""
    kept = _key_in(folder / KEY_NAME)
    if kept is None:
        write_durably(folder / KEY_NAME, key.to_json())
    elif kept != key:
        write_durably(folder / f"key-{key.salt.hex()[:8]}.json", key.to_json())


def has_key(folder: Path) -> bool:
    """True if there is a key file, whole or not."""
    return (folder / KEY_NAME).exists() or (folder / COPY_NAME).exists()


def _key_in(path: Path) -> StoreKey | None:
    try:
        return key_from_json(path.read_bytes())
    except OSError:
        return None
