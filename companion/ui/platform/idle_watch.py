"""Notices that nobody touched our windows for a while."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

from companion.application.ports import Clock

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_LONGEST_SLEEP = timedelta(minutes=1)  # so that a computer that slept is noticed soon after


class IdleWatch(QObject):
    """Says `went_idle` once no key, pointer or touch reached a window of ours for `patience`, each time anew.

    While nobody needs to know it costs nothing: it hears the windows themselves, and only from `start` to `stop`.
    """

    went_idle = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._patience = timedelta(0)
        self._touched_at = clock.now().utc
        self._heard: list[QWindow] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """True between `start` and `stop`."""
        return self._patience > timedelta(0)

    def start(self, patience: timedelta) -> None:
        """From now on it watches; the time begins now, or goes on where it is the same patience as before."""
        if self.is_watching and patience == self._patience:
            self.look()
            return
        if not self.is_watching:
            self._application().focusWindowChanged.connect(self._hear)
            for window in QGuiApplication.topLevelWindows():
                self._hear(window)
        self._patience = patience
        self.touch()
        self._wait()

    def stop(self) -> None:
        """No longer watches."""
        if not self.is_watching:
            return
        self._patience = timedelta(0)
        self._timer.stop()
        self._application().focusWindowChanged.disconnect(self._hear)
        heard, self._heard = self._heard, []
        for window in filter(isValid, heard):
            window.removeEventFilter(self)

    def touch(self) -> None:
        """Somebody is there."""
        self._touched_at = self._clock.now().utc

    def look(self) -> None:
        """Compares the clock with the last touch."""
        if not self.is_watching:
            return
        if self._passed() >= self._patience:
            self.touch()
            self.went_idle.emit()
        if self.is_watching:
            self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Each sign of somebody counts; it goes its way."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _passed(self) -> timedelta:
        now = self._clock.now().utc
        if now < self._touched_at:  # the clock was set back
            self._touched_at = now
        return now - self._touched_at

    def _wait(self) -> None:
        left = min(self._patience - self._passed(), _LONGEST_SLEEP)
        self._timer.start(max(1, -(-left // timedelta(milliseconds=1))))

    def _hear(self, window: QWindow | None) -> None:
        self._heard = [known for known in self._heard if isValid(known)]
        if window is not None and window not in self._heard:
            self._heard.append(window)
            window.installEventFilter(self)

    def _application(self) -> QGuiApplication:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        return application
