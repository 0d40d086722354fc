"""Check-ins from our own JSON export: ids are kept, so that what is here already is not doubled."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from companion.adapters.transfer.incoming_file import incoming_file
from companion.application.errors import Trouble, UserError
from companion.application.transfer import CellRule, ForeignCheckIn, RowFault
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.errors import DomainError
from companion.domain.moment import Moment
from companion.domain.moment_text import moment_from_text
from companion.domain.zone import Zone

Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Points = Annotated[int, msgspec.Meta(ge=0, le=100)]
Text = Annotated[str, msgspec.Meta(max_length=64 * 1024)]
Name = Annotated[str, msgspec.Meta(max_length=100)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=10_000_000)]


class _Export(msgspec.Struct):
    schema: Literal["companion/export/1"]
    checkins: list[msgspec.Raw]


class _CheckIn(msgspec.Struct, forbid_unknown_fields=True):
    id: Id
    experienced_at: Name
    created_at: Name
    origin: Origin
    prompted: bool
    arousal: Points | None = None
    zone: Zone | None = None
    pleasantness: Points | None = None
    timezone: Name | None = None
    created_timezone: Name | None = None
    prompt: Id | None = None
    note: Text = ""
    tags: list[Text] = []
    window: Id | None = None
    took_seconds: Seconds | None = None
    first_touch: Points | None = None
    method: InputMethod | None = None
    app_version: Name = ""


def read_json(path: Path) -> Iterator[ForeignCheckIn | RowFault]:
    """Every check-in of an export; a fault's place is its place in the list, from 1.

    Raises UserError(FILE_UNREADABLE) if it is not JSON, UserError(FORMAT_UNKNOWN) if it is not our export, or one
    of `incoming_file`.
    """
    for place, raw in enumerate(_raw_check_ins(path), start=1):
        yield _from_raw(place, raw)


def _raw_check_ins(path: Path) -> list[msgspec.Raw]:
    with incoming_file(path) as file:
        whole = file.read().removeprefix(b"\xef\xbb\xbf")
    try:
        return msgspec.json.decode(whole, type=_Export).checkins
    except msgspec.ValidationError:
        raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path)) from None
    except (ValueError, RecursionError):
        raise UserError(Trouble.FILE_UNREADABLE, path=str(path)) from None


def _from_raw(place: int, raw: msgspec.Raw) -> ForeignCheckIn | RowFault:
    try:
        return ForeignCheckIn(place, _check_in(msgspec.json.decode(raw, type=_CheckIn)), keeps_id=True)
    except DomainError as broken:
        return RowFault(place, broken.rule, broken.facts)
    except (ValueError, RecursionError):
        return RowFault(place, CellRule.NOT_A_CHECK_IN)


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
