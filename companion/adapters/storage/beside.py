"""What lies beside a store: is it protected, do sealed pieces wait, is it to go? Cheap to ask at every start."""

import os
from pathlib import Path

SPOOL = "spool"
SEALED = ".sealed"
ERASING = "erasing.json"
BACKUPS = "backups"
ASIDE = "restoring"
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


def a_restore_was_begun(folder: Path) -> bool:
    """True if something lies beside the store in `folder` that a restore laid there, also one that was finished."""
    return os.path.exists(folder / ASIDE) or any((folder / BACKUPS).glob("before-restore-*.db"))


def is_being_erased(folder: Path) -> bool:
    """True if all that is in `folder` is to go and that was broken off; nothing may be opened before it is done."""
    return os.path.exists(folder / ERASING)


def _head(path: Path, length: int = 64 * 1024) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(length)
    except OSError:
        return b""
