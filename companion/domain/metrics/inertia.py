"""How much of a rating carries over into the next one.

Individual estimates from less than three to four weeks are mostly noise, and the error of a single rating makes
them smaller than what they estimate: with 27 % error variance about 0.73 of it (Dejonckheere et al. 2022).
"""

from collections.abc import Callable
from math import exp, inf, log, pi
from typing import NamedTuple

from companion.domain.metrics.day_sums import Sums
from companion.domain.metrics.descriptive import mean
from companion.domain.metrics.ratings import Ratings

SHORTEST_HALF_LIFE = 1 / 60
LONGEST_HALF_LIFE = 24 * 30.0
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
        values, hours, days = ratings
        self.count = len(values)
        self.varies = len(set(values)) > 1
        self.starts: list[float] = []
        by_gap: dict[float, list[float]] = {}
        for index, value in enumerate(values):
            gap = hours[index] - hours[index - 1] if index and days[index] == days[index - 1] else 0.0
            if gap <= 0:
                self.starts.append(value)
                continue
            before = values[index - 1]
            # To the millisecond: hours since 1970 are no finer than a few microseconds.
            row = by_gap.get(seconds := round(gap * 3600, 3))
            if row is None:
                row = by_gap[seconds] = [0.0] * 6
            row[0] += 1
            row[1] += before
            row[2] += value
            row[3] += before * before
            row[4] += value * value
            row[5] += before * value
        self.by_gap = by_gap

    @property
    def can_be_fitted(self) -> bool:
        return self.varies and bool(self.by_gap) and self.count > 2

    def fit(self, per_hour: float) -> tuple[float, float, float]:
        """Mean, standard deviation and log-likelihood, the likeliest at that correlation."""
        ones = float(len(self.starts))
        total, squares, determinant = sum(self.starts), sum(value * value for value in self.starts), 0.0
        decay = log(per_hour)
        for seconds, (count, a, b, aa, bb, ab) in self.by_gap.items():
            carried = exp(decay * seconds / 3600)
            left = 1 - carried * carried
            ones += count * (1 - carried) ** 2 / left
            total += (1 - carried) * (b - carried * a) / left
            squares += (bb - 2 * carried * ab + carried * carried * aa) / left
            determinant += count * log(left)
        mu = total / ones
        variance = (squares - mu * total) / self.count
        if variance <= 0:
            return mu, 0.0, -inf
        return mu, variance**0.5, -self.count / 2 * (log(2 * pi * variance) + 1) - determinant / 2


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
