"""Check-ins from exports of `companion/export/1`, which nobody writes any more; of those only check-ins come in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, timedelta

import msgspec

from companion.adapters.transfer.json_fields import Id, Name, Number, Points, Text, ZoneName
from companion.adapters.transfer.json_file import Piece
from companion.application.parts import KeptCheckIn, PartKind, PartNote, PartRule, PlacedPart
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.errors import DomainError
from companion.domain.moment import Moment
from companion.domain.moment_text import moment_from_text
from companion.domain.zone import Zone

SCHEMA = "companion/export/1"


class _CheckIn(msgspec.Struct, forbid_unknown_fields=True):
    id: Id
    experienced_at: Name
    created_at: Name
    origin: Origin
    prompted: bool
    arousal: Points | None = None
    zone: Zone | None = None
    pleasantness: Points | None = None
    timezone: ZoneName | None = None
    created_timezone: ZoneName | None = None
    prompt: Id | None = None
    note: Text = ""
    tags: list[Text] = []
    window: Id | None = None
    took_seconds: Number | None = None
    first_touch: Points | None = None
    method: InputMethod | None = None
    app_version: Name = ""


_DECODER = msgspec.json.Decoder(_CheckIn)


def read_first_schema(pieces: Iterable[Piece]) -> Iterator[PlacedPart | PartNote]:
    """Every check-in; the lists beside them are passed over."""
    for section, place, content in pieces:
        if section == PartKind.CHECK_IN.value:
            yield _from_raw(place, content)


def _from_raw(place: int, content: bytes | msgspec.Raw | None) -> PlacedPart | PartNote:
    if content is None:
        return PartNote(PartKind.CHECK_IN, place, PartRule.TOO_LONG)
    try:
        check_in = _check_in(_DECODER.decode(content))
    except DomainError as broken:
        return PartNote(PartKind.CHECK_IN, place, broken.rule, broken.facts)
    except (ValueError, OverflowError, RecursionError):
        return PartNote(PartKind.CHECK_IN, place, PartRule.NOT_AS_EXPORTED)
    return PlacedPart(place, KeptCheckIn(check_in, check_in.created_at.utc))


def _check_in(said: _CheckIn) -> CheckIn:
    took = None if said.took_seconds is None else timedelta(seconds=said.took_seconds)
    return CheckIn(
        id=said.id,
        experienced_at=_moment(said.experienced_at, said.timezone),
        created_at=_moment(said.created_at, said.created_timezone),
        arousal=said.arousal,
        zone=said.zone,
        pleasantness=said.pleasantness,
        origin=said.origin,
        prompt_id=said.prompt,
        note=said.note,
        tags=tuple(said.tags),
        window_id=said.window,
        answering=Answering(took, said.first_touch, said.method),
        app_version=said.app_version,
    )


def _moment(text: str, zone_name: str | None) -> Moment:
    return replace(moment_from_text(text, UTC), zone_name=zone_name)
