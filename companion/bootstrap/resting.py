"""Nothing of the program is on the screen any more: it gives memory back, and waits in the tray."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SETTLED_MS = 10_000  # until what began with the start, or with the window's end, has come to its end


class Resting(QObject):
    """Rests a while after each `begin`, unless `is_seen` says that a window is there by then."""

    def __init__(self, is_seen: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_seen = is_seen
        self._timer = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._timer.timeout.connect(self.rest)

    def begin(self) -> None:
        """There may be nothing to be seen from now on."""
        self._timer.start()

    def stop(self) -> None:
        """The program ends: there is nothing to rest from."""
        self._timer.stop()

    @property
    def is_waiting(self) -> bool:
        """True until that while is over."""
        return self._timer.isActive()

    def rest(self) -> None:
        """Gives back what a program that is not seen does not need."""
        if self._is_seen():
            return
        from PySide6.QtGui import QPixmapCache

        from companion.adapters.system.memory import give_back

        QPixmapCache.clear()
        give_back()
