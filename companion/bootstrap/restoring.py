"""A copy takes the store's place: before a window is there, at the lock screen, or while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.application.events import StoreChangedElsewhere
from companion.bootstrap.mending import restore_over, tell_and_mend

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.application.errors import UserError
    from companion.bootstrap.core import Core
    from companion.bootstrap.running import Running


class Restoring(QObject):
    """Offers the copies where the store cannot be opened, or not read."""

    def __init__(self, running: Running, core: Core) -> None:
        super().__init__()
        self._running = running
        self._core = core

    def is_mended(self, error: UserError) -> bool:
        """Says why the store cannot be opened, until that is closed. True if a copy is in its place now."""
        running = self._running
        return tell_and_mend(self._core, running.theme, running.words, running.main_thread, error)

    def offer_before_unlocking(self) -> None:
        """The passphrase was right, and the store cannot be opened."""
        self._offer(self._running.locking.presenter.begin_anew)

    def offer_in_place_of_what_is_open(self) -> None:
        """The store is not whole: it is closed, and a copy can take its place as where it cannot be opened."""
        if self._core.key_keeper.is_protected():
            self._running.locking.security.lock()
            self.offer_before_unlocking()
        else:
            self._offer(lambda: self._core.bus.publish(StoreChangedElsewhere()))

    def _offer(self, done: Callable[[], None]) -> None:
        running = self._running
        restore_over(running.window, self._core, running.theme, running.words, running.background.tasks, done)
