"""Putting a copy where the notebook cannot be opened any more: which there are, what one holds, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.application.copies import Comparison, CopyKind, CopyPlace, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.application.restoring import CopyList, listed, told_on_gui_thread

if TYPE_CHECKING:
    from datetime import date

    from companion.application.ports import StoreReplacer, TaskRunner
    from companion.domain.secrets import Secret

CANNOT_BE_OPENED = frozenset(
    {
        Trouble.STORE_DAMAGED,
        Trouble.STORE_NOT_OURS,
        Trouble.STORE_FAILED,
        Trouble.KEY_MISSING,
        Trouble.KEY_WRONG,
    }
)


class ReplaceService:
    """The same steps as `RestoreService`, where there is no open notebook; all of it is done on the worker.

    Of each step `done` is told on the GUI thread what came of it, or a UserError why not.
    """

    def __init__(self, replacer: StoreReplacer, today: Callable[[], date], tasks: TaskRunner) -> None:
        self._replacer = replacer
        self._today = today
        self._tasks = tasks
        self._looked_at: tuple[str, Secret | None] | None = None

    def copies(self, place: str, done: Callable[[CopyList | UserError], None]) -> None:
        """The copies in the data folder, and those in the chosen place if there is one."""
        told_on_gui_thread(self._tasks, lambda: listed(self._replacer.copies, place), done)

    def look(self, path: str, secret: Secret | None, done: Callable[[Comparison | UserError], None]) -> None:
        """What that copy holds; there is nothing to compare it with.

        Trouble COPY_PROTECTED asks for the passphrase or recovery code of the copy.
        """
        told_on_gui_thread(self._tasks, lambda: self._look(path, secret), done)

    def carry_out(self, done: Callable[[KeptCopy | UserError], None]) -> None:
        """The copy looked at last is the notebook from now on; `done` is told where what was there is kept."""
        told_on_gui_thread(self._tasks, self._replace, done)

    def leave(self) -> None:
        """Nothing is to be restored after all."""
        self._tasks.run(self._forget)

    def _look(self, path: str, secret: Secret | None) -> Comparison:
        copy = self._replacer.look_into(path, secret)
        assert copy.contents is not None
        self._looked_at = (path, secret)
        return Comparison(copy, None, copy.contents)

    def _replace(self) -> KeptCopy:
        if self._looked_at is None:
            raise UserError(Trouble.FILE_MISSING)
        day = self._today()
        kept = self._replacer.replace(*self._looked_at, day)
        self._forget()
        return KeptCopy(kept, CopyKind.BEFORE_RESTORE, CopyPlace.HERE, day)

    def _forget(self) -> None:
        self._looked_at = None
