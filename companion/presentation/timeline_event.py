"""Life events and practices on the chart: what it draws of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from companion.domain.life_event import LifeEvent
from companion.domain.practice_session import PracticeSession


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A life event: `wall` in wall seconds, `at` in seconds since 1970 UTC, `offset` in seconds east of UTC."""

    id: str
    wall: float
    at: float
    offset: int
    title: str


def timeline_events(events: Iterable[LifeEvent], start: float, end: float) -> tuple[TimelineEvent, ...]:
    """Those on the wall clock between `start` and `end` (wall seconds), in its order."""
    placed = sorted(map(timeline_event, events), key=lambda event: event.wall)
    return tuple(event for event in placed if start <= event.wall < end)


def timeline_event(event: LifeEvent) -> TimelineEvent:
    """A life event on the wall clock of where it was lived."""
    moment = event.experienced_at
    at, offset = moment.utc.timestamp(), int(moment.offset.total_seconds())
    return TimelineEvent(event.id, at + offset, at, offset, event.title)


@dataclass(frozen=True, slots=True)
class TimelinePractice:
    """That something was practised; times as of a TimelineEvent. Nothing of what it left the person with."""

    id: str
    wall: float
    at: float
    offset: int
    title: str


def timeline_practices(sessions: Iterable[PracticeSession], start: float, end: float) -> tuple[TimelinePractice, ...]:
    """Those that began on the wall clock between `start` and `end` (wall seconds), in its order."""
    placed = sorted(map(_timeline_practice, sessions), key=lambda practice: practice.wall)
    return tuple(practice for practice in placed if start <= practice.wall < end)


def _timeline_practice(session: PracticeSession) -> TimelinePractice:
    at, offset = session.started_at.utc.timestamp(), int(session.started_at.offset.total_seconds())
    return TimelinePractice(session.id, at + offset, at, offset, session.title)
