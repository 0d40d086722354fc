"""The rhythm of the day and of the week: ratings by three-hour bins of the wall clock, and by weekday."""

from collections.abc import Iterable, Sequence
from datetime import time
from statistics import fmean, median
from typing import NamedTuple

from companion.domain.mark import Mark
from companion.domain.metrics.bootstrap import DrawnDays, quantile
from companion.domain.metrics.gates import BIN, TIME_OF_DAY, WEEKDAY, Gate, Shortfall
from companion.domain.metrics.ratings import SECONDS_AN_HOUR
from companion.domain.period import SECONDS_A_DAY, wall_day

BIN_HOURS = 3
_TAIL = 0.1


class Bin(NamedTuple):
    """Ratings of one bin: `key` is its first hour, or the weekday, Monday 0. Points; low to high is 10 to 90 %.

    What rests on less than 4 ratings on 4 days has `missing` and is not shown.
    """

    key: int
    n: int
    days: int
    mean: float
    median: float
    low: float
    high: float
    missing: tuple[Shortfall, ...]


class Rhythm(NamedTuple):
    """The bins that have ratings, and what is missing before any may be shown."""

    bins: tuple[Bin, ...]
    missing: tuple[Shortfall, ...]


class _Rated(NamedTuple):
    value: float
    day: int
    key: int


def time_of_day(marks: Iterable[Mark], day_start: time) -> Rhythm:
    """Scheduled ratings by the hour that the wall clock showed, in bins of three hours.

    Each with the 10 to 90 % range of its mean over days drawn again. In about one of five people there is a dip in
    the afternoon (Wood & Magnello 1992, 10.1177/014107689208500404). Tested as R's tapply.
    """
    rated = [
        _Rated(value, day, int(wall % SECONDS_A_DAY // SECONDS_AN_HOUR) // BIN_HOURS * BIN_HOURS)
        for value, day, wall in _scheduled(marks, day_start)
    ]
    return _rhythm(rated, TIME_OF_DAY)


def weekdays(marks: Iterable[Mark], day_start: time) -> Rhythm:
    """Scheduled ratings by the weekday of the person's day. Weekday by hour is never shown: it would be noise."""
    rated = [_Rated(value, day, (day - 1) % 7) for value, day, _wall in _scheduled(marks, day_start)]
    return _rhythm(rated, WEEKDAY)


def _scheduled(marks: Iterable[Mark], day_start: time) -> list[tuple[float, int, float]]:
    return [
        (mark.arousal, wall_day(mark.at + mark.offset, day_start).toordinal(), mark.at + mark.offset)
        for mark in marks
        if mark.is_scheduled and mark.arousal is not None
    ]


def _rhythm(rated: Sequence[_Rated], gate: Gate) -> Rhythm:
    keys = sorted({one.key for one in rated})
    bins = tuple(_bin(key, [one for one in rated if one.key == key]) for key in keys)
    return Rhythm(bins, gate.shortfalls(len(rated), len({one.day for one in rated})))


def _bin(key: int, rated: Sequence[_Rated]) -> Bin:
    by_day: dict[int, list[float]] = {}
    for one in rated:
        by_day.setdefault(one.day, []).append(one.value)
    values = [one.value for one in rated]
    low, high = _range(list(by_day.values()))
    missing = BIN.shortfalls(len(rated), len(by_day))
    return Bin(key, len(rated), len(by_day), fmean(values), float(median(values)), low, high, missing)


def _range(by_day: Sequence[Sequence[float]]) -> tuple[float, float]:
    totals, counts = [sum(values) for values in by_day], [len(values) for values in by_day]
    means = sorted(
        sum(map(totals.__getitem__, days)) / sum(map(counts.__getitem__, days))
        for days in DrawnDays(len(by_day)).rounds
    )
    return quantile(means, _TAIL), quantile(means, 1 - _TAIL)
