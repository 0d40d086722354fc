"""Everything a store keeps, as parts that can be carried into another store; secrets are none of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from companion.domain.errors import Rule
from companion.domain.is_helping import HelpingAnswer
from companion.domain.journal import JournalKind
from companion.domain.life_event import LifeEvent
from companion.domain.pause import Pause
from companion.domain.practice_own import OwnPractice, PracticePlace
from companion.domain.practice_session import PracticeSession
from companion.domain.prompt import PromptRecord
from companion.domain.quiet_hours import QuietHours
from companion.domain.reflection import Reflection
from companion.domain.reminder import Reminder
from companion.domain.reminder_questions import AskedQuestion
from companion.domain.repair import Repair
from companion.domain.support import SupportContact
from companion.domain.triangle import Triangle
from companion.domain.window import WindowOfTolerance

if TYPE_CHECKING:
    from companion.domain.checkin import CheckIn
    from companion.domain.journal import CheckInVersion, NotedVersion
    from companion.domain.moment import Moment
    from companion.domain.tag import Tag

T = TypeVar("T", Reminder, Reflection, LifeEvent, Repair, Triangle, PracticeSession, OwnPractice, SupportContact)


class PartKind(Enum):
    """The kinds of parts, in an order in which each finds what it needs before it."""

    DAY_START = "day_start"
    PAUSE = "pause"
    QUIET_HOURS = "quiet_hours"
    WORDING = "wording"
    TAG = "tags"
    WINDOW = "windows"
    REMINDER = "reminders"
    QUESTION = "questions"
    PLANNED_DAY = "planned_days"
    PROMPT = "prompts"
    IMPORT = "imports"
    CHECK_IN = "checkins"
    REFLECTION = "reflections"
    LIFE_EVENT = "life_events"
    REPAIR = "repairs"
    TRIANGLE = "triangles"
    PRACTICE = "practices"
    PRACTICE_PLACE = "practice_places"
    PRACTICE_SESSION = "practice_sessions"
    SUPPORT_CONTACT = "support_contacts"
    HELPING = "helping"
    TOMBSTONE = "tombstones"


@dataclass(frozen=True, slots=True)
class DayStart:
    """When the person's day begins."""

    at: time


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The person's words in place of ours; `name` says of which."""

    name: str
    text: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class KeptTag:
    """A tag, also one that lies on nothing; `offered` is its place among the choices of a check-in."""

    tag: Tag
    created_at: datetime
    offered: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A calendar date whose prompts were planned."""

    day: date


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """An import of another kind of file; its check-ins name it."""

    id: str
    source: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a check-in came with an import: under which key, and at which instant if its time was corrected since.

    `source` is its row as it stood in the file of another program.
    """

    batch_id: str | None = None
    key: str | None = None
    moved_from: datetime | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class KeptCheckIn:
    """A check-in, also one that was taken back, with what it said before each correction, oldest first."""

    check_in: CheckIn
    updated_at: datetime
    deleted_at: datetime | None = None
    versions: tuple[CheckInVersion, ...] = ()
    arrival: Arrival | None = None


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """One that has an id and is not a check-in, also one that was taken back or removed.

    `versions` are what it said before each correction, oldest first; only what stands in the journal has them.
    """

    value: T
    updated_at: datetime
    deleted_at: datetime | None = None
    versions: tuple[NotedVersion, ...] = ()


BuriedKind = JournalKind | Literal[PartKind.SUPPORT_CONTACT]


def buried_kind(name: str) -> BuriedKind:
    """What of it can be deleted permanently has that name. Raises ValueError."""
    return PartKind.SUPPORT_CONTACT if name == PartKind.SUPPORT_CONTACT.value else JournalKind(name)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That something was deleted permanently."""

    id: str
    kind: BuriedKind
    deleted_at: Moment


Part = (
    DayStart
    | Pause
    | QuietHours
    | OwnWords
    | KeptTag
    | WindowOfTolerance
    | Kept[Reminder]
    | AskedQuestion
    | PlannedDay
    | PromptRecord
    | ImportBatch
    | KeptCheckIn
    | Kept[Reflection]
    | Kept[LifeEvent]
    | Kept[Repair]
    | Kept[Triangle]
    | Kept[OwnPractice]
    | PracticePlace
    | Kept[PracticeSession]
    | Kept[SupportContact]
    | HelpingAnswer
    | Tombstone
)

_KINDS: dict[type, PartKind] = {
    DayStart: PartKind.DAY_START,
    Pause: PartKind.PAUSE,
    QuietHours: PartKind.QUIET_HOURS,
    OwnWords: PartKind.WORDING,
    KeptTag: PartKind.TAG,
    WindowOfTolerance: PartKind.WINDOW,
    Reminder: PartKind.REMINDER,
    AskedQuestion: PartKind.QUESTION,
    PlannedDay: PartKind.PLANNED_DAY,
    PromptRecord: PartKind.PROMPT,
    ImportBatch: PartKind.IMPORT,
    KeptCheckIn: PartKind.CHECK_IN,
    Reflection: PartKind.REFLECTION,
    LifeEvent: PartKind.LIFE_EVENT,
    Repair: PartKind.REPAIR,
    Triangle: PartKind.TRIANGLE,
    OwnPractice: PartKind.PRACTICE,
    PracticePlace: PartKind.PRACTICE_PLACE,
    PracticeSession: PartKind.PRACTICE_SESSION,
    SupportContact: PartKind.SUPPORT_CONTACT,
    HelpingAnswer: PartKind.HELPING,
    Tombstone: PartKind.TOMBSTONE,
}


def kind_of(part: Part) -> PartKind:
    """What that part is."""
    return _KINDS[type(part.value if isinstance(part, Kept) else part)]


class Verdict(Enum):
    """What a store makes of a part that comes from elsewhere."""

    NEW = "new"
    HERE = "here"
    DIFFERS = "differs"
    DELETED = "deleted"


class PartRule(Enum):
    """What there is to tell of a part, beside the rules of the domain."""

    NOT_AS_EXPORTED = "not_as_exported"
    TOO_LONG = "too_long"
    TWICE = "twice"
    IMPORT_UNKNOWN = "import_unknown"
    DIFFERS = "differs"

    @property
    def is_fault(self) -> bool:
        """False if nothing is wrong with the part: the store only has it otherwise, and keeps its own."""
        return self is not PartRule.DIFFERS


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part as a file has it, at its place among those of its kind, from 1."""

    place: int
    part: Part


@dataclass(frozen=True, slots=True)
class PartCounts:
    """What became of the parts of one kind. `kept_ours`: here otherwise, and left as they are here."""

    added: int = 0
    left_out: int = 0
    already_here: int = 0
    kept_ours: int = 0
    deleted_here: int = 0


@dataclass(frozen=True, slots=True)
class PartNote:
    """Something to tell of the part at that place: what, and facts that its sentence names."""

    kind: PartKind
    place: int
    rule: Rule | PartRule
    facts: dict[str, object] = field(default_factory=dict)
