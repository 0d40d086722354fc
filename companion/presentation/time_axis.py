"""The time axis: where its ticks lie, and what they say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from companion.domain.period import Period, day_wall
from companion.presentation.date_words import DateWords
from companion.presentation.translation import _

HOUR_STEPS = (1, 2, 3, 6, 12)
DAY_STEPS = (1, 2)
WEEK_STEPS = (1, 2)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_LONGEST_SPAN_IN_HOURS = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart at `wall` (wall seconds) with its label."""

    wall: float
    label: str


def ticks_of(
    period: Period, day_start: time, most: int, words: DateWords, around: Period | None = None
) -> tuple[Tick, ...]:
    """At most `most` (at least 1) evenly placed ticks: hours, days, Mondays, first days of months, or years.

    With `around`, those of that longer period too, as far apart as in `period` alone.
    """
    wide = around or period
    hours = _hour_ticks(period, wide, day_start, most, words) if period.days <= _LONGEST_SPAN_IN_HOURS else ()
    if hours:
        return hours
    days = next(
        (choice(wide, period.first) for choice in _CHOICES if len(choice(period, period.first)) <= max(1, most)), []
    )
    years = len({day.year for day in (wide.first, wide.last, *days)}) > 1
    labels = _labels(days, with_years=years, words=words)
    return tuple(Tick(day_wall(day, day_start), label) for day, label in zip(days, labels, strict=True))


def dated(day: date, words: DateWords) -> str:
    """A day with its year, such as "22 Nov 2026"."""
    return _("{day} {year}").format(day=words.day(day), year=day.year)


def _hour_ticks(period: Period, wide: Period, day_start: time, most: int, words: DateWords) -> tuple[Tick, ...]:
    for step in HOUR_STEPS:
        if len(_full_hours(period, day_start, step)) <= most:
            hours = _full_hours(wide, day_start, step)
            return tuple(Tick(wall, words.time(datetime.fromtimestamp(wall, UTC))) for wall in hours)
    return ()


def _full_hours(period: Period, day_start: time, step: int) -> list[float]:
    start, end = period.wall_span(day_start)
    seconds = step * 3600
    first = -(-start // seconds) * seconds
    return [first + number * seconds for number in range(int((end - first) // seconds) + 1)]


def _every(step: int, period: Period, counted_from: date) -> list[date]:
    begin = (counted_from - period.first).days % step
    return [period.first + timedelta(number) for number in range(begin, period.days, step)]


def _every_week(step: int, period: Period, _counted_from: date) -> list[date]:
    return [day for day in _mondays(period) if (day.toordinal() // 7) % step == 0]


def _every_month(step: int, period: Period, _counted_from: date) -> list[date]:
    return [day for day in _first_days(period) if (day.month - 1) % step == 0]


def _every_year(step: int, period: Period, _counted_from: date) -> list[date]:
    return [day for day in _first_days(period) if day.month == 1 and day.year % step == 0]


_CHOICES: tuple[Callable[[Period, date], list[date]], ...] = (
    *(partial(_every, step) for step in DAY_STEPS),
    *(partial(_every_week, step) for step in WEEK_STEPS),
    *(partial(_every_month, step) for step in MONTH_STEPS),
    *(partial(_every_year, step) for step in YEAR_STEPS),
)


def _mondays(period: Period) -> list[date]:
    first = period.first + timedelta(-period.first.weekday() % 7)
    return [first + timedelta(number) for number in range(0, (period.last - first).days + 1, 7)]


def _first_days(period: Period) -> list[date]:
    months = range(period.first.year * 12 + period.first.month - 1, period.last.year * 12 + period.last.month)
    days = [date(month // 12, month % 12 + 1, 1) for month in months]
    return [day for day in days if period.first <= day]


def _labels(days: list[date], *, with_years: bool, words: DateWords) -> list[str]:
    if len(days) > 1 and all((day.month, day.day) == (1, 1) for day in days):
        return [str(day.year) for day in days]
    shown: int | None = None
    labels = []
    for day in days:
        labels.append(dated(day, words) if with_years and day.year != shown else words.day(day))
        shown = day.year
    return labels
