"""Notices that the computer slept, or that its clock or time zone was changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from companion.application.ports import Clock

EVERY = 60_000  # milliseconds
SMALLEST_GAP = timedelta(seconds=5)
LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
TIMEDATED = ("org.freedesktop.timedate1", "/org/freedesktop/timedate1", "org.freedesktop.DBus.Properties")
HEARD = (
    (LOGIND, "PrepareForSleep", "_on_prepare_for_sleep(bool)"),
    (TIMEDATED, "PropertiesChanged", "_on_clock_settings_changed()"),
)


class WakeWatcher(QObject):
    """Says `woke` after sleep, a step of the clock or another time zone, and `falls_asleep` where the system says so.

    `resumed` comes before `woke` where it was sleep; a clock that was put forward looks the same. Two signs that do
    not depend on each other: word from the system, and a look at the clock every minute, which is only taken while
    it is wanted.
    """

    woke = Signal()
    resumed = Signal()
    falls_asleep = Signal()

    def __init__(
        self, clock: Clock, elapsed: Callable[[], timedelta] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._elapsed = elapsed or _since_now()
        self._timer = QTimer(self, interval=EVERY, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._remember()

    def start(self) -> None:
        """Begins to hear the system's own signals; without a system bus nothing happens."""
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            for sender, name, slot in HEARD:
                # The type stubs ask for bytes, which are refused when it runs.
                bus.connect(*sender, name, self, SLOT(slot))  # type: ignore[call-overload]

    def stop(self) -> None:
        """The program ends: nothing is said any more."""
        from PySide6.QtDBus import QDBusConnection

        self._timer.stop()
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            for sender, name, slot in HEARD:
                bus.disconnect(*sender, name, self, SLOT(slot))  # type: ignore[call-overload]

    def set_watching(self, is_wanted: bool) -> None:
        """Looks at the clock every minute from now on, or no more."""
        if is_wanted and not self._timer.isActive():
            self._remember()
            self._timer.start()
        elif not is_wanted:
            self._timer.stop()

    def notice(self) -> bool:
        """A look between two others, for whoever is rung: after sleep that can be before any other sign. True as in
        `look`; False too while nothing is watched.
        """
        return self._timer.isActive() and self.look()

    def look(self) -> bool:
        """Compares the wall clock with the time that passed since the last look. True if `woke` was said."""
        wall, passed, place = self._wall, self._passed, self._place
        self._remember()
        by_wall, by_run = self._wall - wall, self._passed - passed
        # Where running time goes on during sleep, the gap shows as a look that came much too late.
        slept = by_run > timedelta(milliseconds=2 * EVERY)
        has_woken = slept or abs(by_wall - by_run) > SMALLEST_GAP or self._place != place
        if slept or by_wall - by_run > SMALLEST_GAP:
            self.resumed.emit()
        if has_woken:
            self.woke.emit()
        return has_woken

    def _remember(self) -> None:
        now = self._clock.now()
        self._wall: datetime = now.utc
        self._place = (now.zone_name, now.offset)
        self._passed = self._elapsed()

    @Slot(bool)
    def _on_prepare_for_sleep(self, is_beginning: bool) -> None:
        if is_beginning:
            self.falls_asleep.emit()
            return
        self._remember()
        self.resumed.emit()
        self.woke.emit()

    @Slot()
    def _on_clock_settings_changed(self) -> None:
        self._remember()
        self.woke.emit()


def _since_now() -> Callable[[], timedelta]:
    timer = QElapsedTimer()
    timer.start()
    return lambda: timedelta(milliseconds=timer.elapsed())
