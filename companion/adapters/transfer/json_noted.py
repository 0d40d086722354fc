"""Reflections, life events and what is left of things that were deleted permanently, in an export."""

from companion.adapters.transfer.json_fields import Id, Name, Shape, Text, ZoneName, moment, utc, utc_text
from companion.application.parts import Kept, Tombstone
from companion.domain.journal import JournalKind
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection


class NotedShape(Shape, kw_only=True):
    """What reflections and life events have in common; `updated_at` is left out where it is `created_at`."""

    id: Id
    experienced_at: Name
    timezone: ZoneName | None = None
    created_at: Name
    created_timezone: ZoneName | None = None


class ReflectionShape(NotedShape, kw_only=True):
    """What the person wrote to a question of a concept."""

    concept: Name | None = None
    question: Text = ""
    text: Text
    updated_at: Name | None = None
    deleted_at: Name | None = None

    def part(self) -> Kept[Reflection]:
        """What the store keeps. Raises DomainError."""
        reflection = Reflection(
            id=self.id,
            experienced_at=moment(self.experienced_at, self.timezone),
            created_at=moment(self.created_at, self.created_timezone),
            question=self.question,
            text=self.text,
            concept=self.concept,
        )
        updated_at = reflection.created_at.utc if self.updated_at is None else utc(self.updated_at)
        return Kept(reflection, updated_at, None if self.deleted_at is None else utc(self.deleted_at))


class LifeEventShape(NotedShape, kw_only=True):
    """Something that happened."""

    title: Name
    note: Text = ""
    updated_at: Name | None = None
    deleted_at: Name | None = None

    def part(self) -> Kept[LifeEvent]:
        """What the store keeps. Raises DomainError."""
        event = LifeEvent(
            id=self.id,
            experienced_at=moment(self.experienced_at, self.timezone),
            created_at=moment(self.created_at, self.created_timezone),
            title=self.title,
            note=self.note,
        )
        updated_at = event.created_at.utc if self.updated_at is None else utc(self.updated_at)
        return Kept(event, updated_at, None if self.deleted_at is None else utc(self.deleted_at))


class TombstoneShape(Shape, kw_only=True):
    """That something was deleted permanently, and when; what it was is not known any more."""

    id: Id
    kind: JournalKind
    deleted_at: Name
    timezone: ZoneName | None = None

    def part(self) -> Tombstone:
        """What the store keeps. Raises DomainError."""
        return Tombstone(self.id, self.kind, moment(self.deleted_at, self.timezone))


def reflection_shape_of(kept: Kept[Reflection]) -> ReflectionShape:
    """The shape of a reflection."""
    reflection = kept.value
    return ReflectionShape(
        id=reflection.id,
        experienced_at=reflection.experienced_at.iso(),
        timezone=reflection.experienced_at.zone_name,
        created_at=reflection.created_at.iso(),
        created_timezone=reflection.created_at.zone_name,
        concept=reflection.concept,
        question=reflection.question,
        text=reflection.text,
        updated_at=None if kept.updated_at == reflection.created_at.utc else utc_text(kept.updated_at),
        deleted_at=None if kept.deleted_at is None else utc_text(kept.deleted_at),
    )


def life_event_shape_of(kept: Kept[LifeEvent]) -> LifeEventShape:
    """The shape of a life event."""
    event = kept.value
    return LifeEventShape(
        id=event.id,
        experienced_at=event.experienced_at.iso(),
        timezone=event.experienced_at.zone_name,
        created_at=event.created_at.iso(),
        created_timezone=event.created_at.zone_name,
        title=event.title,
        note=event.note,
        updated_at=None if kept.updated_at == event.created_at.utc else utc_text(kept.updated_at),
        deleted_at=None if kept.deleted_at is None else utc_text(kept.deleted_at),
    )


def tombstone_shape_of(tombstone: Tombstone) -> TombstoneShape:
    """The shape of a tombstone."""
    at = tombstone.deleted_at
    return TombstoneShape(id=tombstone.id, kind=tombstone.kind, deleted_at=at.iso(), timezone=at.zone_name)
