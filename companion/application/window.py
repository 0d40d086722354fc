"""The person's window: what it is and was, what their labels say of it, setting it, and learning it day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.application.events import WindowChanged
from companion.domain.metrics.window_bounds import HORIZON
from companion.domain.wall_time import instant_of
from companion.domain.window import STARTING_GUESS, WindowOfTolerance, WindowSource
from companion.domain.window_learning import Learned, Lesson, learned_from, lesson_of

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, IdSource
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault

# No person gives more in the year that counts, and of what a sensor brings the newest of them say enough.
MOST_LABELS = 20_000
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class WindowLook:
    """The window in force, every version up to it, oldest first, and what may be said of it from the labels now."""

    versions: tuple[WindowOfTolerance, ...]
    learned: Learned

    @property
    def in_force(self) -> WindowOfTolerance:
        """The version that holds now."""
        return self.versions[-1]


class WindowService:
    """Adds versions of the window, each from now on. No version and no check-in is ever changed."""

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, bus: EventBus) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._learned_on: date | None = None

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._vault.is_locked

    def look(self) -> WindowLook:
        """The window and the estimate now, which takes some ten milliseconds. Raises UserError(LOCKED)."""
        now = self._clock.now().utc
        with self._vault.reading() as store:
            versions = tuple(window for window in store.windows.versions() if window.since.utc <= now)
            labels = store.check_ins.labels_between(now - HORIZON, now + _INSTANT, MOST_LABELS)
            return WindowLook(versions, learned_from(labels, now, versions, store.days.day_start()))

    def set_own(self, lower: int, upper: int) -> None:
        """The person says where their window is, in points; from now on that is so.

        Raises DomainError(WINDOW_UPSIDE_DOWN) and DomainError(AROUSAL_OUT_OF_RANGE), and UserError if it cannot be
        kept. Setting what they set already changes nothing.
        """
        self._set(lower, upper, WindowSource.OWN)

    def back_to_guess(self) -> None:
        """The starting guess holds again, and from the day's end on what the labels say. Raises UserError."""
        self._set(STARTING_GUESS.lower, STARTING_GUESS.upper, WindowSource.STARTING_GUESS)

    def learn(self) -> WindowOfTolerance | None:
        """Learns from the labels until the end of the person's last day, if they teach something new.

        What is learned holds from now on. Whatever calls this however often: a day on which the window was set or
        learned already brings no other. None if nothing was learned, and while locked. Raises UserError.
        """
        if self._vault.is_locked:
            return None
        now = self._clock.now()
        with self._vault.reading() as store:
            day_start = store.days.day_start()
            today = now.day(day_start)
            if today == self._learned_on:
                return None
            newest = store.windows.versions()[-1]
            is_from_today = newest.since.day(day_start) >= today
            lesson = None if is_from_today else self._lesson(store, today, day_start)
        learned = None if lesson is None else self._keep_lesson(lesson, newest)
        self._learned_on = today
        return learned

    def next_day_end(self) -> datetime | None:
        """When the person's day ends, in UTC; None while locked."""
        if self._vault.is_locked:
            return None
        with self._vault.reading() as store:
            day_start = store.days.day_start()
        return self._beginning(self._clock.now().day(day_start) + _DAY, day_start)

    def _lesson(self, store: Store, today: date, day_start: time) -> Lesson | None:
        day_end = self._beginning(today, day_start)
        labels = store.check_ins.labels_between(day_end - HORIZON, day_end, MOST_LABELS)
        return lesson_of(labels, day_end, store.windows.versions(), day_start)

    def _beginning(self, day: date, day_start: time) -> datetime:
        return instant_of(day, day_start.hour * 60 + day_start.minute, self._clock.zone())

    def _keep_lesson(self, lesson: Lesson, newest: WindowOfTolerance) -> WindowOfTolerance | None:
        learned = WindowOfTolerance(
            id=self._ids.new_id(),
            lower=lesson.lower,
            upper=lesson.upper,
            since=self._clock.now(),
            source=WindowSource.LEARNED,
            lower_likely=lesson.lower_likely,
            upper_likely=lesson.upper_likely,
            labels=lesson.labels,
        )
        with self._vault.writing() as store:
            if store.windows.versions()[-1] != newest:
                return None  # another process was faster
            store.windows.add(learned)
        self._bus.publish(WindowChanged())
        return learned

    def _set(self, lower: int, upper: int, source: WindowSource) -> None:
        now = self._clock.now()
        window = WindowOfTolerance(self._ids.new_id(), lower, upper, now, source)
        with self._vault.writing() as store:
            before = store.windows.in_force(now.utc)
            if (before.lower, before.upper, before.source) == (lower, upper, source):
                return
            store.windows.add(window)
        self._bus.publish(WindowChanged())
