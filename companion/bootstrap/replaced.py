"""Another version was installed over the one that runs: said once in the window, and taken up unseen without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

import companion
from companion.adapters.system.replaced import ProgramFile
from companion.presentation.replaced import replaced_words

if TYPE_CHECKING:
    from companion.bootstrap.front import Front

SETTLED_MS = 10_000  # until an installer that has begun has put everything in its place


class Replaced(QObject):
    """Nothing wakes up for it before the program's folder changes. `is_free` says that a restart interrupts nobody.

    What is loaded only when it is wanted would from then on be the other version's, and may not fit what runs. So
    the one that runs does not stay for long where nobody looks at it.
    """

    restart_wanted = Signal()
    unseen_restart_wanted = Signal()
    unseen_end_wanted = Signal()
    """The program was uninstalled: its icon would be there and do nothing."""

    def __init__(self, front: Front, is_free: Callable[[], bool], file: ProgramFile | None = None) -> None:
        super().__init__()
        self._front = front
        self._is_free = is_free
        self._file = file or ProgramFile(Path(companion.__file__), companion.__version__)
        self._folder = str(Path(companion.__file__).parent)
        self._is_found = False
        self._is_put_off = False
        self._was_missing = False
        self._said = ""
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def watch(self) -> None:
        """From now on the system says when something in the program's folder changed."""
        _load_what_ending_needs()
        self._watch_anew()

    def stop(self) -> None:
        """The program ends: nothing is looked at any more, whatever else ends after this."""
        self._is_found = False
        self._drop_watcher()
        self._timer.stop()

    def note_something_ended(self) -> None:
        """What was in the way of an unseen restart may be over."""
        if self._is_found:
            self._timer.start()

    def note_trouble(self) -> None:
        """Something did not work, maybe for this very reason: it is said once more, although it was put off."""
        self._is_put_off = False
        if self._watcher is not None:
            self._timer.start()

    def look(self) -> None:
        """If it is so: without a window it is acted on, if that interrupts nobody; with one it is said, once."""
        self._is_found = self._file.names_another()
        if not self._is_found:
            return
        if not self._front.is_visible:
            if self._is_free():
                self.unseen_restart_wanted.emit()
        elif not self._is_put_off:
            self._say()

    def say_again(self) -> None:
        """Another language is spoken: what is still said of it is said in that."""
        if self._said and self._front.is_made and self._front.window.banner_text == self._said:
            self._front.window.show_banner("")
            self._say()

    def _watch_anew(self) -> None:
        """An installer may have made the folder anew, and a watcher stays with the old one."""
        self._drop_watcher()
        self._watcher = QFileSystemWatcher([self._folder], self)
        self._watcher.directoryChanged.connect(lambda _folder: self._timer.start())

    def _drop_watcher(self) -> None:
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _on_timer_timeout(self) -> None:
        if self._file.is_there:
            self._was_missing = False
            self._watch_anew()
            self.look()
        elif not self._was_missing:
            self._was_missing = True
            self._timer.start()
        else:
            self._is_found = True
            if self._is_free() and not self._front.is_visible:
                self.unseen_end_wanted.emit()

    def _say(self) -> None:
        """What else stands across the window is more important, and stays there."""
        said, now, later = replaced_words()
        window = self._front.window
        if not window.banner_text:
            self._said = said
            window.show_banner(said, now, self.restart_wanted.emit, later, self._put_off)

    def _put_off(self) -> None:
        self._is_put_off = True
        self._front.window.show_banner("")


def _load_what_ending_needs() -> None:
    """While it is still our own; later it would be the other version's, or not there."""
    import companion.adapters.system.autostart
    import companion.ui.widgets.privacy_clipboard  # noqa: F401
