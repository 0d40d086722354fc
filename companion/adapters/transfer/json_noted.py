"""What stands in the journal beside check-ins, and what is left of things deleted permanently, in an export."""

from datetime import datetime
from typing import Any

import msgspec

from companion.adapters.transfer.json_fields import Id, Name, Points, Shape, Text, ZoneName, moment, utc, utc_text
from companion.adapters.transfer.json_versions import Plain, VersionShape, said_before, version_shapes
from companion.application.parts import Kept, Tombstone, buried_kind
from companion.domain.journal import NotedVersion
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Corner, Triangle
from companion.domain.zone import Zone


class NotedShape(Shape, kw_only=True):
    """What all of them have in common."""

    id: Id
    experienced_at: Name
    timezone: ZoneName | None = None
    created_at: Name
    created_timezone: ZoneName | None = None

    @property
    def moments(self) -> tuple[Moment, Moment]:
        """When it was, and when it was noted. Raises DomainError."""
        return moment(self.experienced_at, self.timezone), moment(self.created_at, self.created_timezone)


class ReflectionSaid(NotedShape, kw_only=True):
    """What the person wrote to a question of a concept."""

    concept: Name | None = None
    question: Text = ""
    text: Text
    check_in: Id | None = None

    def noted(self) -> Reflection:
        """The reflection. Raises DomainError."""
        return Reflection(self.id, *self.moments, self.question, self.text, self.concept, self.check_in)


class ReflectionShape(ReflectionSaid, kw_only=True):
    """A reflection with what is kept of it; `updated_at` is left out where it is `created_at`."""

    updated_at: Name | None = None
    deleted_at: Name | None = None
    versions: list[VersionShape] = []

    def part(self) -> Kept[Reflection]:
        """What the store keeps. Raises DomainError, ValueError and TypeError."""
        return Kept(self.noted(), *_touched(self), _versions(self, ReflectionSaid))


class LifeEventSaid(NotedShape, kw_only=True):
    """Something that happened."""

    title: Name
    note: Text = ""

    def noted(self) -> LifeEvent:
        """The life event. Raises DomainError."""
        return LifeEvent(self.id, *self.moments, self.title, self.note)


class LifeEventShape(LifeEventSaid, kw_only=True):
    """A life event with what is kept of it; `updated_at` is left out where it is `created_at`."""

    updated_at: Name | None = None
    deleted_at: Name | None = None
    versions: list[VersionShape] = []

    def part(self) -> Kept[LifeEvent]:
        """What the store keeps. Raises DomainError, ValueError and TypeError."""
        return Kept(self.noted(), *_touched(self), _versions(self, LifeEventSaid))


class RepairSaid(NotedShape, kw_only=True):
    """What happened between two people, where each was, and what helped or could."""

    happened: Text = ""
    arousal: Points | None = None
    zone: Zone | None = None
    them: Text = ""
    helped: Text = ""
    check_in: Id | None = None

    def noted(self) -> Repair:
        """The repair. Raises DomainError."""
        experienced_at, created_at = self.moments
        return Repair(
            self.id,
            experienced_at,
            created_at,
            self.happened,
            self.arousal,
            self.zone,
            self.them,
            self.helped,
            self.check_in,
        )


class RepairShape(RepairSaid, kw_only=True):
    """A repair with what is kept of it; `updated_at` is left out where it is `created_at`."""

    updated_at: Name | None = None
    deleted_at: Name | None = None
    versions: list[VersionShape] = []

    def part(self) -> Kept[Repair]:
        """What the store keeps. Raises DomainError, ValueError and TypeError."""
        return Kept(self.noted(), *_touched(self), _versions(self, RepairSaid))


class TriangleSaid(NotedShape, kw_only=True):
    """A position and words for mind, body and relationships."""

    mind: Points | None = None
    body: Points | None = None
    relationships: Points | None = None
    mind_words: Text = ""
    body_words: Text = ""
    relationships_words: Text = ""

    def noted(self) -> Triangle:
        """The triangle. Raises DomainError."""
        points = self.mind, self.body, self.relationships
        return Triangle(self.id, *self.moments, *points, self.mind_words, self.body_words, self.relationships_words)


class TriangleShape(TriangleSaid, kw_only=True):
    """A triangle with what is kept of it; `updated_at` is left out where it is `created_at`."""

    updated_at: Name | None = None
    deleted_at: Name | None = None
    versions: list[VersionShape] = []

    def part(self) -> Kept[Triangle]:
        """What the store keeps. Raises DomainError, ValueError and TypeError."""
        return Kept(self.noted(), *_touched(self), _versions(self, TriangleSaid))


Noted = Reflection | LifeEvent | Repair | Triangle
Said = ReflectionSaid | LifeEventSaid | RepairSaid | TriangleSaid


NotedWhole = ReflectionShape | LifeEventShape | RepairShape | TriangleShape


class TombstoneShape(Shape, kw_only=True):
    """That something was deleted permanently, and when; what it was is not known any more."""

    id: Id
    kind: Name
    deleted_at: Name
    timezone: ZoneName | None = None

    def part(self) -> Tombstone:
        """What the store keeps. Raises DomainError and ValueError."""
        return Tombstone(self.id, buried_kind(self.kind), moment(self.deleted_at, self.timezone))


def reflection_shape_of(kept: Kept[Reflection]) -> ReflectionShape:
    """The shape of a reflection."""
    return ReflectionShape(**_said(kept.value), **_beside(kept, ReflectionSaid))


def life_event_shape_of(kept: Kept[LifeEvent]) -> LifeEventShape:
    """The shape of a life event."""
    return LifeEventShape(**_said(kept.value), **_beside(kept, LifeEventSaid))


def repair_shape_of(kept: Kept[Repair]) -> RepairShape:
    """The shape of a repair."""
    return RepairShape(**_said(kept.value), **_beside(kept, RepairSaid))


def triangle_shape_of(kept: Kept[Triangle]) -> TriangleShape:
    """The shape of a triangle."""
    return TriangleShape(**_said(kept.value), **_beside(kept, TriangleSaid))


def tombstone_shape_of(tombstone: Tombstone) -> TombstoneShape:
    """The shape of a tombstone."""
    at = tombstone.deleted_at
    return TombstoneShape(id=tombstone.id, kind=tombstone.kind.value, deleted_at=at.iso(), timezone=at.zone_name)


def _said(noted: Noted) -> dict[str, Any]:
    when: dict[str, Any] = {
        "id": noted.id,
        "experienced_at": noted.experienced_at.iso(),
        "timezone": noted.experienced_at.zone_name,
        "created_at": noted.created_at.iso(),
        "created_timezone": noted.created_at.zone_name,
    }
    match noted:
        case Reflection(question=question, text=text, concept=concept, check_in_id=check_in):
            return when | {"concept": concept, "question": question, "text": text, "check_in": check_in}
        case LifeEvent(title=title, note=note):
            return when | {"title": title, "note": note}
        case Repair(happened=happened, arousal=arousal, zone=zone, them=them, helped=helped, check_in_id=check_in):
            where = {"arousal": arousal, "zone": zone, "them": them}
            return when | {"happened": happened, **where, "helped": helped, "check_in": check_in}
        case Triangle(mind=mind, body=body, relationships=relationships):
            points = {"mind": mind, "body": body, "relationships": relationships}
            words = {f"{corner.value}_words": noted.words(corner) for corner in Corner}
            return when | points | words


def _beside(
    kept: Kept[Reflection] | Kept[LifeEvent] | Kept[Repair] | Kept[Triangle], said: type[Said]
) -> dict[str, Any]:
    """What is kept beside what it says."""

    def plain(noted: Noted) -> Plain:
        fields: Plain = msgspec.to_builtins(said(**_said(noted)))
        return fields

    is_touched = kept.updated_at != kept.value.created_at.utc
    return {
        "updated_at": utc_text(kept.updated_at) if is_touched else None,
        "deleted_at": None if kept.deleted_at is None else utc_text(kept.deleted_at),
        "versions": version_shapes(kept.versions, plain(kept.value), plain, said.__struct_fields__),
    }


def _touched(shape: NotedWhole) -> tuple[datetime, datetime | None]:
    """When it was last changed, and when it was taken back."""
    updated_at = utc(shape.created_at if shape.updated_at is None else shape.updated_at)
    return updated_at, None if shape.deleted_at is None else utc(shape.deleted_at)


def _versions(shape: NotedWhole, said: type[Said]) -> tuple[NotedVersion, ...]:
    before = said_before(shape, shape.versions, said.__struct_fields__)
    versions = [NotedVersion(msgspec.convert(fields, said).noted(), at) for fields, at in before]
    return tuple(reversed(versions))
