"""The journal: everything in time order, what of it is wanted, and where in it one is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment
from companion.domain.practice_session import PracticeSession
from companion.domain.prompt import PromptRecord
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.tag import Tag
from companion.domain.triangle import Triangle
from companion.domain.zone import Zone


class JournalKind(Enum):
    """What a line of the journal is about; at the same instant they stand in this order."""

    CHECK_IN = "check_in"
    REFLECTION = "reflection"
    LIFE_EVENT = "life_event"
    PROMPT = "prompt"
    PRACTICE = "practice"
    REPAIR = "repair"
    TRIANGLE = "triangle"


Noted = CheckIn | Reflection | LifeEvent | Repair | Triangle
JournalLine = Noted | PromptRecord | PracticeSession


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """What of the journal is wanted; the default is all of it.

    `zones` may hold None for check-ins without an answer, and empty means any. `asked` True wants answers to
    scheduled prompts, also those whose time was moved since, False the others. `text` is looked for at the beginnings
    of words in notes, reflections, life events, repairs and triangles. A wish that only check-ins can fulfil (zones,
    tag, asked) leaves the other kinds out; `with_note` and `text` leave out what has no words.
    """

    kinds: frozenset[JournalKind] = frozenset(JournalKind)
    zones: frozenset[Zone | None] = frozenset()
    tag: Tag | None = None
    asked: bool | None = None
    with_note: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """Where a line stands: its instant, then its kind, then its id."""

    at: datetime
    kind: JournalKind
    id: str


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Lines, newest first. `has_newer` and `has_older` say whether there is more beyond its ends.

    `amended` holds the ids of those among them that were corrected.
    """

    lines: tuple[JournalLine, ...]
    has_newer: bool
    has_older: bool
    amended: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CheckInVersion:
    """A check-in as it was until `replaced_at`."""

    check_in: CheckIn
    replaced_at: Moment

    @property
    def said(self) -> CheckIn:
        """The check-in; every kind of version has it by this name."""
        return self.check_in


@dataclass(frozen=True, slots=True)
class NotedVersion:
    """What is not a check-in as it was until `replaced_at`."""

    said: Reflection | LifeEvent | Repair | Triangle
    replaced_at: Moment


Version = CheckInVersion | NotedVersion


def place_of(line: JournalLine) -> JournalPlace:
    """Where that line stands."""
    if isinstance(line, PromptRecord):
        return JournalPlace(line.prompt.at.utc, JournalKind.PROMPT, line.prompt.id)
    return JournalPlace(line.experienced_at.utc, kind_of(line), line.id)


def kind_of(line: JournalLine) -> JournalKind:
    """What that line is about."""
    if isinstance(line, CheckIn):
        return JournalKind.CHECK_IN
    if isinstance(line, Reflection):
        return JournalKind.REFLECTION
    if isinstance(line, PracticeSession):
        return JournalKind.PRACTICE
    if isinstance(line, Repair):
        return JournalKind.REPAIR
    if isinstance(line, Triangle):
        return JournalKind.TRIANGLE
    return JournalKind.LIFE_EVENT if isinstance(line, LifeEvent) else JournalKind.PROMPT
