"""Text files of unknown making: UTF-8, or UTF-16 with a byte order mark; what is damaged is known by its row."""

import io
import re
from typing import BinaryIO

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SURROGATE = re.compile("[\ud800-\udfff]")


def as_text(file: BinaryIO) -> io.TextIOWrapper:
    """The file's text from its beginning, line ends as they are; bytes that are no text are surrogates."""
    file.seek(0)
    mark = file.read(2)
    file.seek(0)
    if mark in _UTF16_MARKS:
        return io.TextIOWrapper(file, "utf-16", errors="replace", newline="")
    return io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")


def is_damaged(cell: str) -> bool:
    """True if the cell, or the cells put together, held bytes that were no text."""
    return (not cell.isascii() and _SURROGATE.search(cell) is not None) or "\0" in cell
