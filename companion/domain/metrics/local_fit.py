"""A straight line fitted anew at every place, by the points around it: LOESS of degree one.

Cleveland 1979, 10.1080/01621459.1979.10481038: tricube weights over the nearest points, then, if wanted, bisquare
weights that let single far-off points count less.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import sqrt
from statistics import fmean, median
from typing import NamedTuple

_FARTHEST, _NEAREST = 0.999, 0.001  # of six medians of the residuals, as R
_NOTHING = 1e-7  # of the mean residual, as R: most points lie on the line, and the others say how it runs
_LEVEL = 1e-7  # R's, of the width of the window: closer together there is no slope to be fitted


class Fit(NamedTuple):
    """The line at a place; `weight` is how much the place's own point counts there, `squares` the squared weights
    of all points added up.
    """

    value: float
    weight: float
    squares: float


class Fitted(NamedTuple):
    """What a fit at every point leaves: weights of the points, and the residual standard deviation."""

    robustness: list[float]
    sd: float


def nearest_of(count: int, span: float) -> int:
    """How many points the window holds at that share of all."""
    return max(2, min(count, int(count * span + 1e-5)))


def fit_at(
    place: float,
    times: Sequence[float],
    values: Sequence[float],
    nearest: int,
    robustness: Sequence[float] | None = None,
) -> Fit | None:
    """The line at `place` by the `nearest` points of sorted `times`; None if none of them counts.

    Tested against R's loess (surface = "direct") and lowess (delta = 0).
    """
    reach = reach_at(place, times, nearest)
    first, last = bisect_left(times, place - reach), bisect_right(times, place + reach)
    weights, distances = [], []
    for index in range(first, last):
        distance = times[index] - place
        share = abs(distance) / reach if reach else 0.0
        weight = (1 - share * share * share) ** 3 if share < 1 else 0.0
        weights.append(weight if robustness is None else weight * robustness[index])
        distances.append(distance)
    total = sum(weights)
    if total <= 0:
        return None
    middle = sum(w * d for w, d in zip(weights, distances, strict=True)) / total
    spread = sum(w * (d - middle) ** 2 for w, d in zip(weights, distances, strict=True))
    tilt = -middle / spread if spread > total * (_LEVEL * reach) ** 2 else 0.0
    shares = [w * (1 / total + tilt * (d - middle)) for w, d in zip(weights, distances, strict=True)]
    value = sum(share * values[first + place_in] for place_in, share in enumerate(shares))
    own = next((share for share, d in zip(shares, distances, strict=True) if d == 0), 0.0)
    return Fit(value, own, sum(share * share for share in shares))


def reach_at(place: float, times: Sequence[float], nearest: int) -> float:
    """How far the `nearest`-th of sorted `times` lies from `place`."""
    low = high = bisect_left(times, place)
    farthest = 0.0
    for _taken in range(min(nearest, len(times))):
        before = place - times[low - 1] if low else None
        after = times[high] - place if high < len(times) else None
        if after is None or (before is not None and before <= after):
            low -= 1
            farthest = place - times[low]
        else:
            farthest = after
            high += 1
    return abs(farthest)


def fit_all(times: Sequence[float], values: Sequence[float], nearest: int, steps: int = 0) -> Fitted:
    """Fits at every point, and `steps` times again with far-off points counting less.

    The standard deviation is sqrt(RSS / delta), delta the trace of (I - L)(I - L)' of the first fit.
    """
    robustness = [1.0] * len(times)
    fits = [fit_at(at, times, values, nearest) for at in times]
    sd = _residual_sd(values, fits)
    for _step in range(steps):
        robustness = bisquare([v - (f.value if f else v) for v, f in zip(values, fits, strict=True)])
        fits = [fit_at(at, times, values, nearest, robustness) for at in times]
    return Fitted(robustness, sd)


def bisquare(residuals: Sequence[float]) -> list[float]:
    """Weights 1 to 0 by the size of each residual, seen from six times their median; all 1 where that is nothing."""
    scale = 6 * median(map(abs, residuals))
    if scale < _NOTHING * fmean(map(abs, residuals)):
        return [1.0] * len(residuals)
    return [_bisquare(abs(residual), scale) for residual in residuals]


def _bisquare(residual: float, scale: float) -> float:
    if residual <= _NEAREST * scale:
        return 1.0
    if residual > _FARTHEST * scale:
        return 0.0
    share = residual / scale
    return (1 - share * share) ** 2


def _residual_sd(values: Sequence[float], fits: Sequence[Fit | None]) -> float:
    left, squares = float(len(values)), 0.0
    for value, fit in zip(values, fits, strict=True):
        if fit is not None:
            left += fit.squares - 2 * fit.weight
            squares += (value - fit.value) ** 2
    return sqrt(squares / left) if left > 0 else 0.0
