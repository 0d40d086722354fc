"""Coming back: how long it takes from outside the window to inside again, as far as check-ins can tell."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from companion.domain.columns import ZONES
from companion.domain.metrics.ratings import LONGEST_PAIR_HOURS, ROUNDING, Answers, Floats, Ints
from companion.domain.zone import Zone

_Z95 = 1.959963984540054
_TOLERANCE = 2.0**-26  # R's, for "exactly one half"


class Episode(NamedTuple):
    """Hours from the first report outside to the return, or, if none was seen, for how long none was."""

    hours: float
    has_returned: bool


class Episodes(NamedTuple):
    """One episode at each place, as in `Episode`."""

    hours: Floats
    has_returned: NDArray[np.bool_]


class Curve(NamedTuple):
    """The share still outside after so many hours, with R's 95 % limits; nan where they are not defined."""

    hours: Floats
    outside: Floats
    low: Floats
    high: Floats


class Return(NamedTuple):
    """The median time to return in hours, with its 95 % limits; None where the curve does not reach one half."""

    median: float | None
    low: float | None
    high: float | None


def episodes(answers: Answers, longest: float = LONGEST_PAIR_HOURS) -> Episodes:
    """Episodes outside, each within one day; "not sure" says nothing and is left out.

    One begins with the first report outside after one inside, or with the first of a day. The return is half way
    between the last report outside and the first inside; where the day ends first, or more than `longest` hours
    pass without a report, it was not seen. De Calheiros Velozo et al. 2023; Schreuder et al. 2024,
    10.1080/02699931.2024.2423706.
    """
    outside, hours, days = _reports(answers)
    if not outside.any():
        return Episodes(np.zeros(0), np.zeros(0, bool))
    goes_on = (days[1:] == days[:-1]) & outside[1:] & outside[:-1]
    first = np.flatnonzero(outside & ~np.append(False, goes_on))
    last = np.flatnonzero(outside & ~np.append(goes_on, False))
    is_far = np.diff(hours) > longest + ROUNDING
    # The last report before nothing was heard for too long, where that comes before the run of reports ends.
    silent = np.append(np.flatnonzero(goes_on & is_far), len(hours))
    known = np.minimum(last, silent[np.searchsorted(silent, first)])
    after = np.minimum(known + 1, len(hours) - 1)
    has_returned = (known == last) & (after > known) & (days[after] == days[known])
    has_returned &= hours[after] - hours[known] <= longest + ROUNDING
    ended = np.where(has_returned, (hours[known] + hours[after]) / 2, hours[known])
    # Equal times have to be equal: hours since 1970 are no finer than a few microseconds.
    return Episodes(np.round(ended - hours[first], 9), has_returned)


def return_curve(found: Episodes | Sequence[Episode]) -> Curve:
    """Kaplan & Meier 1958, with Greenwood's variance and limits on the log scale. Tested as R's survfit."""
    ends, has_returned = _columns(found)
    hours, places = np.unique(ends, return_inverse=True)
    ended = np.bincount(places, minlength=len(hours))
    returns = np.bincount(places[has_returned], minlength=len(hours))
    at_risk = len(ends) - np.append(0, ended.cumsum()[:-1])[: len(hours)]
    outside = np.cumprod(1 - returns / at_risk)
    left = at_risk - returns
    variance = np.cumsum(np.where(left > 0, returns / (at_risk * np.maximum(left, 1.0)), 0.0))
    with np.errstate(divide="ignore", invalid="ignore"):
        middle, reach = np.log(outside), _Z95 * np.sqrt(variance)
        low, high = np.exp(middle - reach), np.minimum(1.0, np.exp(middle + reach))
    nowhere = outside <= 0
    low[nowhere] = high[nowhere] = np.nan
    return Curve(hours, outside, low, high)


def time_to_return(found: Episodes | Sequence[Episode]) -> Return:
    """The median time to return.

    As R's survfit: where the curve lies at exactly one half, the middle between that and the next return. It cannot
    be finer than the time between prompts: up to `gates.FLOOR_HOURS` it reads "2 h or less".
    """
    curve = return_curve(found)
    return Return(*(_halved(curve.hours, shares) for shares in (curve.outside, curve.low, curve.high)))


def _reports(answers: Answers) -> tuple[NDArray[np.bool_], Floats, Ints]:
    """Which reports were outside, with hours and days; without those that were not sure."""
    zones = np.asarray(answers.zones, np.int64)
    sure = zones != ZONES.index(Zone.UNSURE)
    outside = zones[sure] != ZONES.index(Zone.INSIDE)
    return outside, np.asarray(answers.hours, float)[sure], np.asarray(answers.days, np.int64)[sure]


def _columns(found: Episodes | Sequence[Episode]) -> Episodes:
    if isinstance(found, Episodes):
        return found
    return Episodes(
        np.array([one.hours for one in found], float), np.array([one.has_returned for one in found], bool)
    )


def _halved(hours: Floats, shares: Floats) -> float | None:
    below = np.flatnonzero(shares < 0.5 + _TOLERANCE)
    if not below.size:
        return None
    at, first = hours[below[0]], shares[below[0]]
    later = below[shares[below] < first]
    if abs(first - 0.5) < _TOLERANCE and later.size:
        return float(at + hours[later[0]]) / 2
    return float(at)
