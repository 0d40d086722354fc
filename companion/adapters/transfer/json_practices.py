"""What was practised, the person's own practices and their places, in an export."""

from datetime import datetime
from typing import Annotated

import msgspec

from companion.adapters.transfer.json_fields import (
    Count,
    Id,
    Name,
    Points,
    Shape,
    Text,
    ZoneName,
    moment,
    number_of,
    utc,
    utc_text,
)
from companion.application.parts import Kept
from companion.domain.moment import Moment
from companion.domain.practice import Phase, Step, Way
from companion.domain.practice_own import MOST_STEPS, OwnPractice, PracticePlace
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.text import clean_text
from companion.domain.zone import Zone

Key = Annotated[str, msgspec.Meta(pattern="^(ours|own)/[a-z0-9-]{1,100}$")]
Seconds = Annotated[int, msgspec.Meta(gt=0, le=3600)] | Annotated[float, msgspec.Meta(gt=0, le=3600)]


class PracticeSessionShape(Shape, kw_only=True):
    """Something that was practised; `updated_at` is left out where it is `ended_at`."""

    id: Id
    practice: Key
    title: Name
    started_at: Name
    timezone: ZoneName | None = None
    ended_at: Name
    ended_timezone: ZoneName | None = None
    before: Points | None = None
    after: Points | None = None
    felt: Felt | None = None
    check_in: Id | None = None
    stopped_early: bool = False
    updated_at: Name | None = None
    deleted_at: Name | None = None

    def part(self) -> Kept[PracticeSession]:
        """What the store keeps. Raises DomainError."""
        session = PracticeSession(
            self.id,
            self.practice,
            self.title,
            moment(self.started_at, self.timezone),
            moment(self.ended_at, self.ended_timezone),
            self.before,
            self.after,
            self.felt,
            self.check_in,
            self.stopped_early,
        )
        return Kept(session, *_touched(self, session.ended_at))


class StepShape(Shape, kw_only=True):
    """A step of a practice."""

    say: Name
    more: Text = ""
    seconds: Seconds | None = None
    phase: Phase | None = None
    count: Count | None = None

    def step(self) -> Step:
        """The step. Raises DomainError and ValueError."""
        if clean_text(self.say) != self.say or clean_text(self.more) != self.more:
            raise ValueError("not the words of a step")
        return Step(self.say, self.more, self.seconds, self.phase, self.count)


class OwnPracticeShape(Shape, kw_only=True):
    """A practice of the person's own; `updated_at` is left out where it is `created_at`."""

    id: Id
    created_at: Name
    timezone: ZoneName | None = None
    title: Name
    way: Way
    steps: Annotated[list[StepShape], msgspec.Meta(max_length=MOST_STEPS)]
    zones: list[Zone] = []
    seconds: Count | None = None
    note: Text = ""
    updated_at: Name | None = None
    deleted_at: Name | None = None

    def part(self) -> Kept[OwnPractice]:
        """What the store keeps. Raises DomainError and ValueError."""
        created_at = moment(self.created_at, self.timezone)
        steps = tuple(step.step() for step in self.steps)
        practice = OwnPractice(
            self.id, created_at, self.title, steps, self.way, tuple(self.zones), self.seconds, self.note
        )
        return Kept(practice, *_touched(self, created_at))


class PracticePlaceShape(Shape, kw_only=True):
    """Where the person put a practice."""

    practice: Key
    starred: bool = False
    hidden: bool = False
    place: Count | None = None

    def part(self) -> PracticePlace:
        """What the store keeps."""
        return PracticePlace(self.practice, self.starred, self.hidden, self.place)


def session_shape_of(kept: Kept[PracticeSession]) -> PracticeSessionShape:
    """The shape of a session."""
    session = kept.value
    updated_at, deleted_at = _beside(kept, session.ended_at)
    return PracticeSessionShape(
        id=session.id,
        practice=session.practice,
        title=session.title,
        started_at=session.started_at.iso(),
        timezone=session.started_at.zone_name,
        ended_at=session.ended_at.iso(),
        ended_timezone=session.ended_at.zone_name,
        before=session.before,
        after=session.after,
        felt=session.felt,
        check_in=session.check_in_id,
        stopped_early=session.stopped_early,
        updated_at=updated_at,
        deleted_at=deleted_at,
    )


def own_practice_shape_of(kept: Kept[OwnPractice]) -> OwnPracticeShape:
    """The shape of a practice of the person's own."""
    practice = kept.value
    updated_at, deleted_at = _beside(kept, practice.created_at)
    return OwnPracticeShape(
        id=practice.id,
        created_at=practice.created_at.iso(),
        timezone=practice.created_at.zone_name,
        title=practice.title,
        way=practice.way,
        steps=[_step_shape_of(step) for step in practice.steps],
        zones=list(practice.zones),
        seconds=practice.seconds,
        note=practice.note,
        updated_at=updated_at,
        deleted_at=deleted_at,
    )


def place_shape_of(place: PracticePlace) -> PracticePlaceShape:
    """The shape of a practice's place."""
    return PracticePlaceShape(practice=place.key, starred=place.is_starred, hidden=place.is_hidden, place=place.place)


def _step_shape_of(step: Step) -> StepShape:
    seconds = None if step.seconds is None else number_of(float(step.seconds))
    return StepShape(say=step.say, more=step.more, seconds=seconds, phase=step.phase, count=step.count)


def _beside(kept: Kept[PracticeSession] | Kept[OwnPractice], made_at: Moment) -> tuple[str | None, str | None]:
    """When it was last changed, unless that was when it was made, and when it was taken back."""
    updated_at = None if kept.updated_at == made_at.utc else utc_text(kept.updated_at)
    return updated_at, None if kept.deleted_at is None else utc_text(kept.deleted_at)


def _touched(shape: PracticeSessionShape | OwnPracticeShape, made_at: Moment) -> tuple[datetime, datetime | None]:
    updated_at = made_at.utc if shape.updated_at is None else utc(shape.updated_at)
    return updated_at, None if shape.deleted_at is None else utc(shape.deleted_at)
