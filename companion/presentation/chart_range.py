"""The chart's ranges: from one day to everything, or as the person zoomed; and moving from one to the next."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from companion.domain.period import Period, period_ending
from companion.presentation.translation import _

# Whole weeks, so that every weekday weighs the same and a step back keeps the weekdays in their places.
DAYS_IN_MONTH = 28


class ChartRange(Enum):
    """The ranges in the order of their buttons, and one of any other length, which has none."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    THREE_MONTHS = "three_months"
    YEAR = "year"
    ALL = "all"
    OWN = "own"

    @property
    def days(self) -> int | None:
        """How many days it shows; None if that depends on what there is or was chosen."""
        return _DAYS.get(self)


_DAYS = {
    ChartRange.DAY: 1,
    ChartRange.WEEK: 7,
    ChartRange.MONTH: DAYS_IN_MONTH,
    ChartRange.THREE_MONTHS: 13 * 7,
    ChartRange.YEAR: 52 * 7,
}
RANGES = tuple(chart_range for chart_range in ChartRange if chart_range is not ChartRange.OWN)


def range_name(chart_range: ChartRange) -> str:
    """What its button says."""
    names = {
        ChartRange.DAY: _("Day"),
        ChartRange.WEEK: _("Week"),
        ChartRange.MONTH: _("Month"),
        ChartRange.THREE_MONTHS: _("3 months"),
        ChartRange.YEAR: _("Year"),
        ChartRange.ALL: _("All"),
    }
    return names[chart_range]


@dataclass(frozen=True, slots=True)
class Place:
    """Which part of the past is shown. `last` is the last day, None for today (also when today has moved on).

    `own_days` is how many days the person zoomed to, where that is none of the ranges.
    """

    chart_range: ChartRange = ChartRange.MONTH
    last: date | None = None
    own_days: int = DAYS_IN_MONTH

    @property
    def days(self) -> int | None:
        """How many days it shows; None if that depends on what there is."""
        return self.own_days if self.chart_range is ChartRange.OWN else self.chart_range.days

    def period(self, today: date, whole: Period | None) -> Period:
        """The days shown. `whole` is the period that has check-ins, or None if there are none."""
        days = self.days
        if days is None:
            return whole or period_ending(today, DAYS_IN_MONTH)
        return period_ending(self.last or today, days)

    def may_go_earlier(self, today: date, whole: Period | None) -> bool:
        """True if there are check-ins before what is shown."""
        return self.days is not None and whole is not None and whole.first < self.period(today, whole).first

    def may_go_later(self, today: date, whole: Period | None) -> bool:
        """True if there is something between what is shown and today."""
        return self.days is not None and self.period(today, whole).last < _end(today, whole)

    def earlier(self, today: date, whole: Period | None) -> "Place":
        """One range back, or here if nothing lies there."""
        if not self.may_go_earlier(today, whole):
            return self
        return replace(self, last=self.period(today, whole).moved(-(self.days or 0)).last)

    def later(self, today: date, whole: Period | None) -> "Place":
        """One range on, at most up to today; or here if nothing lies there."""
        if not self.may_go_later(today, whole):
            return self
        return self._ending(self.period(today, whole).moved(self.days or 0).last, today, whole)

    def of(self, chart_range: ChartRange) -> "Place":
        """That range, ending where this one ends."""
        return Place(chart_range, None if ChartRange.ALL in (chart_range, self.chart_range) else self.last)

    def over(self, wanted: Period, today: date, whole: Period | None) -> "Place":
        """Those days, as far as something lies there: never beyond today, and never wholly before the first check-in.

        Longer than everything there is, it is all of it; as long as one of the ranges, it is that range.
        """
        longest = self._longest(today, whole)
        if wanted.days >= longest and whole is not None and whole.days == longest:
            return Place(ChartRange.ALL)
        days = min(wanted.days, longest)
        same = next((one for one, length in _DAYS.items() if length == days), ChartRange.OWN)
        return replace(self, chart_range=same, own_days=days)._ending(wanted.last, today, whole)

    def zoomed(self, factor: float, held: date, today: date, whole: Period | None) -> "Place":
        """`factor` times as many days, at least one more or less; the day `held` keeps its place as far as it can."""
        before = self.period(today, whole)
        days = round(before.days * factor)
        if days == before.days:
            days += 1 if factor > 1 else -1
        days = min(max(1, days), self._longest(today, whole))
        share = (held - before.first).days / max(1, before.days - 1)
        first = held - timedelta(round(share * (days - 1)))
        return self.over(Period(first, first + timedelta(days - 1)), today, whole)

    def _longest(self, today: date, whole: Period | None) -> int:
        """How many days can be seen at once: those with check-ins, a month, or what is shown now."""
        return max(DAYS_IN_MONTH, 0 if whole is None else whole.days, self.period(today, whole).days)

    def _ending(self, last: date, today: date, whole: Period | None) -> "Place":
        earliest = today if whole is None else min(whole.first, today)
        last = max(earliest, min(last, _end(today, whole)))
        return replace(self, last=None if last == today else last)


def _end(today: date, whole: Period | None) -> date:
    return today if whole is None else max(today, whole.last)
