"""Taking the notebook out to a file and bringing one in, beside everything else; one at a time, it can be ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.application.events import StoreChangedElsewhere
from companion.application.export_wish import ExportForm, ExportWish
from companion.application.wiping import wipe_in_moments

if TYPE_CHECKING:
    from companion.application.carried_settings import CameSettings, SettingsCarrying
    from companion.application.event_bus import EventBus
    from companion.application.foreign import FileContent, FileWish
    from companion.application.parts import PartCounts, PartKind, PartNote
    from companion.application.ports import NotebookFiles, TaskRunner
    from companion.application.row_fault import RowFault
    from companion.domain.secrets import Secret

MOST_NOTES_KEPT = 100


class TakenOut(NamedTuple):
    """How many of each kind are in the file now, or why there is none."""

    path: str
    counts: Mapping[PartKind, int]
    trouble: UserError | None = None
    was_ended: bool = False
    form: ExportForm = ExportForm.EVERYTHING


class BroughtIn(NamedTuple):
    """What became of everything in the file, or would, with the first hundred notes; or why nothing of it came in.

    `settings` were taken over from it, if that was wanted.
    """

    counts: Mapping[PartKind, PartCounts]
    notes: tuple[PartNote | RowFault, ...] = ()
    trouble: UserError | None = None
    was_ended: bool = False
    content: FileContent | None = None
    settings: CameSettings | None = None


class _EndedError(Exception):
    """The person ended it."""


class CarryingService:
    """`files` are read and written on the worker. While one is on its way, another is not begun."""

    def __init__(
        self, files: NotebookFiles, tasks: TaskRunner, bus: EventBus, settings: SettingsCarrying | None = None
    ) -> None:
        self._settings = settings
        self._files = files
        self._tasks = tasks
        self._bus = bus
        self._is_ending = False
        self.is_busy = False
        self.seen = 0

    def take_out(
        self,
        path: str,
        done: Callable[[TakenOut], None],
        form: ExportForm = ExportForm.EVERYTHING,
        secret: Secret | None = None,
        *,
        with_settings: bool = False,
    ) -> None:
        """Writes that to that file; `done` is told once it is there, or why not."""
        settings = self._settings.out() if with_settings and self._settings is not None else None
        wish = ExportWish(form, secret, settings)
        if self._begin():
            self._tasks.run(lambda: self._written(path, wish), lambda outcome: self._on_written(outcome, done))

    def look(self, file: FileWish, done: Callable[[BroughtIn], None]) -> None:
        """Reads that file and changes nothing; `done` is told what would become of it."""
        if self._begin():
            self._tasks.run(lambda: self._read(file, only_look=True), lambda outcome: self._on_looked(outcome, done))

    def bring_in(self, file: FileWish, done: Callable[[BroughtIn], None]) -> None:
        """Brings in what that file has; `done` is told once it is here, or why not, after everybody else."""
        if self._begin():
            self._tasks.run(lambda: self._read(file), lambda outcome: self._on_read(file, outcome, done))

    def end(self) -> None:
        """Ends what is on its way, soon; nothing of it is seen then, and what it left is wiped afterwards."""
        self._is_ending = True

    def _begin(self) -> bool:
        if self.is_busy:
            return False
        self.is_busy, self._is_ending, self.seen = True, False, 0
        return True

    def _written(self, path: str, wish: ExportWish) -> TakenOut:
        try:
            return TakenOut(path, self._files.write(path, self._note_seen, wish), form=wish.form)
        except UserError as trouble:
            return TakenOut(path, {}, trouble)
        except _EndedError:
            return TakenOut(path, {}, was_ended=True)

    def _read(self, file: FileWish, *, only_look: bool = False) -> BroughtIn:
        notes: list[PartNote | RowFault] = []

        def tell(note: PartNote | RowFault) -> None:
            if len(notes) < MOST_NOTES_KEPT:
                notes.append(note)

        try:
            content = self._files.read(file, tell, self._note_seen, only_look=only_look)
            return BroughtIn(content.counts, tuple(notes), content=content)
        except UserError as trouble:
            return BroughtIn({}, trouble=trouble)
        except _EndedError:
            return BroughtIn({}, was_ended=True)

    def _note_seen(self, count: int) -> None:
        """On the worker."""
        self.seen = count
        if self._is_ending:
            raise _EndedError

    def _on_written(self, outcome: object, done: Callable[[TakenOut], None]) -> None:
        assert isinstance(outcome, TakenOut)
        self.is_busy = False
        done(outcome)

    def _on_looked(self, outcome: object, done: Callable[[BroughtIn], None]) -> None:
        assert isinstance(outcome, BroughtIn)
        self.is_busy = False
        done(outcome)

    def _on_read(self, file: FileWish, outcome: object, done: Callable[[BroughtIn], None]) -> None:
        assert isinstance(outcome, BroughtIn)
        self.is_busy = False
        content = outcome.content
        if file.with_settings and content is not None and content.settings and self._settings is not None:
            outcome = outcome._replace(settings=self._settings.take_over(content.settings))
        if outcome.was_ended or outcome.trouble is not None:
            wipe_in_moments(self._files.wipe, self._tasks)
        if any(counts.added for counts in outcome.counts.values()):
            self._bus.publish(StoreChangedElsewhere())
        done(outcome)
