"""The likely range of a number for these days: days drawn again with replacement, whole days at a time.

Ratings of one day hang together, so days are drawn and not single ratings (Davison & Hinkley 1997).
On real data such a nominal 90 % range covered 69 to 78 %: it is called "likely range for these days", not "certain".
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from companion.domain.metrics.day_sums import Sums
from companion.domain.metrics.ratings import Floats, Ratings, by_day_of

ROUNDS = 500
TAIL = 0.05
_SEED = 20261122  # the same days give the same range


class Range(NamedTuple):
    """The 5 % and the 95 % point."""

    low: float
    high: float


class DrawnDays:
    """`rounds` times as many days as there are, drawn once and used for every number.

    `times` says for each round how often each day was drawn.
    """

    def __init__(self, days: int, rounds: int = ROUNDS, seed: int = _SEED) -> None:
        # This generator draws the same on every machine and with every numpy; newer ones do not promise that.
        drawn = np.random.RandomState(seed).randint(0, max(1, days), (rounds if days else 0, days))
        drawn += days * np.arange(len(drawn))[:, None]
        self.times: Floats = np.bincount(drawn.ravel(), minlength=drawn.size).reshape(drawn.shape).astype(float)

    def sums(self, by_day: Sequence[Sums]) -> list[Sums]:
        """The sums of each round."""
        return [Sums(*row) for row in self.totals(np.array(by_day)).tolist()] if len(by_day) else []

    def totals(self, by_day: Floats) -> Floats:
        """What each round's days add up to, a row for each round; `by_day` has a row for each day."""
        return self.times @ by_day

    def median_range(self, ratings: Ratings) -> Range | None:
        """The range of the median of these ratings, in points; they have to be of as many days as are drawn."""
        if not len(self.times):
            return None
        points, values = np.unique(np.asarray(ratings.values, float), return_inverse=True)
        days, places = by_day_of(ratings.days)
        cells = np.bincount(places * len(points) + values, minlength=len(days) * len(points))
        up_to = cells.reshape(len(days), len(points)).cumsum(axis=1)
        # A round's median is the first point up to which half of its ratings lie.
        over = self.times @ (up_to - up_to[:, -1:] / 2)
        shares = (over >= 0).mean(axis=0)
        low, high = (points[np.argmax(shares >= share)] for share in (TAIL, 1 - TAIL))
        return Range(float(low), float(high))


@lru_cache(maxsize=4)
def drawn_days(days: int, seed: int = _SEED) -> DrawnDays:
    """`DrawnDays`, kept for the other numbers of a page; ten years are 15 MB: `cache_clear` lets go of them."""
    return DrawnDays(days, seed=seed)


def range_of(rounds: Sequence[Sums], number: Callable[[Sums], float | None]) -> Range | None:
    """The range of a number of sums; None where it is not defined in most rounds."""
    return range_among(len(rounds), [value for value in map(number, rounds) if value is not None])


def range_among(rounds: int, values: Sequence[float]) -> Range | None:
    """The range of what so many rounds brought; None where fewer than half of them brought anything."""
    if not values or len(values) * 2 < rounds:
        return None
    ordered = sorted(values)
    return Range(quantile(ordered, TAIL), quantile(ordered, 1 - TAIL))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The `share` quantile (0 to 1) of sorted values (Hyndman & Fan 1996, type 7, R's default)."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
