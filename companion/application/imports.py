"""The imports there were: which program, when, how much, and taking one out again as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.events import StoreChangedElsewhere
from companion.application.wiping import wipe_in_moments

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.foreign import KeptImport
    from companion.application.ports import ImportRemover, TaskRunner
    from companion.application.vault_ports import Vault


class ImportsService:
    """Lists imports, and takes one out: unseen in one step, then wiped in portions on the worker.

    What a crash leaves of that is wiped at the next start.
    """

    def __init__(self, vault: Vault, remover: ImportRemover, tasks: TaskRunner, bus: EventBus) -> None:
        self._vault = vault
        self._remover = remover
        self._tasks = tasks
        self._bus = bus
        self.is_busy = False

    def all(self) -> list[KeptImport]:
        """Those there are, newest first; none while locked."""
        if self._vault.is_locked:
            return []
        with self._vault.reading() as store:
            return store.imports.all()

    def take_out(self, import_id: str, done: Callable[[UserError | None], None]) -> None:
        """Takes out everything that import brought, corrections included; `done` hears when nothing of it is seen.

        It hears of trouble instead if nothing was changed. While one is on its way, another is not begun.
        """
        if self.is_busy:
            return
        self.is_busy = True
        self._tasks.run(lambda: self._hidden(import_id), lambda outcome: self._on_hidden(outcome, done))

    def _hidden(self, import_id: str) -> UserError | None:
        try:
            self._remover.hide(import_id)
        except UserError as trouble:
            return trouble
        return None

    def _on_hidden(self, outcome: object, done: Callable[[UserError | None], None]) -> None:
        assert outcome is None or isinstance(outcome, UserError)
        self.is_busy = False
        if outcome is None:
            self._bus.publish(StoreChangedElsewhere())
            wipe_in_moments(self._remover.wipe, self._tasks)
        done(outcome)
