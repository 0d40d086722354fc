"""Keys that were meant for another window do not answer in this one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

DEAF_FOR_MS = 400
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


@dataclass(frozen=True, slots=True)
class _Release:
    """The last key that went up, when (in the desktop's milliseconds), and whether it had counted."""

    key: int = -1
    time: int = -1
    counted: bool = False

    def is_of(self, press: QKeyEvent) -> bool:
        """True if that press came in the same instant: the key is held down."""
        return self.key == press.key() and self.time == press.timestamp()


class KeyGuard(QObject):
    """Lets no key through until `DEAF_FOR_MS` after the window first became active, nor one held since before.

    A key counts only from a press that was let through to its release. `elapsed` gives the milliseconds since it
    was last called with True; tests bring their own.

    X11 sends a held key as pairs of release and press, and Qt marks them as repeats only when both happen to be in
    its queue at once. The two of a pair carry the same time, which no finger can do: that tells them too.
    """

    def __init__(self, window: QWidget, elapsed: Callable[[bool], int] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._elapsed = elapsed or _stopwatch()
        self._began = False
        self._counting: set[int] = set()
        self._released = _Release()

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
        self._released = _Release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes away the keys that do not count."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if self._counts(event):
            return False
        event.accept()
        return True

    def _counts(self, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.KeyRelease:
            return self._release_counts(event)
        if not self._began or self._elapsed(False) < DEAF_FOR_MS:
            return False
        is_pair = self._released.is_of(event)
        if (event.isAutoRepeat() or is_pair) and not self._was_counting(event.key(), is_pair=is_pair):
            return False
        self._counting.add(event.key())
        return True

    def _release_counts(self, event: QKeyEvent) -> bool:
        counted = event.key() in self._counting
        self._released = _Release(event.key(), event.timestamp(), counted)
        if not event.isAutoRepeat():
            self._counting.discard(event.key())
        return counted

    def _was_counting(self, key: int, *, is_pair: bool) -> bool:
        return key in self._counting or (is_pair and self._released.counted)


def _stopwatch() -> Callable[[bool], int]:
    timer = QElapsedTimer()

    def elapsed(restart: bool) -> int:
        if restart:
            timer.start()
        return timer.elapsed()

    return elapsed
