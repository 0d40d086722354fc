"""Another version was installed: what a restart waits for, and that it interrupts nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from companion.application.events import PromptsChanged
from companion.bootstrap.replaced import Replaced

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.bootstrap.running import Running


class Restarting(QObject):
    """`replaced` notices it. What may have been in the way of a restart is told to it when it ends."""

    def __init__(self, running: Running, core: Core) -> None:
        super().__init__()
        self._running = running
        self._core = core
        self.replaced = Replaced(running.front, self._is_free)
        self.replaced.restart_wanted.connect(lambda: running.restart())
        self.replaced.unseen_end_wanted.connect(running.quit)
        self.replaced.unseen_restart_wanted.connect(lambda: running.background.once_quiet(self._restart_unseen))

    def watch(self) -> None:
        """From now on."""
        ended = self.replaced.note_something_ended
        self.replaced.watch()
        self._core.bus.listen(PromptsChanged, lambda _news: ended())
        self._running.popups.closed.connect(ended)
        self._running.front.closed_by_person.connect(ended)
        self._running.practice_window_closed.connect(ended)

    def _restart_unseen(self) -> None:
        """Nobody was there when the worker was asked to finish; somebody may be by now."""
        if self._is_free() and not self._running.front.is_visible:
            self._running.restart(unseen=True)

    def _is_free(self) -> bool:
        """True while the program waits in the tray, and asks nothing and is asked nothing beside its window."""
        running = self._running
        practices = running.screens.practices_so_far
        is_practising = practices is not None and (practices.is_under_way or practices.is_window_open)
        is_in_the_way = running.locking.is_put_away or running.popups.is_open or is_practising
        is_at_rest = not is_in_the_way and QApplication.activeWindow() is None
        return is_at_rest and running.is_at_work and running.is_in_tray and running.rounds.open_prompt() is None
