"""What a table of a period lists: how much each day has, and the check-ins of some days at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.moment import LONGEST_OFFSET
from companion.domain.period import Period, wall_day

if TYPE_CHECKING:
    from companion.application.vault_ports import Vault
    from companion.domain.day_summary import DaySummary
    from companion.domain.life_event import LifeEvent
    from companion.domain.mark import Mark
    from companion.domain.practice_session import PracticeSession
    from companion.domain.window import WindowOfTolerance

_SPARE_DAYS = timedelta(days=2)
_MOST_DAYS_WITH_PRACTICES = 7


def shows_practices(period: Period) -> bool:
    """True for a day or a week: in a longer time they would hide what the chart is about."""
    return period.days <= _MOST_DAYS_WITH_PRACTICES


@dataclass(frozen=True, slots=True)
class Outline:
    """A period's days that have check-ins, in order; its life events and practices, and all versions of the window.

    Those of some days around are among them. Of a long period practices are left out.
    """

    period: Period
    day_start: time
    days: tuple[DaySummary, ...]
    events: tuple[LifeEvent, ...]
    windows: tuple[WindowOfTolerance, ...]
    practices: tuple[PracticeSession, ...] = ()


class ChartRowService:
    """Reads for a table, never more than a few days at a time."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._vault.is_locked

    def outline(self, period: Period) -> Outline:
        """How much there is in those days. Raises UserError(LOCKED)."""
        with self._vault.reading() as store:
            day_start = store.days.day_start()
            start, end = _instants(period, day_start)
            return Outline(
                period,
                day_start,
                tuple(store.days.between(period.first, period.last)),
                tuple(store.life_events.between(start, end)),
                tuple(store.windows.versions()),
                tuple(store.practice_sessions.between(start, end)) if shows_practices(period) else (),
            )

    def marks(self, period: Period) -> list[Mark]:
        """The check-ins of those days, by day and then oldest first. Raises UserError(LOCKED)."""
        with self._vault.reading() as store:
            day_start = store.days.day_start()
            start, end = _instants(period, day_start)
            # What these days and their neighbours hold, so that none of their own is left out.
            around = store.days.between(period.first - _SPARE_DAYS, period.last + _SPARE_DAYS)
            limit = sum(day.check_ins for day in around)
            near = store.check_ins.marks_between(start, end, limit) if limit else []
        dated = [(wall_day(mark.at + mark.offset, day_start), mark) for mark in near]
        inside = [(day, mark) for day, mark in dated if period.first <= day <= period.last]
        return [mark for _day, mark in sorted(inside, key=lambda pair: (pair[0], pair[1].at))]


def _instants(period: Period, day_start: time) -> tuple[datetime, datetime]:
    """Two instants between which everything of those days lies, wherever it was lived."""
    start, end = (datetime.fromtimestamp(wall, UTC) for wall in period.wall_span(day_start))
    return start - LONGEST_OFFSET, end + LONGEST_OFFSET
