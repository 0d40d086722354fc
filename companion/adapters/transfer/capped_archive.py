"""One member of a ZIP archive of unknown making, within bounds of size and of what its list of members may take."""

import io
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from companion.adapters.transfer.incoming_file import incoming_file
from companion.application.errors import Trouble, UserError

_END_MARK, _LONGEST_END = b"PK\x05\x06", 22 + 65_535
LARGEST_LIST = 8_000_000  # bytes; each photo of a diary takes about a hundred
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError)


def is_archive(path: Path) -> bool:
    """True if the file begins as a ZIP archive does. Raises UserError as `incoming_file` does."""
    with incoming_file(path) as file:
        return file.read(4) == b"PK\x03\x04"


def member_of(path: Path, name: str, largest: int) -> bytes | None:
    """What that member holds, or None if there is no such member; nothing is written to any disk.

    Raises UserError: FILE_TOO_LARGE if it holds more than `largest` bytes, whatever the archive says of it;
    FILE_UNREADABLE if the archive is damaged; or as `incoming_file` does.
    """
    with incoming_file(path) as file:
        try:
            if _list_size(file) > LARGEST_LIST:
                raise UserError(Trouble.FILE_TOO_LARGE, path=str(path), megabytes=LARGEST_LIST // 1_000_000)
            with zipfile.ZipFile(file) as archive:
                if name not in archive.namelist():
                    return None
                with archive.open(name) as member:
                    content = member.read(largest + 1)
        except _BROKEN:
            raise UserError(Trouble.FILE_UNREADABLE, path=str(path)) from None
    if len(content) > largest:
        raise UserError(Trouble.FILE_TOO_LARGE, path=str(path), megabytes=largest // 1_000_000)
    return content


def _list_size(file: BinaryIO) -> int:
    """How many bytes lie from where the list of members says it begins to its end, as the archive itself says."""
    end = file.seek(0, io.SEEK_END)
    file.seek(max(0, end - _LONGEST_END))
    tail = file.read()
    file.seek(0)
    found = tail.rfind(_END_MARK)
    if found < 0:
        raise zipfile.BadZipFile
    return int.from_bytes(tail[found + 12 : found + 16], "little")
