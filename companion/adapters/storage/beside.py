"""What lies beside a locked store: is it protected, and do sealed pieces wait? Cheap to ask at every start."""

import os
from pathlib import Path

SPOOL = "spool"
SEALED = ".sealed"
_SALT_BYTES = 16
_KEY_FILES = ("key.json", "key-copy.json")


def is_protected(folder: Path) -> bool:
    """True if it takes a passphrase to open the store in `folder`; opens and loads nothing for that."""
    whole = [content for name in _KEY_FILES if (content := _head(folder / name).rstrip()).endswith(b"}")]
    if len(whole) == 2 and whole[0] != whole[1]:
        salt = _head(folder / "companion.db", _SALT_BYTES).hex()
        whole.sort(key=lambda content: f'"store": "{salt}"'.encode() not in content)
    return bool(whole) and b'"slots"' in whole[0] and b'"open"' not in whole[0]


def pieces_wait(folder: Path) -> bool:
    """True if something was noted while the store in `folder` was locked, and is not in it yet."""
    try:
        return any(name.endswith(SEALED) for name in os.listdir(folder / SPOOL))
    except OSError:
        return False


def _head(path: Path, length: int = 64 * 1024) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(length)
    except OSError:
        return b""
