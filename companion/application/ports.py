"""Ports: what is needed from outside beside the store; adapters and `ui/platform` fill them, tests fake them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from companion.application.copies import Comparison, KeptCopy
    from companion.application.desktop_abilities import DesktopAbilities
    from companion.application.export_wish import ExportWish
    from companion.application.foreign import FileContent, FileWish
    from companion.application.parts import PartKind, PartNote
    from companion.application.row_fault import RowFault
    from companion.application.settings import Settings
    from companion.domain.concept import Concept, NoteProblem
    from companion.domain.desktop import Desktop
    from companion.domain.moment import Moment
    from companion.domain.prompt import Prompt
    from companion.domain.secrets import Secret


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

    def write(self, path: str, seen: Callable[[int], None], wish: ExportWish) -> Mapping[PartKind, int]:
        """Writes that to a whole new file; `seen` is told how far it is, and may raise to end it."""

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

    def wipe(self) -> bool:
        """Wipes for a moment what a large file left that was ended or broke off; False if there is more of it."""


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
