"""The smooth line through ratings with its likely range, only where enough ratings lie close."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from companion.domain.metrics.local_fit import fit_all, fit_at, nearest_of, reach_at
from companion.domain.metrics.ratings import Ratings

SPAN = 0.3
LEAST_IN_WINDOW = 28
LEAST_CLOSE = 7
LONGEST_GAP_DAYS = 5.0
ROBUST_STEPS = 2
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
    """
    times, values = [hours / _HOURS_A_DAY for hours in ratings.hours], ratings.values
    if len(set(times)) < 2:
        return [None for _place in places]
    nearest = min(len(times), max(LEAST_IN_WINDOW, nearest_of(len(times), span)))
    fitted = fit_all(times, values, nearest, ROBUST_STEPS)
    line: list[Point | None] = []
    for place in places:
        fit = (
            fit_at(place, times, values, nearest, fitted.robustness) if _is_supported(place, times, nearest) else None
        )
        if fit is None:
            line.append(None)
            continue
        reach = _NINETY_PERCENT * fitted.sd * sqrt(fit.squares)
        line.append(Point(place, fit.value, fit.value - reach, fit.value + reach))
    return line


def _is_supported(place: float, times: Sequence[float], nearest: int) -> bool:
    half = reach_at(place, times, nearest) / 2
    close = bisect_right(times, place + half) - bisect_left(times, place - half)
    after = bisect_left(times, place)
    if after == len(times) or times[after] == place:
        return close >= LEAST_CLOSE and after < len(times)
    return close >= LEAST_CLOSE and after > 0 and times[after] - times[after - 1] <= LONGEST_GAP_DAYS
