"""A straight line fitted anew at every place, by the points around it: LOESS of degree one.

Cleveland 1979, 10.1080/01621459.1979.10481038: tricube weights over the nearest points, then, if wanted, bisquare
weights that let single far-off points count less.
"""

from math import sqrt
from typing import NamedTuple

import numpy as np

from companion.domain.metrics.ratings import Floats, Ints, Numbers

_FARTHEST, _NEAREST = 0.999, 0.001  # of six medians of the residuals, as R
_NOTHING = 1e-7  # of the mean residual, as R: most points lie on the line, and the others say how it runs
_LEVEL = 1e-7  # R's, of the width of the window: closer together there is no slope to be fitted


class Fit(NamedTuple):
    """The line at a place; `weight` is how much a point at the place itself counts there, `squares` the squared
    weights of all points added up.
    """

    value: float
    weight: float
    squares: float


class Points(NamedTuple):
    """What a line is fitted through: sorted times, values, how much each counts, and for how many it stands."""

    times: Floats
    values: Floats
    weights: Floats
    counts: Floats


class Fitted(NamedTuple):
    """What a fit at every point leaves: weights of what was given, the residual deviation, and the points."""

    robustness: Floats
    sd: float
    points: Points


def nearest_of(count: int, span: float) -> int:
    """How many points the window holds at that share of all."""
    return max(2, min(count, int(count * span + 1e-5)))


def fit_at(
    place: float, times: Numbers, values: Numbers, nearest: int, robustness: Numbers | None = None
) -> Fit | None:
    """The line at `place` by the `nearest` points of sorted `times`; None if none of them counts.

    Tested against R's loess (surface = "direct") and lowess (delta = 0).
    """
    at, ones = np.asarray(times, float), np.ones(len(times))
    weights = ones if robustness is None else np.asarray(robustness, float)
    return fit_within(place, reach_at(place, at, nearest), Points(at, np.asarray(values, float), weights, ones))


def fit_within(place: float, reach: float, points: Points) -> Fit | None:
    """The line at `place` by all points at most `reach` away, each counting by its weight.

    Where points stand for several, `weight` and `squares` are those of single ones.
    """
    first = points.times.searchsorted(place - reach)
    around = slice(first, points.times.searchsorted(place + reach, "right"))
    distances = points.times[around] - place
    share = np.abs(distances) / reach if reach else np.zeros(len(distances))
    near = np.where(share < 1, (1 - share * share * share) ** 3, 0.0) * points.weights[around]
    total = near.sum()
    if total <= 0:
        return None
    middle = near @ distances / total
    spread = near @ (distances - middle) ** 2
    tilt = -middle / spread if spread > total * (_LEVEL * reach) ** 2 else 0.0
    shares = near * (1 / total + tilt * (distances - middle))
    single = shares / points.counts[around]
    own = single[distances == 0]
    return Fit(float(shares @ points.values[around]), float(own[0]) if own.size else 0.0, float(shares @ single))


def reach_at(place: float, times: Numbers, nearest: int) -> float:
    """How far the `nearest`-th of sorted `times` lies from `place`."""
    at = np.asarray(times, float)
    wanted = min(nearest, len(at))
    if not wanted:
        return 0.0
    low, high = 0, len(at) - wanted
    while low < high:  # the leftmost window of so many points that lies as close as any
        between = (low + high) // 2
        if place - at[between] > at[between + wanted] - place:
            low = between + 1
        else:
            high = between
    return float(max(abs(place - at[low]), abs(at[low + wanted - 1] - place)))


def fit_all(times: Numbers, values: Numbers, nearest: int, steps: int = 0, groups: Ints | None = None) -> Fitted:
    """Fits at every point, and `steps` times again with far-off points counting less.

    The standard deviation is sqrt(RSS / delta), delta the trace of (I - L)(I - L)' of the first fit. With `groups`,
    the place 0, 1, 2… of the group of each, all of a group are one point at their mean time.
    """
    at, what = np.asarray(times, float), np.asarray(values, float)
    places = np.arange(len(at)) if groups is None else groups
    counts = np.bincount(places).astype(float)
    middles = np.bincount(places, at) / counts
    reaches = [reach_at(place, at, nearest) for place in middles]
    robustness, sd = np.ones(len(at)), 0.0
    points = _points(middles, places, what, robustness, counts)
    for step in range(steps + 1):
        fits = [fit_within(place, reach, points) for place, reach in zip(middles, reaches, strict=True)]
        line = np.array([own if fit is None else fit.value for own, fit in zip(points.values, fits, strict=True)])
        residuals = what - line[places]
        if not step:
            sd = _residual_sd(residuals, fits, counts)
        if step < steps:
            robustness = bisquare(residuals)
            points = _points(middles, places, what, robustness, counts)
    return Fitted(robustness, sd, points)


def bisquare(residuals: Numbers) -> Floats:
    """Weights 1 to 0 by the size of each residual, seen from six times their median; all 1 where that is nothing."""
    sizes = np.abs(np.asarray(residuals, float))
    scale = 6 * float(np.median(sizes))
    if scale < _NOTHING * float(sizes.mean()) or not scale:
        return np.ones(len(sizes))
    share: Floats = sizes / scale
    weights: Floats = (1 - share * share) ** 2
    weights[share <= _NEAREST] = 1.0
    weights[share > _FARTHEST] = 0.0
    return weights


def _points(times: Floats, places: Ints, values: Floats, weights: Floats, counts: Floats) -> Points:
    total = np.bincount(places, weights).astype(float)
    means = np.bincount(places, weights * values) / np.where(total > 0, total, 1.0)
    return Points(times, means, total, counts)


def _residual_sd(residuals: Floats, fits: list[Fit | None], counts: Floats) -> float:
    left = float(len(residuals))
    for fit, count in zip(fits, counts, strict=True):
        if fit is not None:
            left += count * (fit.squares - 2 * fit.weight)
    return sqrt(float(residuals @ residuals) / left) if left > 0 else 0.0
