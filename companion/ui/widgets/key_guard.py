"""Keys that were meant for another window do not answer in this one."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

DEAF_FOR_MS = 400
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class KeyGuard(QObject):
    """Lets no key through until `DEAF_FOR_MS` after the window first became active, nor one held since before.

    A key counts only from a press that was let through to its release. `elapsed` gives the milliseconds since it
    was last called with True; tests bring their own.
    """

    def __init__(self, window: QWidget, elapsed: Callable[[bool], int] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._elapsed = elapsed or _stopwatch()
        self._began = False
        self._counting: set[int] = set()

    def watch(self) -> None:
        """Begins anew: the window is about to be shown. Deaf until it is active."""
        self._began = False
        self.forget_keys()
        # The native window sees keys before any widget or shortcut does.
        self._window.winId()
        handle = self._window.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)

    def begin(self) -> None:
        """The window became active; only the first time after `watch` starts the deaf span."""
        if not self._began:
            self._began = True
            self._elapsed(True)

    def forget_keys(self) -> None:
        """Keys that are down now do not count any more until they are pressed again."""
        self._counting.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes away the keys that do not count."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if self._counts(event):
            return False
        event.accept()
        return True

    def _counts(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.type() is QEvent.Type.KeyRelease:
            counted = key in self._counting
            if not event.isAutoRepeat():
                self._counting.discard(key)
            return counted
        if not self._began or self._elapsed(False) < DEAF_FOR_MS:
            return False
        if event.isAutoRepeat():
            return key in self._counting
        self._counting.add(key)
        return True


def _stopwatch() -> Callable[[bool], int]:
    timer = QElapsedTimer()

    def elapsed(restart: bool) -> int:
        if restart:
            timer.start()
        return timer.elapsed()

    return elapsed
