"""Notes are read beside the window, and looked at again while it can be seen: what changed appears by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from companion.application.events import SettingsChanged
from companion.bootstrap.collector import resting

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.application.ports import TaskRunner
    from companion.bootstrap.core import Core
    from companion.bootstrap.front import Front

EVERY_MS = 20_000


class RestingTasks:
    """The worker for notes: thousands may be read at once, and the window must not wait for their collecting."""

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks

    def run(self, work: Callable[[], object], done: Callable[[object], None] | None = None) -> None:
        """Runs `work` on the worker, Python's collector at rest meanwhile."""
        self._tasks.run(resting(work), done)


class NotesBeside(QObject):
    """Looks when the window comes to the front, and three times a minute while it is visible and has folders."""

    def __init__(self, core: Core, front: Front, tasks: TaskRunner) -> None:
        super().__init__()
        self._library = core.library
        self._front = front
        self._tasks = tasks
        self._is_stopped = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        front.activated.connect(self.look)
        core.bus.listen(SettingsChanged, lambda _news: self._watch())

    def begin(self) -> None:
        """Reads everything, ours first."""
        self._library.read_beside(RestingTasks(self._tasks))
        # The worker takes one thing after another: ours are read when this is done, and folders are not yet.
        self._tasks.run(lambda: None, lambda _nothing: self._front.offer_concept())
        self._library.look_again()
        self._watch()

    def stop(self) -> None:
        """The program ends: nobody looks any more at a window that goes."""
        self._timer.stop()
        self._is_stopped = True

    def look(self) -> None:
        """Looks whether notes of the person's have changed. Hidden, nobody needs to know; coming back looks again."""
        if self._is_stopped:
            return
        if self._library.has_folders and self._front.is_visible:
            self._library.look_again()
        self._watch()

    def _watch(self) -> None:
        if self._is_stopped:
            return
        is_wanted = self._library.has_folders and self._front.is_visible
        if is_wanted != self._timer.isActive():
            self._timer.start() if is_wanted else self._timer.stop()
