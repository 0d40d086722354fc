"""The chart's ranges: one day, a month of four whole weeks, or everything; and moving from one to the next."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from companion.domain.period import Period, period_ending
from companion.presentation.translation import _

# Four whole weeks, so that every weekday weighs the same and a step back keeps the weekdays in their places.
DAYS_IN_MONTH = 28


class ChartRange(Enum):
    """The ranges in the order of their buttons."""

    DAY = "day"
    MONTH = "month"
    ALL = "all"

    @property
    def days(self) -> int | None:
        """How many days it shows; None if that depends on what there is."""
        return {ChartRange.DAY: 1, ChartRange.MONTH: DAYS_IN_MONTH, ChartRange.ALL: None}[self]


def range_name(chart_range: ChartRange) -> str:
    """What its button says."""
    names = {ChartRange.DAY: _("Day"), ChartRange.MONTH: _("Month"), ChartRange.ALL: _("All")}
    return names[chart_range]


@dataclass(frozen=True, slots=True)
class Place:
    """Which part of the past is shown. `last` is the last day, None for today (also when today has moved on)."""

    chart_range: ChartRange = ChartRange.MONTH
    last: date | None = None

    def period(self, today: date, whole: Period | None) -> Period:
        """The days shown. `whole` is the period that has check-ins, or None if there are none."""
        days = self.chart_range.days
        if days is None:
            return whole or period_ending(today, DAYS_IN_MONTH)
        return period_ending(self.last or today, days)

    def may_go_earlier(self, today: date, whole: Period | None) -> bool:
        """True if there are check-ins before what is shown."""
        days = self.chart_range.days
        return days is not None and whole is not None and whole.first < self.period(today, whole).first

    def may_go_later(self, today: date, whole: Period | None) -> bool:
        """True if there is something between what is shown and today."""
        return self.chart_range.days is not None and self.period(today, whole).last < _end(today, whole)

    def earlier(self, today: date, whole: Period | None) -> "Place":
        """One range back, or here if nothing lies there."""
        if not self.may_go_earlier(today, whole):
            return self
        return replace(self, last=self.period(today, whole).moved(-(self.chart_range.days or 0)).last)

    def later(self, today: date, whole: Period | None) -> "Place":
        """One range on, at most up to today; or here if nothing lies there."""
        if not self.may_go_later(today, whole):
            return self
        last = min(self.period(today, whole).moved(self.chart_range.days or 0).last, _end(today, whole))
        return replace(self, last=None if last == today else last)

    def of(self, chart_range: ChartRange) -> "Place":
        """That range, ending where this one ends."""
        return Place(chart_range, None if ChartRange.ALL in (chart_range, self.chart_range) else self.last)


def _end(today: date, whole: Period | None) -> date:
    return today if whole is None else max(today, whole.last)
