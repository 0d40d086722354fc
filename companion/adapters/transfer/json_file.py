"""The layout of an export: read line by line as we write it, however long; or whole, if somebody laid it out anew."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from companion.adapters.transfer.incoming_file import incoming_file
from companion.adapters.transfer.json_sections import SETTINGS, SINGLE
from companion.adapters.transfer.sealed_file import Incoming
from companion.application.errors import Trouble, UserError
from companion.application.parts import PartKind

LONGEST_LINE = 64_000_000  # bytes; far more than a check-in with its history can need
LARGEST_OF_LINES_MB = 20_000  # nothing of it is held
_MARK = b"\xef\xbb\xbf"
_SCHEMA = re.compile(rb'"schema": "(companion/export/[0-9]+)",?')
_LIST = re.compile(rb'"([a-z_]+)": \[(\],?)?')
_VALUE = re.compile(rb'"([a-z_]+)": (.+?),?')
_WHOLE = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ELEMENTS = msgspec.json.Decoder(list[msgspec.Raw])
_ORDER = [kind.value for kind in PartKind]
_SINGLE = {SETTINGS, *(kind.value for kind in SINGLE)}


class Piece(NamedTuple):
    """A value of the file, or one element of a list in it at that place, from 1; None is one that is too long."""

    section: str
    place: int
    content: Any


def pieces_of(path: Path, opened: Incoming = incoming_file) -> Iterator[Piece]:
    """First the schema as a piece of that name, then everything in the order of the file.

    Raises UserError: FORMAT_UNKNOWN if it is no export of ours, FILE_UNREADABLE if it is no JSON or breaks off, or
    one of `opened`.
    """
    with opened(path, LARGEST_OF_LINES_MB) as file:
        schema = _schema_of_lines(file)
        if schema is not None:
            yield Piece("schema", 1, schema)
            yield from _pieces_of_lines(file, path)
            return
    with opened(path) as file:
        yield from _pieces_of_whole(file.read().removeprefix(_MARK), path)


def _schema_of_lines(file: BinaryIO) -> str | None:
    """The schema, if the file begins as ours do; the first line to come is then the one after it."""
    first, second = file.readline(100).removeprefix(_MARK).rstrip(), file.readline(100).rstrip()
    found = _SCHEMA.fullmatch(second)
    return found[1].decode() if first == b"{" and found else None


def _pieces_of_lines(file: BinaryIO, path: Path) -> Iterator[Piece]:
    while (line := _line(file)) != b"}":
        opened = None if line is None else _LIST.fullmatch(line)
        value = None if line is None else _VALUE.fullmatch(line)
        if opened:
            if not opened[2]:
                yield from _elements(file, opened[1].decode(), path)
        elif value:
            yield Piece(value[1].decode(), 1, value[2])
        else:
            raise UserError(Trouble.FILE_UNREADABLE, path=str(path))
    if file.read(100).strip():
        raise UserError(Trouble.FILE_UNREADABLE, path=str(path))


def _elements(file: BinaryIO, section: str, path: Path) -> Iterator[Piece]:
    place = 0
    while (line := _line(file)) not in (b"]", b"],"):
        if line == b"":
            raise UserError(Trouble.FILE_UNREADABLE, path=str(path))
        place += 1
        yield Piece(section, place, None if line is None else line.removesuffix(b","))


def _line(file: BinaryIO) -> bytes | None:
    """The next line without its end, b"" at the end of the file, None for one that is too long."""
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            return None
        if line := line.strip():
            return line
    return b""


def _pieces_of_whole(content: bytes, path: Path) -> Iterator[Piece]:
    try:
        sections = _WHOLE.decode(content)
        schema = msgspec.json.decode(sections.pop("schema"), type=str)
        lists = {name: _elements_of(name, sections[name]) for name in sorted(sections, key=_in_our_order)}
    except (msgspec.ValidationError, KeyError):
        raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path)) from None
    except (ValueError, RecursionError):
        raise UserError(Trouble.FILE_UNREADABLE, path=str(path)) from None
    yield Piece("schema", 1, schema)
    for name, elements in lists.items():
        yield from (Piece(name, place, element) for place, element in enumerate(elements, start=1))


def _in_our_order(section: str) -> int:
    return _ORDER.index(section) if section in _ORDER else len(_ORDER)


def _elements_of(section: str, raw: msgspec.Raw) -> list[msgspec.Raw]:
    return [raw] if section in _SINGLE else _ELEMENTS.decode(raw)
