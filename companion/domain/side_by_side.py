"""Two sets of check-ins side by side: their numbers, and whether there is a clear difference between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from typing import NamedTuple

from companion.domain.columns import Columns
from companion.domain.figures import Figure, figure_of
from companion.domain.metrics import gates
from companion.domain.metrics.bootstrap import drawn_days, range_of
from companion.domain.metrics.comparison import LEAST_POINTS, LEAST_SHARE, Difference, difference
from companion.domain.metrics.day_sums import Sums, added, sums_by_day
from companion.domain.metrics.descriptive import mean, relative_sd
from companion.domain.metrics.gates import Gate
from companion.domain.metrics.ratings import answers_of, ratings_of
from companion.domain.metrics.share import as_ratings, wilson
from companion.domain.zone import Zone


class Pair(NamedTuple):
    """A number of both; `difference` is the second less the first, None unless both passed their gate."""

    name: str
    first: Figure
    second: Figure
    difference: Difference | None

    @property
    def is_clear(self) -> bool:
        """True if both tests hold: the range leaves out 0, and it is at least 5 points, or 0.10 of a share."""
        return self.difference is not None and self.difference.is_clear


class _Number(NamedTuple):
    name: str
    of: Callable[[Sums], float | None]
    gate: Gate
    least: float


_LEVEL = _Number("mean", mean, gates.LEVEL, LEAST_POINTS)
_INSIDE = _Number("share.inside", mean, gates.LEVEL, LEAST_SHARE)
_STEADINESS = _Number("relative_sd", relative_sd, gates.VARIATION, LEAST_SHARE)


def side_by_side(
    first: Columns, second: Columns, day_start: time, *, with_steadiness: bool = True
) -> tuple[Pair, ...]:
    """Mean, share inside and, if wanted, relative standard deviation of the scheduled check-ins of both."""
    levels, answers = ([of(each, day_start) for each in (first, second)] for of in (_levels, _inside))
    pairs = [_pair(_LEVEL, *levels), _pair(_INSIDE, *answers)]
    return (*pairs, _pair(_STEADINESS, *levels)) if with_steadiness else tuple(pairs)


def _levels(columns: Columns, day_start: time) -> list[Sums]:
    return sums_by_day(ratings_of(columns, day_start))


def _inside(columns: Columns, day_start: time) -> list[Sums]:
    return sums_by_day(as_ratings(answers_of(columns, day_start, only_scheduled=True), Zone.INSIDE))


def _pair(number: _Number, first: Sequence[Sums], second: Sequence[Sums]) -> Pair:
    one, other = _figure(number, first), _figure(number, second)
    is_open = one.is_open and other.is_open
    return Pair(number.name, one, other, difference(first, second, number.of, number.least) if is_open else None)


def _figure(number: _Number, by_day: Sequence[Sums]) -> Figure:
    whole = added(by_day)
    value = number.of(whole)
    counted = int(whole.ratings), len(by_day), int(whole.pairs)
    if number is _INSIDE:
        share = wilson(round(whole.total), int(whole.ratings))
        return figure_of(value, number.gate, counted, None if share is None else share[1:])
    return figure_of(value, number.gate, counted, range_of(drawn_days(len(by_day)).sums(by_day), number.of))
