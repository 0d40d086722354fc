"""The time axis: where its ticks lie, and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

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


def ticks_of(period: Period, day_start: time, most: int, words: DateWords) -> tuple[Tick, ...]:
    """At most `most` (at least 1) evenly placed ticks: hours, days, Mondays, first days of months, or years."""
    hours = _hour_ticks(period, day_start, most, words) if period.days <= _LONGEST_SPAN_IN_HOURS else ()
    if hours:
        return hours
    days = next((found for found in _day_choices(period) if len(found) <= max(1, most)), [])
    years = len({day.year for day in (period.first, period.last, *days)}) > 1
    labels = _labels(days, with_years=years, words=words)
    return tuple(Tick(day_wall(day, day_start), label) for day, label in zip(days, labels, strict=True))


def dated(day: date, words: DateWords) -> str:
    """A day with its year, such as "22 Nov 2026"."""
    return _("{day} {year}").format(day=words.day(day), year=day.year)


def _hour_ticks(period: Period, day_start: time, most: int, words: DateWords) -> tuple[Tick, ...]:
    start, end = period.wall_span(day_start)
    for step in HOUR_STEPS:
        seconds = step * 3600
        first = -(-start // seconds) * seconds
        walls = [first + number * seconds for number in range(int((end - first) // seconds) + 1)]
        if len(walls) <= most:
            return tuple(Tick(wall, words.time(datetime.fromtimestamp(wall, UTC))) for wall in walls)
    return ()


def _day_choices(period: Period) -> Iterator[list[date]]:
    for step in DAY_STEPS:
        yield [period.first + timedelta(number) for number in range(0, period.days, step)]
    for step in WEEK_STEPS:
        yield [day for day in _mondays(period) if (day.toordinal() // 7) % step == 0]
    for step in MONTH_STEPS:
        yield [day for day in _first_days(period) if (day.month - 1) % step == 0]
    for step in YEAR_STEPS:
        yield [day for day in _first_days(period) if day.month == 1 and day.year % step == 0]


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
