"""Ports: what the application needs from outside. Adapters and `ui/platform` fill them; tests fake them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, time, tzinfo
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from companion.application.copies import Comparison, KeptCopy
    from companion.application.desktop_abilities import DesktopAbilities
    from companion.application.foreign import FileContent, FileWish, KeptImport
    from companion.application.parts import Part, PartKind, PartNote, Verdict
    from companion.application.people_ports import HelpingRepository, SupportRepository
    from companion.application.practice_ports import (
        OwnPracticeRepository,
        PracticePlaceRepository,
        PracticeSessionRepository,
    )
    from companion.application.protection import OlderCopies, Rewritten
    from companion.application.row_fault import RowFault
    from companion.application.settings import Settings
    from companion.domain.checkin import CheckIn
    from companion.domain.columns import Columns
    from companion.domain.concept import Concept, NoteProblem
    from companion.domain.day_summary import DaySummary
    from companion.domain.desktop import Desktop
    from companion.domain.draft import Draft
    from companion.domain.hold_rules import HoldRules
    from companion.domain.journal import CheckInVersion, JournalFilter, JournalPage, JournalPlace, NotedVersion
    from companion.domain.label import Label
    from companion.domain.life_event import LifeEvent
    from companion.domain.mark import Mark
    from companion.domain.moment import Moment
    from companion.domain.noting import LastNoted
    from companion.domain.pause import Pause
    from companion.domain.prompt import Prompt, PromptRecord, Transition
    from companion.domain.quiet_hours import QuietHours
    from companion.domain.reflection import Reflection
    from companion.domain.reminder import Reminder
    from companion.domain.reminder_questions import AskedQuestion
    from companion.domain.secrets import Secret
    from companion.domain.tag import Tag, TagKind, TagUse
    from companion.domain.window import WindowOfTolerance

N = TypeVar("N")


class Clock(Protocol):
    """The only place that knows what time it is."""

    def now(self) -> Moment:
        """This moment, with the local offset and the zone's name."""

    def zone(self) -> tzinfo:
        """The local time zone, by which wall-clock times of a reminder become instants."""


class IdSource(Protocol):
    """Makes ids."""

    def new_id(self) -> str:
        """A new UUIDv7 as text: later ids sort after earlier ones."""


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
    """Reflections, or life events."""

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


class Intake(Protocol):
    """The part of the store that works in both states, locked and unlocked."""

    @property
    def check_ins(self) -> CheckInIntake: ...
    @property
    def ledger(self) -> PromptLedger: ...
    @property
    def pauses(self) -> PauseRepository: ...
    @property
    def quiet_hours(self) -> QuietHoursRepository: ...

    def window_id(self, at: datetime) -> str | None:
        """The id of the window version in force at that instant; None while locked, it is filled in on unlocking."""


class WholeStore(Protocol):
    """Everything the store keeps but secrets and the draft, for carrying it elsewhere."""

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


class CheckInImport(Protocol):
    """Check-ins that come in together: nothing of them is seen before `complete`."""

    def add(self, rows: Sequence[tuple[str, CheckIn]], sources: Sequence[str] = ()) -> int:
        """Adds rows with their import keys, at most 1000; a key or id that is here already adds nothing.

        Nor does an id that was deleted for good. `sources` are the rows as they stood in the file of another
        program, in the same order, or none at all. Returns how many were added.
        """

    def complete(self) -> None:
        """Everything that was added is there from now on, durably and in one step."""

    def abandon(self) -> None:
        """Nothing of it will ever be there."""


class CarryingIn(Protocol):
    """Parts of another store that come in together: nothing of them is seen before `complete`."""

    def add(self, parts: Sequence[Part]) -> list[Verdict]:
        """Adds what is new, durably, and says what became of each; no more at once than a short transaction bears."""

    def complete(self) -> None:
        """Everything that was added is there from now on. The step to it is one; a crash after it loses nothing."""

    def abandon(self) -> None:
        """Nothing of it will ever be there."""


class Vault(Protocol):
    """The only door to what the person noted: locked or unlocked."""

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""

    def reading(self) -> AbstractContextManager[Store]:
        """The store for one consistent look. Raises UserError(LOCKED) while locked."""

    def writing(self) -> AbstractContextManager[Store]:
        """The store in one transaction: durable when the block ends, undone if it raises.

        Raises UserError(LOCKED) while locked, and UserError for a full or failing disk.
        """

    def taking_in(self) -> AbstractContextManager[Intake]:
        """What can be noted in both states, in one durable step: the store, or while locked the sealed spool."""

    def importing(self, source: str) -> CheckInImport:
        """Begins an import of that kind of source. Raises UserError(LOCKED) while locked."""

    def carrying_in(self, at: Moment) -> CarryingIn:
        """Begins, at that moment, to bring in what another store keeps.

        Raises UserError: LOCKED, or STORE_BUSY beside another import.
        """

    def remove_unfinished_imports(self) -> None:
        """Takes out what interrupted imports left, and brings completed ones to their end; not one that runs."""

    def changed_elsewhere(self) -> bool:
        """True if another process wrote since the last call."""


class LockableVault(Protocol):
    """The vault as the one sees it who locks it."""

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""

    def lock(self) -> None:
        """Closes the store; from now on nothing can be read, and what is noted goes to the spool. Always locks."""


class HeldKey(Protocol):
    """The store's key, out of its slot. Nobody holds one longer than a use case takes.

    `unlock` belongs on the GUI thread, the others on the worker.
    """

    def unlock(self) -> None:
        """Opens the vault with it and brings in what was noted meanwhile; stays locked if it raises UserError.

        An open vault goes on with this key.
        """

    def protect(self, passphrase: Secret, older: OlderCopies) -> tuple[HeldKey, Rewritten]:
        """Writes the store anew under a new key that the passphrase, or the recovery code, opens.

        The vault must be locked. Raises UserError and leaves store and key as they were: OPEN_ELSEWHERE, DISK_FULL…
        """

    def unprotect(self, older: OlderCopies) -> tuple[HeldKey, Rewritten]:
        """The same under a new key that lies beside it as it is."""

    def change_passphrase(self, passphrase: Secret) -> HeldKey:
        """Wraps the key in another passphrase; the one before opens nothing any more. Raises UserError."""

    def new_recovery_code(self) -> tuple[HeldKey, str]:
        """Wraps the key in a new recovery code, which is given back this once. Raises UserError."""

    def finish_copies(self) -> None:
        """Ends what a crash may have left undone: no older copy stays that opens without the passphrase."""


class KeyKeeper(Protocol):
    """Keeps the store's key."""

    def is_protected(self) -> bool:
        """True if there is a passphrase. Opens nothing."""

    def take(self, secret: Secret) -> HeldKey:
        """Opens the key's slot, which takes about 0.25 s on purpose; on any thread.

        Raises UserError: PASSPHRASE_WRONG, RECOVERY_CODE_WRONG, KEY_MISSING.
        """

    def take_open(self) -> HeldKey:
        """The key where there is no passphrase. Raises UserError: LOCKED, KEY_MISSING."""


class PromptPlanFile(Protocol):
    """The plan of the next days beside the locked store: ids, times and hold rules, no words."""

    def write(self, records: Sequence[PromptRecord], rules: HoldRules) -> None:
        """Replaces the plan; writes nothing if it is the same. Raises UserError."""

    def noted(self) -> LastNoted:
        """When something was last noted, as far as the plan says."""

    def keep_noted(self, noted: LastNoted) -> None:
        """Writes when something was last noted into the plan. Raises UserError."""


class Alarm(Protocol):
    """An alarm clock. Rings may come late, after sleep for instance; whoever hears decides what that means."""

    def set(self, key: str, at: datetime) -> None:
        """Rings once at that instant; replaces the alarm of the same key."""

    def cancel(self, key: str) -> None:
        """Takes the alarm back if it is set."""

    def wake(self) -> None:
        """Looks at the clock again: it may have been moved."""

    def stop(self) -> None:
        """No ring comes after this returns."""


class PromptDisplay(Protocol):
    """Puts a prompt before the person, neutrally."""

    def can_show(self) -> bool:
        """True if there is a way to show a prompt now. Asked before `shown` is written down; must not block."""

    def show(self, prompt: Prompt, may_snooze: bool) -> bool:
        """True once it was handed over for display; False if there is no way to show it."""

    def withdraw(self, prompt_id: str) -> None:
        """Takes it away again, if it is still there."""


class DesktopState(Protocol):
    """What the desktop says about whether this is a moment to be asked."""

    def look(self) -> Desktop:
        """What it says now, unknown wherever it does not answer at once.

        Asked on the GUI thread, only when a prompt falls due or is held back; takes 200 ms at most and never raises.
        """


class DesktopProbe(Protocol):
    """Finds out what this desktop can do."""

    def abilities(self, says: Desktop) -> DesktopAbilities:
        """What can be done here; `says` is what a look at the desktop has just brought.

        Takes up to a second and a half where services hang: on the worker. Starts no service and never raises.
        """


class Autostart(Protocol):
    """Whether the program starts, hidden, when the person logs in."""

    def is_on(self) -> bool | None:
        """True if it does; None where this system has no such thing that we know of."""

    def put(self, wanted: bool) -> None:
        """Switches it. Raises UserError(FILE_UNWRITABLE) if that is impossible; then it is as it was."""


class ConceptLibrary(Protocol):
    """The notes: ours and those of the person's folders."""

    def read(self, folders: Sequence[str], language: str) -> tuple[list[Concept], list[NoteProblem]]:
        """Ours, then those of each folder; the very same tuple as the last time if nothing is different.

        A bad note is a problem in the list; an unreadable folder raises UserError. On any thread.
        """

    def picture(self, key: str, address: str) -> bytes | None:
        """A picture that the note of that key names, out of its own folder or below it; None for all else."""


class SettingsStore(Protocol):
    """Where settings are kept."""

    def load(self) -> Settings:
        """The settings; defaults for what is missing or unreadable."""

    def save(self, settings: Settings) -> None:
        """Keeps them. Raises UserError if that is impossible."""


class TaskRunner(Protocol):
    """One worker beside the GUI thread."""

    def run(self, work: Callable[[], object], done: Callable[[object], None] | None = None) -> None:
        """Runs `work` there; `done` gets its result on the GUI thread. A failure is logged and raised there."""


class OutgoingFiles(Protocol):
    """Files whose content is ready, such as pictures; called on the worker."""

    def write(self, path: str, content: bytes) -> None:
        """Writes it wholly, or leaves what was there. Raises UserError."""


class NotebookFiles(Protocol):
    """Files that a notebook goes out to and comes in from; called on the worker. All raise UserError."""

    def write(self, path: str, seen: Callable[[int], None]) -> Mapping[PartKind, int]:
        """Writes everything to a whole new file; `seen` is told how far it is, and may raise to end it."""

    def read(
        self,
        file: FileWish,
        tell: Callable[[PartNote | RowFault], None],
        seen: Callable[[int], None],
        *,
        only_look: bool = False,
    ) -> FileContent:
        """Brings in what the file has and is not here, in one unit; tells of what is left out or differs.

        With `only_look` nothing is changed. Of a file of which something has to be said first nothing is counted.
        """


class ImportRemover(Protocol):
    """Takes imports out of the store; called on the worker. Both raise UserError."""

    def hide(self, import_id: str) -> None:
        """Nothing of it is seen from now on, in one step; an id that is not there changes nothing."""

    def wipe(self) -> bool:
        """Wipes what was hidden, for a moment; False if there is more of it."""


class StoreReplacer(Protocol):
    """A copy in the place of a store that cannot be opened. All of it is for the worker, and may raise UserError."""

    def copies(self, place: str = "") -> list[KeptCopy]:
        """The copies beside the store, or in another folder, newest first."""

    def look_into(self, path: str, secret: Secret | None) -> KeptCopy:
        """What a copy holds."""

    def replace(self, path: str, secret: Secret | None, day: date) -> str:
        """Puts it in the store's place, wholly or not at all; returns the folder where what was there is kept."""


class BackupKeeper(Protocol):
    """Copies of the store. All but the `newest_…` and `restore` belong on the worker, and may raise UserError."""

    def newest_day(self) -> date | None:
        """The day of the newest copy in the data folder."""

    def newest_made_at(self) -> datetime | None:
        """When that copy was made."""

    def make(self, day: date) -> object:
        """Writes a verified copy for that day, over an earlier one of the same day unless that holds more."""

    def lay_in(self, place: str, day: date) -> None:
        """Lays the copy of that day in another folder as well."""

    def save(self, path: str, *, replace: bool = False) -> None:
        """Writes a verified copy to a file of that name; over one that may hold more only with `replace`."""

    def copies(self, place: str = "") -> list[KeptCopy]:
        """The copies in the data folder, or in another one, newest first."""

    def look_into(self, path: str, secret: Secret | None) -> Comparison:
        """What would change if that copy took the store's place; it is ready to do so from now on."""

    def restore(self, day: date) -> KeptCopy:
        """On the GUI thread: what was looked at last takes the store's place, wholly or not at all.

        Whoever has the store open here opens it anew. Returns the copy of what was there before. Raises UserError.
        """

    def settle(self) -> None:
        """After `restore`, which leaves to this what can wait.

        Of imports that were on their way when the copy was made, nothing stays halfway.
        """

    def drop(self) -> None:
        """What was looked at, in this run or an interrupted one, is not kept ready any more."""
