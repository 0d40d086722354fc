"""JSON of other programs: parts of a document by their names, each element of a list by itself."""

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from companion.adapters.transfer.incoming_file import incoming_file
from companion.application.errors import Trouble, UserError

T = TypeVar("T")
LARGEST_MB = 32  # far more than ten years of entries; it is held as a whole
_MOST_COMMAS = 4_000_000  # in a file of the largest size that is one for every eight bytes; each may part two entries
_MARK = b"\xef\xbb\xbf"
_NOT_SO = (ValueError, RecursionError, TypeError, OverflowError)
# What other programs write although JSON has no such thing: half a character, and numbers that are none.
_HALF = rb"\\u(?:[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|[dD][c-fC-F][0-9a-fA-F]{2})"
_PAIR = rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_IN_TEXT = re.compile(rb"(?P<kept>\\\\|" + _PAIR + rb")|" + _HALF)
_TEXT_OR_NO_NUMBER = re.compile(rb'(?P<text>"(?:[^"\\]|\\.)*")|-?(?:NaN|Infinity)', re.DOTALL)


class EntryError(ValueError):
    """An element is not as its program writes it."""


class Document:
    """A whole file of JSON.

    Raises UserError: FILE_UNREADABLE if it is no JSON, FILE_TOO_LARGE if it falls into more pieces than any diary
    has, or as `incoming_file` does.
    """

    def __init__(self, content: bytes, path: Path) -> None:
        self._path = path
        content = content.removeprefix(_MARK)
        if content.count(b",") > _MOST_COMMAS:
            raise UserError(Trouble.FILE_TOO_LARGE, path=str(path), megabytes=LARGEST_MB)
        if not _is_json(content):
            content = _mended(content)
            if not _is_json(content):
                raise self._unreadable()
        self.whole = msgspec.Raw(content)

    @classmethod
    def of_file(cls, path: Path) -> "Document":
        """The file as a document."""
        with incoming_file(path, LARGEST_MB) as file:
            return cls(file.read(), path)

    @property
    def is_list(self) -> bool:
        """True if it is a list at its top."""
        return bytes(self.whole).lstrip()[:1] == b"["

    def part(self, *names: str, of: msgspec.Raw | None = None) -> msgspec.Raw | None:
        """The value of the first of these names in the object `of`, or at the top; None if there is none."""
        try:
            parts = msgspec.json.decode(self.whole if of is None else of, type=dict[str, msgspec.Raw])
        except _NOT_SO:
            return None
        return next((parts[name] for name in names if name in parts), None)

    def elements(self, raw: msgspec.Raw | None) -> list[msgspec.Raw]:
        """The elements of a list or the values of an object; [] for None. Raises UserError(FILE_UNREADABLE)."""
        if raw is None:
            return []
        try:
            if bytes(raw).lstrip()[:1] == b"{":
                return list(msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).values())
            return msgspec.json.decode(raw, type=list[msgspec.Raw])
        except _NOT_SO:
            raise self._unreadable() from None

    def _unreadable(self) -> UserError:
        return UserError(Trouble.FILE_UNREADABLE, path=str(self._path))


def entry(raw: msgspec.Raw, shape: type[T]) -> T:
    """An element as that shape; what the shape does not name is passed over. Raises EntryError."""
    try:
        return msgspec.json.decode(raw, type=shape)
    except _NOT_SO:
        raise EntryError from None


def source_of(raw: msgspec.Raw) -> str:
    """The element as it stood in the file, on one line."""
    return msgspec.json.format(bytes(raw), indent=-1).decode(errors="replace")


class _Nothing(msgspec.Struct):
    """Nothing of an object; it is read to its end all the same."""


def _is_json(content: bytes) -> bool:
    try:
        if content.lstrip()[:1] == b"[":
            msgspec.json.decode(content, type=list[msgspec.Raw])
        else:
            msgspec.json.decode(content, type=_Nothing)
    except _NOT_SO:
        return False
    return True


def _mended(content: bytes) -> bytes:
    return _TEXT_OR_NO_NUMBER.sub(
        lambda found: _IN_TEXT.sub(_whole_letter, found["text"]) if found["text"] else b"null", content
    )


def _whole_letter(found: re.Match[bytes]) -> bytes:
    return found["kept"] or rb"\ufffd"
