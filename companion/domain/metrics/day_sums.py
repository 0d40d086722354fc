"""What is added up of one day's ratings: every average of this room is a function of such sums.

Sums of days can be added, so a number over any set of days, drawn again or not, needs no rating twice.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from companion.domain.metrics.ratings import LONGEST_PAIR_HOURS, Ratings, pairs_of

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
    sums: dict[int, list[float]] = {}
    for value, day in zip(ratings.values, ratings.days, strict=True):
        row = sums.get(day)
        if row is None:
            row = sums[day] = [0.0] * len(Sums._fields)
        row[0] += 1
        row[1] += value
        row[2] += value * value
    power = 2 * growth
    for day, first, second, gap in pairs_of(ratings, longest):
        row, change = sums[day], second - first
        row[3] += 1
        row[4] += change * change
        row[5] += change * change / gap**power
        row[6] += change >= acute
        row[7] += change <= -acute
        row[8] += first
        row[9] += second
        row[10] += first * first
        row[11] += first * second
    return [Sums(*row) for row in sums.values()]


def added(sums: Iterable[Sums]) -> Sums:
    """The sums of several days together."""
    columns: Sequence[Sequence[float]] = list(zip(*sums, strict=True))
    return Sums(*map(sum, columns)) if columns else Sums()
