"""The check-ins of the last weeks, for a note that says how it shows in them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.period import wall_day

if TYPE_CHECKING:
    from datetime import date, time

    from companion.application.ports import Clock
    from companion.application.vault_ports import Vault
    from companion.domain.mark import Mark

DAYS = 30
MOST_MARKS = 2_000


class Lately(NamedTuple):
    """The check-ins that reminders asked for in the last 30 days, oldest first, and the person's days they lie on.

    Of more than 2,000 check-ins only the newest count.
    """

    asked: tuple[Mark, ...]
    days: int


class ConceptMoments:
    """Reads them in one short look."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._vault.is_locked

    def lately(self) -> Lately | None:
        """What was noted in the last 30 days up to now; None while locked."""
        if self._vault.is_locked:
            return None
        now = self._clock.now().utc
        with self._vault.reading() as store:
            day_start = store.days.day_start()
            marks = store.check_ins.marks_between(now - timedelta(days=DAYS), now + timedelta(seconds=1), MOST_MARKS)
        asked = tuple(mark for mark in marks if mark.is_scheduled and mark.zone is not None)
        return Lately(asked, len({_day(mark, day_start) for mark in asked}))


def _day(mark: Mark, day_start: time) -> date:
    return wall_day(mark.at + mark.offset, day_start)
