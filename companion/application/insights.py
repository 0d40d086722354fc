"""Looking back: what lies in a period, read in one consistent look and never more than a chart can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.application.days import DayService
from companion.application.store_ports import Store
from companion.application.vault_ports import Vault
from companion.domain.day_summary import DaySummary
from companion.domain.mark import Mark
from companion.domain.moment import LONGEST_OFFSET
from companion.domain.period import Period, wall_day
from companion.domain.window import WindowOfTolerance

if TYPE_CHECKING:
    from companion.domain.columns import Columns
    from companion.domain.life_event import LifeEvent
    from companion.domain.practice_session import PracticeSession

# Days are those of each check-in's own wall clock, instants are UTC: an offset moves one against the other by at
# most a day, so this many days more on each side hold every check-in that can belong to the period.
_SPARE_DAYS = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Look:
    """What a period holds.

    `whole` is the period from the very first to the very last day with check-ins, None if there are none.
    `days` are the summaries of days with check-ins. `marks` are all of its check-ins, oldest first, or None where
    there are more than were asked for. `windows` are all versions of the window, oldest first.
    """

    period: Period
    today: date
    day_start: time
    whole: Period | None
    days: tuple[DaySummary, ...]
    marks: tuple[Mark, ...] | None
    windows: tuple[WindowOfTolerance, ...]

    @property
    def check_ins(self) -> int:
        """How many check-ins the period holds."""
        return sum(day.check_ins for day in self.days)


class InsightService:
    """Reads what a chart needs, day by day of the person's days."""

    def __init__(self, vault: Vault, days: DayService) -> None:
        self._vault = vault
        self._days = days

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._vault.is_locked

    @property
    def day_start(self) -> time:
        """When the person's day begins."""
        return self._days.day_start

    def today(self) -> date:
        """The person's day now."""
        return self._days.today()

    def whole(self) -> Period | None:
        """From the first to the last day with check-ins, or None. Raises UserError(LOCKED)."""
        with self._vault.reading() as store:
            return _whole(store)

    def look(self, period: Period, most_marks: int) -> Look:
        """What `period` holds, its single check-ins only if there are at most `most_marks`.

        Raises UserError(LOCKED).
        """
        with self._vault.reading() as store:
            day_start = store.days.day_start()
            around = store.days.between(period.first - _SPARE_DAYS, period.last + _SPARE_DAYS)
            days = tuple(day for day in around if period.first <= day.day <= period.last)
            few = sum(day.check_ins for day in days) <= most_marks
            limit = sum(day.check_ins for day in around)
            return Look(
                period=period,
                today=self._days.today_with(day_start),
                day_start=day_start,
                whole=_whole(store),
                days=days,
                marks=_marks(store, period, day_start, limit) if few else None,
                windows=tuple(store.windows.versions()),
            )

    def columns(self, period: Period) -> Columns:
        """The check-ins of the period's days and of some days around them, in columns and in no order.

        A million take about a second: not for the GUI thread. Raises UserError(LOCKED).
        """
        with self._vault.reading() as store:
            return store.check_ins.columns_between(
                _midnight(period.first, -_SPARE_DAYS), _midnight(period.last, _SPARE_DAYS)
            )

    def life_events(self, period: Period) -> Sequence[LifeEvent]:
        """Life events of the period's days and of some days around them, oldest first. Raises UserError(LOCKED)."""
        with self._vault.reading() as store:
            return store.life_events.between(
                _midnight(period.first, -_SPARE_DAYS), _midnight(period.last, _SPARE_DAYS)
            )

    def practices(self, period: Period) -> Sequence[PracticeSession]:
        """What was practised on the period's days and some days around them. Raises UserError(LOCKED)."""
        with self._vault.reading() as store:
            return store.practice_sessions.between(
                _midnight(period.first, -_SPARE_DAYS), _midnight(period.last, _SPARE_DAYS)
            )


def _midnight(day: date, moved: timedelta) -> datetime:
    return datetime.combine(day, time(), UTC) + moved


def _marks(store: Store, period: Period, day_start: time, limit: int) -> tuple[Mark, ...]:
    start, end = (datetime.fromtimestamp(wall, UTC) for wall in period.wall_span(day_start))
    # The limit is what these days and their neighbours hold, so that none of the period's own is left out.
    near = store.check_ins.marks_between(start - LONGEST_OFFSET, end + LONGEST_OFFSET, limit) if limit else []
    return tuple(mark for mark in near if period.first <= wall_day(mark.at + mark.offset, day_start) <= period.last)


def _whole(store: Store) -> Period | None:
    span = store.days.range()
    return None if span is None else Period(*span)
