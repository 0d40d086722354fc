"""Learning the window at the end of each day, in the process that runs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.events import CheckInRecorded, DayStartChanged, Event, StoreChangedElsewhere, VaultUnlocked

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Alarm
    from companion.application.window import WindowService

ALARM = "day's end"
log = logging.getLogger(__name__)


class WindowRounds:
    """Learns when a day has ended: at its end, or as soon as the program runs again or the store is unlocked."""

    def __init__(self, windows: WindowService, alarm: Alarm, bus: EventBus) -> None:
        self._windows = windows
        self._alarm = alarm
        self._bus = bus

    def start(self) -> None:
        """From now on in this process."""
        for news in (CheckInRecorded, VaultUnlocked, StoreChangedElsewhere, DayStartChanged):
            self._bus.listen(news, self._on_news)
        self.advance()

    def advance(self) -> None:
        """Learns if a day has ended, and sets the alarm for the next end. Safe at any time, and twice in a row.

        What cannot be kept now is learned next time.
        """
        try:
            self._windows.learn()
            day_end = self._windows.next_day_end()
        except UserError as error:
            log.warning("the window waits: %s", error.trouble.value)
            return
        if day_end is None:
            self._alarm.cancel(ALARM)
        else:
            self._alarm.set(ALARM, day_end)

    def _on_news(self, _news: Event) -> None:
        self.advance()
