"""Looks the notebook over now and then while the program runs, and offers a copy where it is not whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from companion.adapters.storage.looking_over import is_whole
from companion.adapters.system.low_priority import give_way
from companion.application.events import StoreChangedElsewhere, StoreFoundDamaged
from companion.application.looking_over import LookingOver
from companion.presentation.looking_over import damaged_words
from companion.ui.platform.task_runner import ThreadTaskRunner

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.bootstrap.front import Front
    from companion.ui.platform.main_thread import MainThread

FIRST_MS = 5 * 60 * 1000  # a start has enough to do
THEN_MS = 60 * 60 * 1000


class Looking(QObject):
    """Has a thread of its own, so that nobody's task waits behind it. `copies_wanted`: the person asked for them."""

    copies_wanted = Signal()

    def __init__(self, core: Core, front: Front, main_thread: MainThread) -> None:
        super().__init__()
        self._core = core
        self._front = front
        self._goes_on = True
        self._tasks = ThreadTaskRunner(main_thread)
        self._service = LookingOver(core.vault, self._look, core.preferences, core.clock, self._tasks, core.bus)
        self._timer = QTimer(self)
        self._timer.setInterval(FIRST_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on, until `stop`."""
        self._core.bus.listen(StoreFoundDamaged, lambda _news: self._tell())
        self._core.bus.listen(StoreChangedElsewhere, lambda _news: self._fall_silent())
        self._timer.start()

    def look(self) -> None:
        """Looks now if it is time."""
        self._timer.setInterval(THEN_MS)
        self._service.look_if_due()

    def stop(self) -> None:
        """Breaks off what it is at."""
        self._timer.stop()
        self._goes_on = False
        self._tasks.stop()

    def _look(self) -> bool | None:
        give_way()
        vault = self._core.vault.worker()
        try:
            return is_whole(vault, lambda: self._goes_on and not self._core.vault.is_locked)
        finally:
            vault.close()

    def say_again(self) -> None:
        """Another language is spoken."""
        if "_is_said" in self.__dict__:
            self._tell()

    def _tell(self) -> None:
        said, offer = damaged_words()
        self._is_said = True
        self._front.window.show_banner(said, offer, self.copies_wanted.emit)

    def _fall_silent(self) -> None:
        """Another store is in its place, or somebody wrote to it: the next look says whether it is whole."""
        if self.__dict__.pop("_is_said", False):
            self._front.window.show_banner("")
