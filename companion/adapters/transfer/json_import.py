"""Parts from our own JSON exports: ids are kept, so that what is here already is not doubled."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from companion.adapters.transfer import json_first_schema
from companion.adapters.transfer.incoming_file import incoming_file
from companion.adapters.transfer.json_file import Piece, pieces_of
from companion.adapters.transfer.json_sections import SCHEMA, SETTINGS, SINGLE, NotAsExportedError, from_json
from companion.adapters.transfer.sealed_file import Incoming
from companion.adapters.transfer.seen_ids import WIDTH, SeenIds
from companion.application.errors import Trouble, UserError
from companion.application.parts import (
    Kept,
    KeptCheckIn,
    KeptTag,
    OwnWords,
    Part,
    PartKind,
    PartNote,
    PartRule,
    PlacedPart,
    PlannedDay,
)
from companion.domain.errors import DomainError
from companion.domain.practice_own import PracticePlace
from companion.domain.prompt import PromptRecord

_KINDS = {kind.value: kind for kind in PartKind}
_SETTINGS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_SETTING = msgspec.json.Decoder(bool | int | str | list[str] | None)


def read_json(
    path: Path,
    *,
    opened: Incoming = incoming_file,
    hear_settings: Callable[[Mapping[str, object]], None] = lambda _settings: None,
) -> Iterator[PlacedPart | PartNote]:
    """Everything an export holds, and what is wrong with its other parts, read as it is asked for.

    `hear_settings` is told the settings of a file that has some, by name, as nobody has looked at them yet: one that
    is neither a number, a switch, a text nor a list of texts is None. Raises UserError: FILE_UNREADABLE if it is not
    JSON or breaks off, FORMAT_UNKNOWN if it is not our export, or one of `opened`.
    """
    pieces = pieces_of(path, opened)
    schema = next(pieces).content
    if schema == json_first_schema.SCHEMA:
        yield from json_first_schema.read_first_schema(pieces)
    elif schema == SCHEMA:
        yield from _parts(pieces, path, hear_settings)
    else:
        raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))


def _parts(
    pieces: Iterable[Piece], path: Path, hear_settings: Callable[[Mapping[str, object]], None]
) -> Iterator[PlacedPart | PartNote]:
    seen = {kind: SeenIds() for kind in PartKind}
    for section, place, content in pieces:
        if section == SETTINGS:
            hear_settings(_settings(content, path))
            continue
        kind = _KINDS.get(section)
        if kind is None:
            raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))
        if kind in SINGLE and content is not None and bytes(content) == b"null":
            continue
        read = _read(kind, place, content)
        if isinstance(read, PlacedPart) and not seen[kind].add(_identity(read.part)):
            read = PartNote(kind, place, PartRule.TWICE)
        yield read


def _settings(content: bytes | msgspec.Raw | None, path: Path) -> dict[str, object]:
    try:
        raw = _SETTINGS.decode(content or b"")
    except (ValueError, RecursionError):
        raise UserError(Trouble.FILE_UNREADABLE, path=str(path)) from None
    return {name: _setting(value) for name, value in raw.items()}


def _setting(value: msgspec.Raw) -> bool | int | str | list[str] | None:
    try:
        setting: bool | int | str | list[str] | None = _SETTING.decode(value)
    except (ValueError, RecursionError):
        return None
    return setting


def _read(kind: PartKind, place: int, content: bytes | msgspec.Raw | None) -> PlacedPart | PartNote:
    if content is None:
        return PartNote(kind, place, PartRule.TOO_LONG)
    try:
        return PlacedPart(place, from_json(kind, content))
    except DomainError as broken:
        return PartNote(kind, place, broken.rule, broken.facts)
    except NotAsExportedError:
        return PartNote(kind, place, PartRule.NOT_AS_EXPORTED)


def _identity(part: Part) -> bytes:
    """By what the part is known among those of its kind, in 16 bytes."""
    match part:
        case KeptCheckIn():
            return bytes.fromhex(part.check_in.id.replace("-", ""))
        case PromptRecord():
            return bytes.fromhex(part.prompt.id.replace("-", ""))
        case Kept():
            return bytes.fromhex(part.value.id.replace("-", ""))
        case KeptTag():
            name = f"{part.tag.kind.value}:{part.tag.name}"
        case OwnWords():
            name = part.name
        case PlannedDay():
            name = part.day.isoformat()
        case PracticePlace():
            name = part.key
        case _:
            name = getattr(part, "id", "")
    return blake2b(name.encode(), digest_size=WIDTH).digest()
