"""The person's days: when they begin, which one it is, and changing that. The store keeps it, and counts by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.events import DayStartChanged
from companion.domain.day_start import START_OF_DAY, checked_day_start

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, TaskRunner
    from companion.application.vault_ports import Vault
    from companion.domain.moment import Moment


class DayService:
    """Everything that says "today" asks here. Never called inside a look at the vault, which it takes itself.

    A moment belongs to the day that the wall clock of its own place showed, wherever the person is now.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._known = START_OF_DAY

    @property
    def day_start(self) -> time:
        """When the person's day begins; while locked what was known last, which is 04:00 at first."""
        if not self._vault.is_locked:
            with self._vault.reading() as store:
                self._known = store.days.day_start()
        return self._known

    def today(self) -> date:
        """The person's day now."""
        return self.today_with(self.day_start)

    def today_with(self, day_start: time) -> date:
        """The same where the beginning of the day is known already, inside a look at the vault."""
        return self._clock.now().day(day_start)

    def day_of(self, moment: Moment) -> date:
        """The person's day that a moment belongs to."""
        return moment.day(self.day_start)


class DayStartService:
    """Changes when the person's day begins, on the worker: with a million check-ins it takes a while.

    `recount` is called there and counts every day anew, in one step that is done wholly or not at all. It raises
    UserError if that cannot be.
    """

    def __init__(self, days: DayService, recount: Callable[[time], None], tasks: TaskRunner, bus: EventBus) -> None:
        self._days = days
        self._recount = recount
        self._tasks = tasks
        self._bus = bus
        self._wanted: time | None = None
        self._is_counting = False

    @property
    def day_start(self) -> time:
        """What the person chose last, also while days are still being counted by it."""
        return self._days.day_start if self._wanted is None else self._wanted

    @property
    def is_counting(self) -> bool:
        """True until every day is counted by what was chosen."""
        return self._wanted is not None

    def change(self, day_start: time, done: Callable[[UserError | None], None]) -> None:
        """From now on days begin then; `done` is told once it is so, or why it cannot be.

        Of several changes in a hurry only the last is carried out. Raises DomainError(DAY_START_TOO_LATE).
        """
        wanted = checked_day_start(day_start)
        if wanted == self.day_start:
            done(None)
            return
        self._wanted = wanted
        if not self._is_counting:
            self._count(done)

    def _count(self, done: Callable[[UserError | None], None]) -> None:
        wanted, self._is_counting = self._wanted, True
        assert wanted is not None
        self._tasks.run(lambda: self._outcome(wanted), lambda outcome: self._on_counted(wanted, outcome, done))

    def _outcome(self, wanted: time) -> UserError | None:
        try:
            self._recount(wanted)
        except UserError as trouble:
            return trouble
        return None

    def _on_counted(self, counted: time, outcome: object, done: Callable[[UserError | None], None]) -> None:
        self._is_counting = False
        trouble = outcome if isinstance(outcome, UserError) else None
        if trouble is None and self._wanted != counted:
            self._count(done)
            return
        self._wanted = None
        if trouble is None:
            self._bus.publish(DayStartChanged())
        done(trouble)
