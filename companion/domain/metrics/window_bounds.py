"""Where the two ends of a person's window probably lie, estimated from the person's own labels.

Our own model, not a published scale; on screen it is called an estimate. It asks two separate logistic questions,
"below or not" and "above or not", each of all labels below, inside and above:
P(below | a) = 1 / (1 + exp((a - L) / s)), P(above | a) = 1 / (1 + exp((U - a) / s)), with the slopes `SLOPES` equally
likely, normal priors on L and U, and labels that count half after `HALF_LIFE`. The answers are posteriors on the
points 0..100, independent of each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from math import exp, exp2, log1p
from operator import mul
from typing import NamedTuple

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.label import Label
from companion.domain.window import STARTING_GUESS, LikelyRange
from companion.domain.zone import Zone

HALF_LIFE = timedelta(days=28)
HORIZON = 13 * HALF_LIFE
SLOPES = (4, 8, 12, 16, 24)
POINTS = range(LOWEST, HIGHEST + 1)
_TAIL = 0.05
_ROUNDING = 1e-9
_FARTHEST = HIGHEST - LOWEST

Weights = list[float]


class Prior(NamedTuple):
    """What is thought of a bound before any label: a normal distribution, in points."""

    mean: float
    sd: float


class Priors(NamedTuple):
    """The priors of both bounds."""

    lower: Prior
    upper: Prior


GUESSED = Priors(Prior(STARTING_GUESS.lower, 15.0), Prior(STARTING_GUESS.upper, 15.0))


def set_by_person(lower: int, upper: int) -> Priors:
    """The priors once the person set the bounds."""
    return Priors(Prior(lower, 10.0), Prior(upper, 10.0))


@dataclass(frozen=True, slots=True)
class Spread:
    """A quantity in points that is not known exactly: its mean, and its 5 % and 95 % points."""

    mean: float
    likely: LikelyRange


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of the window. `by_slope` has for each of `SLOPES` the probabilities of the points; all add up to 1."""

    by_slope: tuple[tuple[float, ...], ...]

    @property
    def points(self) -> tuple[float, ...]:
        """The probability of each point 0..100."""
        return tuple(map(sum, zip(*self.by_slope, strict=True)))

    def spread(self) -> Spread:
        """Mean and likely range."""
        return _spread(POINTS, self.points)


@dataclass(frozen=True, slots=True)
class WindowEstimate:
    """Both ends, as independent posteriors."""

    lower: Bound
    upper: Bound

    def width(self) -> Spread | None:
        """How far apart they are, in points, counting only pairs with L < U; None if there are no such pairs."""
        lower, upper = self.lower.points, self.upper.points
        apart = range(1, _FARTHEST + 1)
        shares = [sum(map(mul, lower, upper[width:])) for width in apart]
        total = sum(shares)
        return _spread(apart, [share / total for share in shares]) if total else None

    def probabilities(self, arousal: int) -> dict[Zone, float]:
        """How likely each of below, inside and above is at that arousal; they add up to 1."""
        below = _chance(self.lower, [point - arousal for point in POINTS])
        above = _chance(self.upper, [arousal - point for point in POINTS])
        inside = (1 - below) * (1 - above)
        total = below + inside + above
        return {Zone.BELOW: below / total, Zone.INSIDE: inside / total, Zone.ABOVE: above / total}


def estimate_window(labels: Iterable[Label], at: datetime, priors: Priors = GUESSED) -> WindowEstimate:
    """The estimate at an aware instant, from labels below, inside and above; others are left out.

    Takes as long for 10,000 labels as for 100, but for adding up their weights.
    """
    return estimate_from(_weights(labels, at.timestamp()), priors)


def estimate_from(weights: Mapping[Zone, Weights], priors: Priors = GUESSED) -> WindowEstimate:
    """The same from what the labels of each zone weigh together at each of `POINTS`."""
    below, inside, above = (weights[zone] for zone in (Zone.BELOW, Zone.INSIDE, Zone.ABOVE))
    lower = _rising(below[::-1], _added(inside, above)[::-1], Prior(_FARTHEST - priors.lower.mean, priors.lower.sd))
    upper = _rising(above, _added(inside, below), priors.upper)
    return WindowEstimate(Bound(tuple(row[::-1] for row in lower)), Bound(tuple(upper)))


def _weights(labels: Iterable[Label], now: float) -> dict[Zone, Weights]:
    """Weights 2^(-age / 28 days) added up per arousal point: no more is needed of however many labels."""
    added = {zone: [0.0] * len(POINTS) for zone in Zone}
    half_life = HALF_LIFE.total_seconds()
    for arousal, zone, at, _offset in labels:
        added[zone][arousal] += exp2(min(0.0, (at - now) / half_life))
    return added


def _added(one: Weights, other: Weights) -> Weights:
    return [a + b for a, b in zip(one, other, strict=True)]


def _rising(yes: Sequence[float], no: Sequence[float], prior: Prior) -> list[tuple[float, ...]]:
    """The posterior of bound and slope for a question whose "yes" gets likelier with every point.

    The probabilities of a slope depend only on the distance from the bound, so each sum is over a slice of one table.
    """
    rows = []
    for slope in SLOPES:
        for_yes, for_no = _log_chances(slope)
        row = []
        for bound in POINTS:
            reach = slice(_FARTHEST - bound, 2 * _FARTHEST - bound + 1)
            likelihood = sum(map(mul, yes, for_yes[reach])) + sum(map(mul, no, for_no[reach]))
            row.append(likelihood - ((bound - prior.mean) / prior.sd) ** 2 / 2)
        rows.append(row)
    return _normalised(rows)


def _normalised(log_rows: list[list[float]]) -> list[tuple[float, ...]]:
    peak = max(map(max, log_rows))
    rows = [[exp(value - peak) for value in row] for row in log_rows]
    total = sum(map(sum, rows))
    return [tuple(value / total for value in row) for row in rows]


@cache
def _log_chances(slope: int) -> tuple[list[float], list[float]]:
    """log P(yes) and log P(no) at the distances -100..100 from the bound."""
    distances = range(-_FARTHEST, _FARTHEST + 1)
    return [_log_logistic(d / slope) for d in distances], [_log_logistic(-d / slope) for d in distances]


def _log_logistic(x: float) -> float:
    """log(1 / (1 + exp(-x))), without overflow."""
    return -log1p(exp(-x)) if x >= 0 else x - log1p(exp(x))


def _chance(bound: Bound, distances: Sequence[int]) -> float:
    """P(yes) averaged over everything the bound and its slope may be."""
    return sum(
        share * exp(_log_logistic(distance / slope))
        for slope, row in zip(SLOPES, bound.by_slope, strict=True)
        for share, distance in zip(row, distances, strict=True)
    )


def _spread(values: Sequence[int], shares: Sequence[float]) -> Spread:
    reached = list(accumulate(shares))
    low = next(value for value, share in zip(values, reached, strict=True) if share >= _TAIL - _ROUNDING)
    high = next(value for value, share in zip(values, reached, strict=True) if share >= 1 - _TAIL - _ROUNDING)
    return Spread(sum(map(mul, values, shares)), LikelyRange(low, high))
