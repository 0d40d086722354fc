"""The smooth line through ratings with its likely range, only where enough ratings lie close."""

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

import numpy as np

from companion.domain.metrics.local_fit import Fitted, fit_all, fit_within, nearest_of, reach_at
from companion.domain.metrics.ratings import Floats, Ints, Ratings

SPAN = 0.3
LEAST_IN_WINDOW = 28
LEAST_CLOSE = 7
LONGEST_GAP_DAYS = 5.0
ROBUST_STEPS = 2
MOST_SINGLE = 1500
_NINETY_PERCENT = 1.6448536269514722
_HOURS_A_DAY = 24


class Point(NamedTuple):
    """The line at so many days since 1970 UTC, in points, with its pointwise 90 % range."""

    days: float
    value: float
    low: float
    high: float


def smooth_line(ratings: Ratings, places: Iterable[float], span: float = SPAN) -> list[Point | None]:
    """The line at each of `places`, in days since 1970 UTC; None where it is not supported.

    LOESS of degree one with two bisquare steps, its window wide enough for 28 ratings (Cleveland 1979). It is drawn
    only where 7 ratings lie within half a window and not across gaps of more than 5 days. The range is that of a
    normal error of the fit, for these days; it is no forecast. The fit is tested against R's loess.

    More than `MOST_SINGLE` ratings are first put together in as many equal stretches of time, each of which counts
    as its ratings do at their mean time: the line runs as through all, to a fraction of a point, and takes as long
    for a million as for two thousand.
    """
    times, values = np.asarray(ratings.hours, float) / _HOURS_A_DAY, np.asarray(ratings.values, float)
    if not len(times) or times[0] == times[-1]:
        return [None for _place in places]
    nearest = min(len(times), max(LEAST_IN_WINDOW, nearest_of(len(times), span)))
    fitted = fit_all(times, values, nearest, ROBUST_STEPS, _stretches(times))
    return [_point(place, times, nearest, fitted) for place in places]


def _stretches(times: Floats) -> Ints | None:
    """The place of the stretch that each rating lies in, counting only those that have ratings."""
    if len(times) <= MOST_SINGLE:
        return None
    numbers = ((times - times[0]) / (times[-1] - times[0]) * MOST_SINGLE).astype(np.int64)
    return np.cumsum(np.diff(numbers, prepend=numbers[0]) > 0)


def _point(place: float, times: Floats, nearest: int, fitted: Fitted) -> Point | None:
    reach = reach_at(place, times, nearest)
    fit = fit_within(place, reach, fitted.points) if _is_supported(place, times, reach / 2) else None
    if fit is None:
        return None
    band = _NINETY_PERCENT * fitted.sd * sqrt(fit.squares)
    return Point(place, fit.value, fit.value - band, fit.value + band)


def _is_supported(place: float, times: Floats, half: float) -> bool:
    first, after = times.searchsorted([place - half, place])
    close = times.searchsorted(place + half, "right") - first
    if after == len(times) or times[after] == place:
        return bool(close >= LEAST_CLOSE and after < len(times))
    return bool(close >= LEAST_CLOSE and after > 0 and times[after] - times[after - 1] <= LONGEST_GAP_DAYS)
