"""The rhythm of the day and of the week: ratings by three-hour bins of the wall clock, and by weekday."""

from collections.abc import Iterable
from datetime import time
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from companion.domain.columns import NO_ANSWER, Columns, columns_of
from companion.domain.mark import Mark
from companion.domain.metrics.bootstrap import DrawnDays, quantile
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
    bins = tuple(_bin(key, rated, keys == key) for key in np.flatnonzero(np.bincount(keys)).tolist())
    n, days = len(rated.values), len(by_day_of(rated.days)[0])
    return Rhythm(bins, gate.shortfalls(n, days), n, days)


def _bin(key: int, rated: _Rated, is_in: NDArray[np.bool_]) -> Bin:
    values, days = rated.values[is_in], rated.days[is_in]
    there, places = by_day_of(days)
    low, high = _range(np.stack([np.bincount(places, values), np.bincount(places)], axis=1))
    missing = BIN.shortfalls(len(values), len(there))
    return Bin(key, len(values), len(there), float(values.mean()), float(np.median(values)), low, high, missing)


def _range(totals_and_counts: Floats) -> tuple[float, float]:
    drawn = DrawnDays(len(totals_and_counts)).totals(totals_and_counts)
    means = np.sort(drawn[:, 0] / drawn[:, 1]).tolist()
    return quantile(means, _TAIL), quantile(means, 1 - _TAIL)
