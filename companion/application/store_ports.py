"""Ports of the store: its repositories and all of them together; `adapters/storage` fills them, tests fake them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from companion.application.foreign import KeptImport
    from companion.application.parts import Part, PartKind, Verdict
    from companion.application.people_ports import HelpingRepository, SupportRepository
    from companion.application.practice_ports import (
        OwnPracticeRepository,
        PracticePlaceRepository,
        PracticeSessionRepository,
    )
    from companion.application.repair_ports import RepairDraftRepository
    from companion.application.triangle_ports import TriangleDraftRepository
    from companion.domain.checkin import CheckIn
    from companion.domain.columns import Columns
    from companion.domain.day_summary import DaySummary
    from companion.domain.draft import Draft
    from companion.domain.journal import CheckInVersion, JournalFilter, JournalPage, JournalPlace, NotedVersion
    from companion.domain.label import Label
    from companion.domain.life_event import LifeEvent
    from companion.domain.mark import Mark
    from companion.domain.moment import Moment
    from companion.domain.pause import Pause
    from companion.domain.prompt import Prompt, PromptRecord, Transition
    from companion.domain.quiet_hours import QuietHours
    from companion.domain.reflection import Reflection
    from companion.domain.reminder import Reminder
    from companion.domain.reminder_questions import AskedQuestion
    from companion.domain.repair import Repair
    from companion.domain.tag import Tag, TagKind, TagUse
    from companion.domain.triangle import Triangle
    from companion.domain.window import WindowOfTolerance

N = TypeVar("N")


class CheckInIntake(Protocol):
    """Where a check-in can be put even while the store is locked."""

    def add(self, check_in: CheckIn) -> None:
        """Adds a new check-in. Adding the same id twice changes nothing."""


class CheckInRepository(CheckInIntake, Protocol):
    """All check-ins. Forgotten ones are kept aside and appear nowhere."""

    def get(self, check_in_id: str) -> CheckIn | None:
        """The check-in with that whole id, also a forgotten one; None if there is none."""

    def forget(self, check_in_id: str, at: Moment) -> None:
        """Takes a check-in back; `restore` undoes it."""

    def restore(self, check_in_id: str, at: Moment) -> None:
        """Brings a forgotten check-in back."""

    def amend(self, check_in: CheckIn, at: Moment) -> None:
        """Writes a corrected check-in over the one with its id; what it said before is kept as a version.

        Writing the same again keeps no version. An id that is not there changes nothing.
        """

    def versions(self, check_in_id: str) -> list[CheckInVersion]:
        """What it said before each correction, oldest first."""

    def purge(self, check_in_ids: Sequence[str], at: Moment) -> None:
        """Deletes check-ins with all their versions and words for good; only a tombstone with the id stays."""

    def between(self, start: datetime | None, end: datetime | None, limit: int | None = None) -> list[CheckIn]:
        """Check-ins experienced in [start, end), oldest first; with a limit only the newest of them."""

    def marks_between(self, start: datetime, end: datetime, limit: int) -> list[Mark]:
        """What a chart draws of [start, end), oldest first; at most the newest `limit`."""

    def columns_between(self, start: datetime, end: datetime) -> Columns:
        """The numbers of [start, end) in columns, in no order: a million of them take about a second."""

    def labels_between(self, start: datetime, end: datetime, limit: int) -> list[Label]:
        """Of the check-ins of [start, end) those with an energy and one of below, inside, above, newest first;
        at most `limit`.
        """

    def count_between(self, start: datetime, end: datetime) -> int:
        """How many check-ins were experienced in [start, end)."""

    def source_of(self, check_in_id: str) -> str | None:
        """The row of another program's file that it came from, as it stood there; None if it came from none."""

    def brought_before(self, rows: Sequence[tuple[datetime, str]]) -> set[str]:
        """The import keys of those rows, each with its instant, that are here already, also as forgotten ones."""

    def newest(self) -> CheckIn | None:
        """The one experienced last."""

    def newest_noted(self) -> CheckIn | None:
        """The one noted last, which undo takes back."""

    def range(self) -> tuple[Moment, Moment] | None:
        """The first and the last experienced moment, or None if there are none."""


class NotedRepository(Protocol[N]):
    """Reflections, life events, repairs, or triangles."""

    def add(self, noted: N) -> None:
        """Adds a new one. Adding the same id twice changes nothing."""

    def get(self, noted_id: str) -> N | None:
        """The one with that whole id, also a forgotten one; None if there is none."""

    def amend(self, noted: N, at: Moment) -> None:
        """Writes a corrected one over the one with its id; what it said before is kept as a version.

        Writing the same again keeps no version. An id that is not there changes nothing.
        """

    def versions(self, noted_id: str) -> list[NotedVersion]:
        """What it said before each correction, oldest first."""

    def forget(self, noted_id: str, at: Moment) -> None:
        """Takes it back; `restore` undoes it."""

    def restore(self, noted_id: str, at: Moment) -> None:
        """Brings a forgotten one back."""

    def purge(self, noted_ids: Sequence[str], at: Moment) -> None:
        """Deletes them with all their versions for good; only a tombstone with the id stays."""

    def between(self, start: datetime | None, end: datetime | None) -> list[N]:
        """Those experienced in [start, end), oldest first."""

    def newest_noted(self) -> N | None:
        """The one noted last, which undo takes back."""


class JournalRepository(Protocol):
    """Everything in time order, a page at a time: however long the journal is, a page takes the same time."""

    def older(self, wanted: JournalFilter, than: JournalPlace | None, limit: int) -> JournalPage:
        """The newest lines that stand before `than`, or the newest of all."""

    def newer(self, wanted: JournalFilter, than: JournalPlace, limit: int) -> JournalPage:
        """The oldest lines that stand after `than`, newest first all the same."""

    def at(self, wanted: JournalFilter, instant: datetime, limit: int) -> JournalPage:
        """The newest lines that stand at or before that instant: a jump."""


class TagRepository(Protocol):
    """The tags, people, places, activities and body cues there are."""

    def all(self, kind: TagKind) -> list[TagUse]:
        """Those of one kind with how many check-ins they lie on, by name."""

    def beginning_with(self, kind: TagKind, letters: str, limit: int) -> list[str]:
        """Names of which some word begins like that, whatever their case and accents; last used first."""

    def offered(self, kind: TagKind) -> list[str]:
        """The names that the check-in offers to choose from, in the person's order."""

    def offer(self, kind: TagKind, names: Sequence[str], at: Moment) -> None:
        """Sets what is offered; names that are new become tags."""

    def rename(self, tag: Tag, name: str, at: Moment) -> None:
        """Gives it another name on every check-in; one that has that name already is merged with it."""

    def remove(self, tag: Tag, at: Moment) -> None:
        """Takes it off every check-in."""


class WordingRepository(Protocol):
    """The person's own words, where they put them in place of ours."""

    def all(self) -> dict[str, str]:
        """Own words by what they name, such as "zone.above.words"."""

    def set(self, name: str, text: str, at: Moment) -> None:
        """Keeps them; "" goes back to ours."""


class DaySummaries(Protocol):
    """Counts per day, kept in the same transaction as each change."""

    def between(self, first: date, last: date) -> list[DaySummary]:
        """Summaries of the days first..last that have check-ins, in order."""

    def range(self) -> tuple[date, date] | None:
        """The first and last day that have check-ins."""

    def total(self) -> int:
        """How many check-ins there are."""

    def day_start(self) -> time:
        """When the person's day begins; every day of the store is counted by it."""

    def begin_days_at(self, day_start: time) -> None:
        """Counts everything that was noted to its day anew, by another beginning of the day, in this transaction.

        Reads every check-in, seconds with 1,000,000: the worker does the same beside those who save.
        """

    def are_right(self) -> bool:
        """True if counting everything again gives the same; for the self-check."""


class WindowRepository(Protocol):
    """The dated versions of the person's window. There is always one: the starting guess."""

    def versions(self) -> list[WindowOfTolerance]:
        """All versions, oldest first."""

    def in_force(self, at: datetime) -> WindowOfTolerance:
        """The version in force at that instant."""

    def add(self, window: WindowOfTolerance) -> None:
        """Adds a version; earlier ones stay."""


class ReminderRepository(Protocol):
    """The person's reminders."""

    def all(self) -> list[Reminder]:
        """Every reminder that was not removed, oldest first."""

    def add(self, reminder: Reminder) -> None:
        """Adds a new one."""

    def change(self, reminder: Reminder) -> None:
        """Writes a changed reminder over the one with the same id."""

    def remove(self, reminder_id: str, at: Moment) -> None:
        """Removes it; its prompts stay in the ledger."""


class PromptLedger(Protocol):
    """What became of every prompt. Append-only: no line is ever changed or taken out."""

    def plan(self, prompts: Iterable[Prompt], at: Moment) -> None:
        """Adds prompts as `planned`; ids that are there already are left as they are."""

    def append(self, transition: Transition) -> bool:
        """Adds a line. False, and nothing added, if the prompt is unknown or already in a final state."""

    def record(self, prompt_id: str) -> PromptRecord | None:
        """One prompt with its transitions."""

    def unfinished(self) -> list[PromptRecord]:
        """Every prompt that is not in a final state, by due time."""

    def on_day(self, day: date) -> list[PromptRecord]:
        """Every prompt that belongs to that calendar date, by due time."""

    def between(self, start: datetime | None, end: datetime | None) -> list[PromptRecord]:
        """Every prompt that falls due in [start, end), by due time."""

    def days_before(self, day: date | None, limit: int) -> list[date]:
        """The newest `limit` calendar dates that have prompts, newest first; with a `day` only earlier ones."""

    def last_planned_day(self) -> date | None:
        """The last calendar date for which `mark_planned` was called."""

    def mark_planned(self, day: date) -> None:
        """Remembers that the plan rows of that date are written, also if there were none."""

    def last_shown(self) -> Moment | None:
        """When a prompt was last shown."""


class PauseRepository(Protocol):
    """The pause, if there is one."""

    def current(self) -> Pause | None:
        """The pause set last, also if it is over by now; None if it was ended or never set."""

    def set(self, pause: Pause | None) -> None:
        """Sets a pause, or ends it."""


class QuietHoursRepository(Protocol):
    """The hours in which nothing is shown."""

    def current(self) -> QuietHours:
        """The quiet hours; none at first."""

    def set(self, quiet_hours: QuietHours, at: Moment) -> None:
        """Sets them. Raises UserError(LOCKED) while locked."""


class QuestionRepository(Protocol):
    """What the person was asked about their reminders."""

    def all(self) -> list[AskedQuestion]:
        """Every answer, oldest first."""

    def add(self, asked: AskedQuestion) -> None:
        """Adds an answer. Adding the same id twice changes nothing."""

    def remove(self, asked_id: str) -> None:
        """Takes an answer back."""


class NoteReadings(Protocol):
    """Which notes were read lately, the last thirty: for what is offered next. Not exported; goes with the store."""

    def all(self) -> dict[str, date]:
        """On which of the person's days each was last read, by the note's key."""

    def add(self, key: str, day: date) -> None:
        """That note was read on that day."""


class DraftRepository(Protocol):
    """The half-filled check-in."""

    def current(self) -> Draft | None:
        """It, if there is one."""

    def set(self, draft: Draft | None) -> None:
        """Keeps it, or drops it."""


class WholeStore(Protocol):
    """Everything the store keeps but secrets and drafts, for carrying it elsewhere."""

    def parts(self, kind: PartKind) -> Iterator[Part]:
        """Every part of that kind, also what was taken back or removed, by id; tags, days and words by name."""

    def look_at(self, parts: Sequence[Part]) -> list[Verdict]:
        """What would become of each if it came in now."""

    def is_settled(self) -> bool:
        """False while a completed import is still being put in its place: not everything can be seen yet."""


class Store(Protocol):
    """Everything the person noted. Only inside `Vault.reading` or `Vault.writing`."""

    @property
    def check_ins(self) -> CheckInRepository: ...
    @property
    def days(self) -> DaySummaries: ...
    @property
    def windows(self) -> WindowRepository: ...
    @property
    def reminders(self) -> ReminderRepository: ...
    @property
    def ledger(self) -> PromptLedger: ...
    @property
    def pauses(self) -> PauseRepository: ...
    @property
    def quiet_hours(self) -> QuietHoursRepository: ...
    @property
    def questions(self) -> QuestionRepository: ...
    @property
    def drafts(self) -> DraftRepository: ...
    @property
    def readings(self) -> NoteReadings: ...
    @property
    def reflections(self) -> NotedRepository[Reflection]: ...
    @property
    def life_events(self) -> NotedRepository[LifeEvent]: ...
    @property
    def repairs(self) -> NotedRepository[Repair]: ...
    @property
    def triangles(self) -> NotedRepository[Triangle]: ...
    @property
    def triangle_drafts(self) -> TriangleDraftRepository: ...
    @property
    def repair_drafts(self) -> RepairDraftRepository: ...
    @property
    def practice_sessions(self) -> PracticeSessionRepository: ...
    @property
    def own_practices(self) -> OwnPracticeRepository: ...
    @property
    def practice_places(self) -> PracticePlaceRepository: ...
    @property
    def people(self) -> SupportRepository: ...
    @property
    def helping(self) -> HelpingRepository: ...
    @property
    def journal(self) -> JournalRepository: ...
    @property
    def tags(self) -> TagRepository: ...
    @property
    def wording(self) -> WordingRepository: ...
    @property
    def imports(self) -> KeptImports: ...
    @property
    def whole(self) -> WholeStore: ...
    def window_id(self, at: datetime) -> str | None:
        """The id of the window version in force at that instant."""

    @property
    def secret(self) -> bytes:
        """32 random bytes of this store, from which the draws of random prompts are seeded."""


class KeptImports(Protocol):
    """The imports that can be taken out again."""

    def all(self) -> list[KeptImport]:
        """All of them, newest first."""
