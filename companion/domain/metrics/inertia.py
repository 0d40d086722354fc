"""How much of a rating carries over into the next one.

Individual estimates from less than three to four weeks are mostly noise, and the error of a single rating makes
them smaller than what they estimate: with 27 % error variance about 0.73 of it (Dejonckheere et al. 2022).
"""

from collections.abc import Callable
from math import exp, inf, log, pi
from typing import NamedTuple

import numpy as np

from companion.domain.metrics.day_sums import Sums
from companion.domain.metrics.descriptive import mean
from companion.domain.metrics.ratings import Floats, Ints, Ratings

SHORTEST_HALF_LIFE = 1 / 60
LONGEST_HALF_LIFE = 24 * 30.0
_MILLISECONDS = 3_600_000  # in an hour
_MOST_GAPS = 20_000
_STEPS = 60
_HALVINGS = 60
_GOLDEN = (5**0.5 - 1) / 2
_NINETY_PERCENT = 2.705543454095404 / 2  # half the 90 % point of chi-square with one degree of freedom


class Carrying(NamedTuple):
    """A continuous autoregression: correlation at one hour, mean and standard deviation in points."""

    per_hour: float
    mean: float
    sd: float
    log_likelihood: float
    half_life: float
    half_life_low: float | None
    half_life_high: float | None


def lag1(sums: Sums) -> float | None:
    """The autoregression from one rating of a day to the next; None where the first ratings do not vary.

    sum (a - m)(b - m) / sum (a - m)^2 over pairs, m the mean of all ratings; as in Bringmann et al. 2013.
    Its bias is about -(1 + 4 phi) / n. Tested against R.
    """
    at = mean(sums)
    if at is None:
        return None
    together = sums.products - at * (sums.firsts + sums.seconds) + sums.pairs * at * at
    own = sums.first_squares - 2 * at * sums.firsts + sums.pairs * at * at
    return together / own if own > 1e-9 * max(1.0, sums.first_squares) else None


def carrying(ratings: Ratings) -> Carrying | None:
    """The likeliest stationary Ornstein-Uhlenbeck process, corr(x_s, x_t) = rho^|t - s|, its days independent.

    de Haan-Rietdijk et al. 2017, 10.3389/fpsyg.2017.01849. Maximum likelihood, profiled over rho between half-lives
    of a minute and of thirty days; the half-life's interval is where twice the log-likelihood falls by less than
    the 90 % point of chi-square. None if the ratings do not vary or the answer lies at an end. Tested against
    nlme::gls(corCAR1).
    """
    links = _Links(ratings)
    if not links.can_be_fitted:
        return None

    def likelihood(log_half_life: float) -> float:
        return links.fit(_per_hour(log_half_life))[2]

    lowest, highest = log(SHORTEST_HALF_LIFE), log(LONGEST_HALF_LIFE)
    step = (highest - lowest) / _STEPS
    best = max(range(_STEPS + 1), key=lambda k: likelihood(lowest + k * step))
    if best in (0, _STEPS):
        return None
    peak = _highest(likelihood, lowest + (best - 1) * step, lowest + (best + 1) * step)
    top = likelihood(peak) - _NINETY_PERCENT
    mu, sd, log_likelihood = links.fit(_per_hour(peak))
    return Carrying(
        _per_hour(peak),
        mu,
        sd,
        log_likelihood,
        exp(peak),
        _crossing(likelihood, top, peak, lowest),
        _crossing(likelihood, top, peak, highest),
    )


class _Links:
    """Sums over successive ratings of one day, for each gap that occurs: the likelihood needs no more than these."""

    def __init__(self, ratings: Ratings) -> None:
        values, hours = np.asarray(ratings.values, float), np.asarray(ratings.hours, float)
        days = np.asarray(ratings.days, np.int64)
        gaps = np.diff(hours)
        follows = (days[1:] == days[:-1]) & (gaps > 0)
        starts = np.concatenate([values[:1], values[1:][~follows]])
        self.count = len(values)
        self.varies = bool(self.count) and bool((values != values[0]).any())
        self.start_sums = float(len(starts)), float(starts.sum()), float((starts * starts).sum())
        before, after = values[:-1][follows], values[1:][follows]
        self.hours, places = _told_apart(gaps[follows])
        self.links = np.bincount(places, minlength=len(self.hours)).astype(float)
        self.sums = [
            np.bincount(places, what, len(self.hours))
            for what in (before, after, before * before, after * after, before * after)
        ]

    @property
    def can_be_fitted(self) -> bool:
        return self.varies and bool(len(self.hours)) and self.count > 2

    def fit(self, per_hour: float) -> tuple[float, float, float]:
        """Mean, standard deviation and log-likelihood, the likeliest at that correlation."""
        carried = np.exp(log(per_hour) * self.hours)
        left = -np.expm1(2 * log(per_hour) * self.hours)
        a, b, aa, bb, ab = self.sums
        ones, total, squares = self.start_sums
        ones += float((self.links * (1 - carried) ** 2 / left).sum())
        total += float(((1 - carried) * (b - carried * a) / left).sum())
        squares += float(((bb - 2 * carried * ab + carried * carried * aa) / left).sum())
        determinant = float((self.links * np.log(left)).sum())
        mu = total / ones
        variance = (squares - mu * total) / self.count
        if variance <= 0:
            return mu, 0.0, -inf
        return mu, variance**0.5, -self.count / 2 * (log(2 * pi * variance) + 1) - determinant / 2


def _told_apart(gaps: Floats) -> tuple[Floats, Ints]:
    """The gaps that occur, in hours, and for each given one its place among them.

    To the millisecond: hours since 1970 are no finer than a few microseconds. Where even so more than `_MOST_GAPS`
    differ, those within a thousandth of each other count as their mean, which moves no half-life that can be shown.
    """
    milliseconds, places = np.unique(np.maximum(1, np.round(gaps * _MILLISECONDS)), return_inverse=True)
    if len(milliseconds) <= _MOST_GAPS:
        return milliseconds / _MILLISECONDS, places
    _alike, groups = np.unique(np.round(np.log(milliseconds) * 1000), return_inverse=True)
    places = groups[places]
    return np.bincount(places, gaps) / np.bincount(places), places


def _per_hour(log_half_life: float) -> float:
    return exp(-log(2) / exp(log_half_life))


def _highest(height: Callable[[float], float], low: float, high: float) -> float:
    """Where a function with one top is highest: golden section."""
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = height(left), height(right)
    for _round in range(_HALVINGS):
        if at_left >= at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = height(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = height(right)
    return (low + high) / 2


def _crossing(height: Callable[[float], float], level: float, inside: float, end: float) -> float | None:
    """Between a point above the level and an end, where it is crossed; None if the end lies above it too."""
    if height(end) >= level:
        return None
    for _round in range(_HALVINGS):
        between = (inside + end) / 2
        inside, end = (between, end) if height(between) >= level else (inside, between)
    return exp((inside + end) / 2)
