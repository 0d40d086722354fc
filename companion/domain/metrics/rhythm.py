"""The rhythm of the day and of the week: ratings by three-hour bins of the wall clock, and by weekday."""

from collections.abc import Iterable
from datetime import time
from typing import NamedTuple

import numpy as np

from companion.domain.columns import NO_ANSWER, Columns, columns_of
from companion.domain.mark import Mark
from companion.domain.metrics.bootstrap import drawn_days, quantile
from companion.domain.metrics.gates import BIN, TIME_OF_DAY, WEEKDAY, Gate, Shortfall
from companion.domain.metrics.ratings import SECONDS_AN_HOUR, Floats, Ints, by_day_of, day_numbers
from companion.domain.period import SECONDS_A_DAY

BIN_HOURS = 3
_TAIL = 0.1
_THURSDAY = 3  # 1 January 1970


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
    """The bins that have ratings, how much all rests on, and what is missing before any may be shown."""

    bins: tuple[Bin, ...]
    missing: tuple[Shortfall, ...]
    n: int = 0
    days: int = 0


class _Rated(NamedTuple):
    values: Floats
    days: Ints
    wall: Floats


def time_of_day(marks: Iterable[Mark] | Columns, day_start: time) -> Rhythm:
    """Scheduled ratings by the hour that the wall clock showed, in bins of three hours.

    Each with the 10 to 90 % range of its mean over days drawn again. In about one of five people there is a dip in
    the afternoon (Wood & Magnello 1992, 10.1177/014107689208500404). Tested as R's tapply.
    """
    rated = _scheduled(marks, day_start)
    hours = (rated.wall % SECONDS_A_DAY / SECONDS_AN_HOUR).astype(np.int64)
    return _rhythm(rated, hours // BIN_HOURS * BIN_HOURS, TIME_OF_DAY)


def weekdays(marks: Iterable[Mark] | Columns, day_start: time) -> Rhythm:
    """Scheduled ratings by the weekday of the person's day. Weekday by hour is never shown: it would be noise."""
    rated = _scheduled(marks, day_start)
    return _rhythm(rated, (rated.days + _THURSDAY) % 7, WEEKDAY)


def _scheduled(marks: Iterable[Mark] | Columns, day_start: time) -> _Rated:
    columns = columns_of(marks)
    arousal = np.asarray(columns.arousal)
    wanted = (np.asarray(columns.scheduled) != 0) & (arousal != NO_ANSWER)
    wall = (np.asarray(columns.at) + np.asarray(columns.offset))[wanted]
    return _Rated(arousal[wanted].astype(float), day_numbers(wall, day_start), wall)


def _rhythm(rated: _Rated, keys: Ints, gate: Gate) -> Rhythm:
    days, places = by_day_of(rated.days)
    found = np.flatnonzero(np.bincount(keys)).tolist()
    parts = [keys == key for key in found]
    sums = [
        column
        for is_in in parts
        for column in (
            np.bincount(places[is_in], rated.values[is_in], len(days)).astype(float),
            np.bincount(places[is_in], minlength=len(days)).astype(float),
        )
    ]
    # Whole days are drawn once for all bins, each with whatever it holds of every bin.
    drawn = drawn_days(len(days)).totals(np.array(sums).T) if sums else np.zeros((0, 0))
    bins = tuple(
        _bin(key, rated.values[is_in], sums[2 * number + 1], drawn[:, 2 * number : 2 * number + 2])
        for number, (key, is_in) in enumerate(zip(found, parts, strict=True))
    )
    return Rhythm(bins, gate.shortfalls(len(rated.values), len(days)), len(rated.values), len(days))


def _bin(key: int, values: Floats, a_day: Floats, drawn: Floats) -> Bin:
    days = int((a_day > 0).sum())
    totals, counts = drawn[drawn[:, 1] > 0].T
    means = np.sort(totals / counts).tolist()
    missing = BIN.shortfalls(len(values), days)
    low, high = quantile(means, _TAIL), quantile(means, 1 - _TAIL)
    return Bin(key, len(values), days, float(values.mean()), float(np.median(values)), low, high, missing)
