"""What stands below the chart: numbers of its period, its rhythm, the period beside another, and a year of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from companion.application.laid_beside import A_YEAR_OF_WEEKS, Against, earlier_period
from companion.application.metrics import Numbers, Span, numbers_of
from companion.domain.metrics.bootstrap import drawn_days
from companion.domain.metrics.choosing import by_myself, within
from companion.domain.metrics.comparison import PRACTICE_DAYS
from companion.domain.metrics.rhythm import Rhythm, time_of_day, weekdays
from companion.domain.period import Period
from companion.domain.side_by_side import Pair, side_by_side

if TYPE_CHECKING:
    from companion.application.ports import Clock
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault
    from companion.domain.columns import Columns
    from companion.domain.day_summary import DaySummary

WEEKS_IN_YEAR = 53


@dataclass(frozen=True, slots=True)
class Beside:
    """Two periods side by side; the first 14 days of all, while the line was still new, belong to neither."""

    earlier: Period
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Everything that the cards of a period say.

    `asked_and_self` has what was asked for first and what was noted by oneself second. `beside` is None where no
    check-in is as old as the other period. `year` are the days of whole weeks that have check-ins, `first_of_year`
    is the Monday they begin with.
    """

    period: Period
    against: Against
    today: date
    numbers: Numbers
    hours: Rhythm
    weekdays: Rhythm
    asked_and_self: tuple[Pair, ...]
    beside: Beside | None
    first_of_year: date
    year: tuple[DaySummary, ...]


class CardService:
    """Reads and computes what the cards say. With a million check-ins it takes seconds: not for the GUI thread."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def look(self, period: Period, against: Against) -> Cards:
        """What the cards of `period` say. Raises UserError(LOCKED)."""
        try:
            return self._found(period, against)
        finally:
            drawn_days.cache_clear()

    def _found(self, period: Period, against: Against) -> Cards:
        now = self._clock.now()
        with self._vault.reading() as store:
            day_start = store.days.day_start()
            today = now.day(day_start)
            span = Span(period.first, period.last)
            columns = span.of(store.check_ins.columns_between(*span.around()), day_start)
            first_of_year, year = _year(store, period, today)
            return Cards(
                period=period,
                against=against,
                today=today,
                numbers=numbers_of(store, columns, span, day_start, now.utc),
                hours=time_of_day(columns, day_start),
                weekdays=weekdays(columns, day_start),
                asked_and_self=side_by_side(columns, by_myself(columns), day_start, with_steadiness=False),
                beside=_beside(store, columns, period, against, day_start),
                first_of_year=first_of_year,
                year=year,
            )


def _beside(store: Store, columns: Columns, period: Period, against: Against, day_start: time) -> Beside | None:
    whole, earlier = store.days.range(), earlier_period(period, against)
    if whole is None or whole[0] > earlier.last:
        return None
    practised = whole[0] + timedelta(PRACTICE_DAYS)
    span = Span(earlier.first, earlier.last)
    before = span.of(store.check_ins.columns_between(*span.around()), day_start)
    sets = [within(each, day_start, first=practised) for each in (before, columns)]
    return Beside(earlier, side_by_side(sets[0], sets[1], day_start))


def _year(store: Store, period: Period, today: date) -> tuple[date, tuple[DaySummary, ...]]:
    """The weeks up to today, or up to that in which a period ends that is longer ago than they reach."""
    last = today if (today - period.last).days < A_YEAR_OF_WEEKS else period.last
    monday = last - timedelta(last.weekday())
    first = monday - timedelta(weeks=WEEKS_IN_YEAR - 1)
    return first, tuple(store.days.between(first, min(today, monday + timedelta(6))))
