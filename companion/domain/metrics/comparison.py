"""Two periods side by side: whether there is a clear difference between them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from companion.domain.metrics.bootstrap import drawn_days, range_among
from companion.domain.metrics.day_sums import Sums, added

LEAST_POINTS = 5.0
LEAST_SHARE = 0.10
PRACTICE_DAYS = 14


class Difference(NamedTuple):
    """The later period less the earlier one, with its likely range; clear only if both tests hold."""

    value: float
    low: float
    high: float
    is_clear: bool


def difference(
    earlier: Sequence[Sums], later: Sequence[Sums], number: Callable[[Sums], float | None], least: float
) -> Difference | None:
    """How a number of two periods differs, given the sums of each of their days; None where it is not defined.

    Clear if the range over days drawn again leaves out 0 and the difference is at least `least`: 5 points, or 0.10
    of a share. Both periods have to pass the number's gate by themselves, and the first 14 days of all, while the
    line is still new, belong to neither (`without_practice`).
    """
    before, after = number(added(earlier)), number(added(later))
    if before is None or after is None:
        return None
    rounds = [
        (number(one), number(other))
        for one, other in zip(
            drawn_days(len(earlier)).sums(earlier), drawn_days(len(later), seed=1).sums(later), strict=True
        )
    ]
    reach = range_among(len(rounds), [b - a for a, b in rounds if a is not None and b is not None])
    if reach is None:
        return None
    value = after - before
    leaves_out_nothing = reach.low <= 0 <= reach.high
    return Difference(value, *reach, not leaves_out_nothing and abs(value) >= least)


def without_practice(days: Sequence[int], first_day: int) -> list[int]:
    """The day numbers that are not among the first 14 since the person's very first day with check-ins."""
    return [day for day in days if day - first_day >= PRACTICE_DAYS]
