"""A check-in of an export: everything that is kept of it, and of its versions only what was changed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated, Any

import msgspec
from msgspec import field

from companion.adapters.transfer.json_fields import (
    BatchId,
    Id,
    Name,
    Number,
    Points,
    Shape,
    Text,
    ZoneName,
    moment,
    seconds_in,
    utc,
    utc_text,
)
from companion.adapters.transfer.json_versions import Plain, VersionShape, said_before, version_shapes
from companion.application.parts import Arrival, KeptCheckIn
from companion.application.transfer import LONGEST_SOURCE_KEPT
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.context import NO_CONTEXT, Context
from companion.domain.journal import CheckInVersion
from companion.domain.zone import Zone

Row = Annotated[str, msgspec.Meta(max_length=LONGEST_SOURCE_KEPT)]
_MINUTE = timedelta(minutes=1)


# A field whose default is made by a function of our own is written even where it says nothing.
def _nothing() -> None:
    return None


def _no_words() -> str:
    return ""


def _no_names() -> list[str]:
    return []


class SaidShape(Shape, kw_only=True):
    """What a check-in says: first what the command line lists, always there, then what is left out if it is empty.

    `prompted` only repeats what `origin` says; `took_seconds` is from showing to saving; `prompt` and `window` are
    ids.
    """

    id: Id
    experienced_at: Name
    created_at: Name
    timezone: ZoneName | None = field(default_factory=_nothing)
    arousal: Points | None = field(default_factory=_nothing)
    zone: Zone | None = field(default_factory=_nothing)
    pleasantness: Points | None = field(default_factory=_nothing)
    prompted: bool | None = field(default_factory=_nothing)
    origin: Origin
    prompt: Id | None = field(default_factory=_nothing)
    note: Text = field(default_factory=_no_words)
    tags: list[Text] = field(default_factory=_no_names)
    created_timezone: ZoneName | None = None
    safe: Points | None = None
    connected: Points | None = None
    sleep: Points | None = None
    slept_minutes: Annotated[int, msgspec.Meta(ge=0, le=1440)] | None = None
    people: list[Text] = []
    places: list[Text] = []
    activities: list[Text] = []
    body_cues: list[Text] = []
    window: Id | None = None
    took_seconds: Number | None = None
    first_touch: Points | None = None
    method: InputMethod | None = None
    app_version: Name = ""

    def check_in(self) -> CheckIn:
        """The check-in. Raises DomainError."""
        took = None if self.took_seconds is None else timedelta(seconds=self.took_seconds)
        return CheckIn(
            id=self.id,
            experienced_at=moment(self.experienced_at, self.timezone),
            created_at=moment(self.created_at, self.created_timezone),
            arousal=self.arousal,
            zone=self.zone,
            pleasantness=self.pleasantness,
            safe=self.safe,
            connected=self.connected,
            sleep=self.sleep,
            slept=None if self.slept_minutes is None else timedelta(minutes=self.slept_minutes),
            origin=self.origin,
            prompt_id=self.prompt,
            note=self.note,
            tags=tuple(self.tags),
            context=self._context(),
            window_id=self.window,
            answering=Answering(took, self.first_touch, self.method),
            app_version=self.app_version,
        )

    def _context(self) -> Context:
        names = (self.people, self.places, self.activities, self.body_cues)
        return Context(*map(tuple, names)) if any(names) else NO_CONTEXT


class ImportShape(Shape, kw_only=True):
    """With which import it came, by which key, and at which time if it was given another one since.

    `row` is what stood in the file of another program, as it stood there; files of earlier versions do not have it.
    """

    id: BatchId | None = None
    key: Name | None = None
    at: Name | None = None
    row: Row | None = None


class CheckInShape(SaidShape, kw_only=True, rename={"came": "import"}):
    """A check-in with what is kept of it; `updated_at` is left out where it is `created_at`."""

    updated_at: Name | None = None
    deleted_at: Name | None = None
    came: ImportShape | None = None
    versions: list[VersionShape] = []

    def part(self) -> KeptCheckIn:
        """What the store keeps. Raises DomainError, ValueError and TypeError."""
        check_in = self.check_in()
        return KeptCheckIn(
            check_in,
            check_in.created_at.utc if self.updated_at is None else utc(self.updated_at),
            None if self.deleted_at is None else utc(self.deleted_at),
            tuple(reversed([*_versions_back(self)])) if self.versions else (),
            _arrival(self.came),
        )


_SAID = SaidShape.__struct_fields__


def check_in_shape_of(kept: KeptCheckIn) -> CheckInShape:
    """The shape of a check-in."""
    check_in = kept.check_in
    is_touched = kept.updated_at != check_in.created_at.utc
    return CheckInShape(
        **_said(check_in),
        updated_at=utc_text(kept.updated_at) if is_touched else None,
        deleted_at=None if kept.deleted_at is None else utc_text(kept.deleted_at),
        came=None if kept.arrival is None else _came(kept.arrival),
        versions=version_shapes(kept.versions, _plain(check_in), _plain, _SAID) if kept.versions else [],
    )


def _said(check_in: CheckIn) -> dict[str, Any]:
    answering, context = check_in.answering, check_in.context
    return {
        "id": check_in.id,
        "experienced_at": check_in.experienced_at.iso(),
        "created_at": check_in.created_at.iso(),
        "timezone": check_in.experienced_at.zone_name,
        "created_timezone": check_in.created_at.zone_name,
        "arousal": check_in.arousal,
        "zone": check_in.zone,
        "pleasantness": check_in.pleasantness,
        "prompted": check_in.is_scheduled,
        "safe": check_in.safe,
        "connected": check_in.connected,
        "sleep": check_in.sleep,
        "slept_minutes": None if check_in.slept is None else check_in.slept // _MINUTE,
        "origin": check_in.origin,
        "prompt": check_in.prompt_id,
        "note": check_in.note,
        "tags": list(check_in.tags),
        "people": list(context.people),
        "places": list(context.places),
        "activities": list(context.activities),
        "body_cues": list(context.body_cues),
        "window": check_in.window_id,
        "took_seconds": None if answering.took is None else seconds_in(answering.took),
        "first_touch": answering.first_touch,
        "method": answering.method,
        "app_version": check_in.app_version,
    }


def _plain(check_in: CheckIn) -> Plain:
    plain: Plain = msgspec.to_builtins(SaidShape(**_said(check_in)))
    return plain


def _versions_back(shape: CheckInShape) -> Iterator[CheckInVersion]:
    for said, replaced_at in said_before(shape, shape.versions, _SAID):
        yield CheckInVersion(msgspec.convert(said, SaidShape).check_in(), replaced_at)


def _came(arrival: Arrival) -> ImportShape:
    moved_from = arrival.moved_from
    at = None if moved_from is None else utc_text(moved_from)
    return ImportShape(id=arrival.batch_id, key=arrival.key, at=at, row=arrival.source)


def _arrival(shape: ImportShape | None) -> Arrival | None:
    if shape is None:
        return None
    return Arrival(shape.id, shape.key, None if shape.at is None else utc(shape.at), shape.row)
