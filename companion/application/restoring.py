"""Restoring a copy: which there are, what one would change, and putting it in the notebook's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from companion.application.copies import Comparison, KeptCopy
from companion.application.errors import UserError
from companion.application.events import StoreChangedElsewhere

if TYPE_CHECKING:
    from companion.application.days import DayService
    from companion.application.event_bus import EventBus
    from companion.application.ports import BackupKeeper, TaskRunner
    from companion.domain.secrets import Secret

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class CopyList:
    """The copies that can be chosen, newest first; `place_trouble` if the chosen place could not be looked into."""

    copies: tuple[KeptCopy, ...] = ()
    place_trouble: UserError | None = None


class RestoreService:
    """Of each step `done` is told on the GUI thread what came of it, or a UserError why not.

    What takes long is done on the worker. Taking the notebook's place takes some milliseconds, once the worker rests.
    """

    def __init__(self, keeper: BackupKeeper, days: DayService, tasks: TaskRunner, bus: EventBus) -> None:
        self._keeper = keeper
        self._days = days
        self._tasks = tasks
        self._bus = bus

    def copies(self, place: str, done: Callable[[CopyList | UserError], None]) -> None:
        """The copies in the data folder, and those in the chosen place if there is one."""
        told_on_gui_thread(self._tasks, lambda: listed(self._keeper.copies, place), done)

    def look(self, path: str, secret: Secret | None, done: Callable[[Comparison | UserError], None]) -> None:
        """What would change if that copy took the notebook's place; nothing is changed yet.

        Trouble COPY_PROTECTED asks for the passphrase or recovery code of the copy.
        """
        told_on_gui_thread(self._tasks, lambda: self._keeper.look_into(path, secret), done)

    def carry_out(self, done: Callable[[KeptCopy | UserError], None]) -> None:
        """The copy looked at last takes the notebook's place; `done` is told where the notebook before is kept.

        Everybody is told first that the store is another one.
        """
        self._tasks.run(_nothing, lambda _nothing: self._put_in_place(done))

    def leave(self) -> None:
        """Nothing is to be restored after all."""
        self._tasks.run(self._keeper.drop)

    def _put_in_place(self, done: Callable[[KeptCopy | UserError], None]) -> None:
        try:
            kept = self._keeper.restore(self._days.today())
        except UserError as trouble:
            done(trouble)
            return
        self._tasks.run(self._keeper.settle)
        self._bus.publish(StoreChangedElsewhere())
        done(kept)


def listed(copies: Callable[[str], list[KeptCopy]], place: str) -> CopyList:
    """Those of the data folder, then those of `place`, "" if there is none; `copies` reads a folder."""
    here = copies("")
    if not place:
        return CopyList(tuple(here))
    try:
        there = copies(place)
    except UserError as trouble:
        return CopyList(tuple(here), trouble)
    return CopyList((*here, *there))


def told_on_gui_thread(tasks: TaskRunner, work: Callable[[], R], done: Callable[[R | UserError], None]) -> None:
    """Does `work` on the worker; `done` is told there what came of it, a UserError included."""

    def told() -> R | UserError:
        try:
            return work()
        except UserError as trouble:
            return trouble

    tasks.run(told, lambda outcome: done(cast("R | UserError", outcome)))


def _nothing() -> None:
    """What was given to the worker before is done."""
