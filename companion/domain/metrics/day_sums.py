"""What is added up of one day's ratings: every average of this room is a function of such sums.

Sums of days can be added, so a number over any set of days, drawn again or not, needs no rating twice.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from companion.domain.metrics.ratings import LONGEST_PAIR_HOURS, Floats, Ratings, by_day_of, pairs_of

ACUTE = 25.0
GROWTH = 0.5


class Sums(NamedTuple):
    """Sums over ratings x and over pairs (a, b) with D = b - a, h hours apart.

    `ups` and `downs` count changes of at least the acute size; `adjusted` adds D^2 / h^(2 lambda).
    """

    ratings: float = 0
    total: float = 0
    squares: float = 0
    pairs: float = 0
    changes: float = 0
    adjusted: float = 0
    ups: float = 0
    downs: float = 0
    firsts: float = 0
    seconds: float = 0
    first_squares: float = 0
    products: float = 0


def sums_by_day(
    ratings: Ratings, acute: float = ACUTE, growth: float = GROWTH, longest: float = LONGEST_PAIR_HOURS
) -> list[Sums]:
    """The sums of each day that has ratings, in order; `acute` in points, `growth` is lambda, `longest` in hours."""
    values = np.asarray(ratings.values, float)
    days, of_rating = by_day_of(ratings.days)
    pairs = pairs_of(ratings, longest)
    of_pair = np.searchsorted(days, pairs.days)
    changes = pairs.seconds - pairs.firsts
    squared = changes * changes

    def of_ratings(what: Floats | None = None) -> Floats:
        return np.bincount(of_rating, what, len(days)).astype(float)

    def of_pairs(what: Floats | None = None) -> Floats:
        return np.bincount(of_pair, what, len(days)).astype(float)

    columns = {
        "ratings": of_ratings(),
        "total": of_ratings(values),
        "squares": of_ratings(values * values),
        "pairs": of_pairs(),
        "changes": of_pairs(squared),
        "adjusted": of_pairs(squared / pairs.gaps ** (2 * growth)),
        "ups": of_pairs((changes >= acute).astype(float)),
        "downs": of_pairs((changes <= -acute).astype(float)),
        "firsts": of_pairs(pairs.firsts),
        "seconds": of_pairs(pairs.seconds),
        "first_squares": of_pairs(pairs.firsts * pairs.firsts),
        "products": of_pairs(pairs.firsts * pairs.seconds),
    }
    return [Sums(*row) for row in np.array([columns[name] for name in Sums._fields]).T.tolist()]


def added(sums: Iterable[Sums]) -> Sums:
    """The sums of several days together."""
    columns: Sequence[Sequence[float]] = list(zip(*sums, strict=True))
    return Sums(*map(sum, columns)) if columns else Sums()
