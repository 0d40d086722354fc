"""A copy carries its key file behind its last page, so that one file is a whole copy.

Behind the store come whole pages: the key file as it lies beside a store (as it is, or wrapped by a passphrase and a
recovery code), blanks, and a last line of 32 characters that says what this is and how many pages it takes. SQLite
reads no further than the store says it is long, so such a file opens like any store.
"""

import os
from pathlib import Path

from companion.adapters.storage.database import PAGE_BYTES
from companion.adapters.storage.key_file import LONGEST_FILE, AnyKey, StoreKey, key_from_json

_LAST_LINE_BYTES = 32
_SCHEMA = b"companion/copy/1"
_MOST_PAGES = LONGEST_FILE // PAGE_BYTES + 1


def add_key(copy: Path, key: StoreKey) -> None:
    """Lays the key's file behind the pages of a copy. Raises OSError."""
    with open(copy, "ab") as file:
        file.write(_trailer(key))


def replace_key(copy: Path, key: StoreKey) -> None:
    """Lays the key's file over the one that a copy carries, durably; one that carries none stays as it is.

    Broken off in between the copy carries none that is whole, and the one beside the copies counts. Raises OSError.
    """
    trailer = _trailer(key)
    with open(copy, "r+b") as file:
        length = file.seek(0, os.SEEK_END)
        file.seek(max(0, length - _LAST_LINE_BYTES))
        if _pages_from(file.read(_LAST_LINE_BYTES)) * PAGE_BYTES == len(trailer):
            file.seek(length - len(trailer))
            file.write(trailer)
            file.flush()
            os.fsync(file.fileno())


def carried_key(copy: Path) -> AnyKey | None:
    """The key that a copy carries; None if it carries none that is whole. Raises OSError."""
    with open(copy, "rb") as file:
        length = file.seek(0, os.SEEK_END)
        file.seek(max(0, length - _LAST_LINE_BYTES))
        pages = _pages_from(file.read(_LAST_LINE_BYTES))
        if not 0 < pages * PAGE_BYTES <= min(length, _MOST_PAGES * PAGE_BYTES):
            return None
        file.seek(length - pages * PAGE_BYTES)
        return key_from_json(file.read(pages * PAGE_BYTES - _LAST_LINE_BYTES))


def _trailer(key: StoreKey) -> bytes:
    content = key.to_json()
    pages = -(-(len(content) + _LAST_LINE_BYTES) // PAGE_BYTES)
    last_line = _SCHEMA + f" {pages:{_LAST_LINE_BYTES - len(_SCHEMA) - 2}d}\n".encode()
    return content.ljust(pages * PAGE_BYTES - _LAST_LINE_BYTES) + last_line


def _pages_from(last_line: bytes) -> int:
    schema, _blank, pages = last_line.partition(b" ")
    return int(pages) if schema == _SCHEMA and pages.strip().isdigit() else 0
