"""Where ratings lie and how widely: mean, median, standard deviation, and the latter seen from what was possible."""

from math import floor, sqrt

import numpy as np

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.metrics.day_sums import Sums
from companion.domain.metrics.ratings import Numbers


def mean(sums: Sums) -> float | None:
    """The mean in points, or None without ratings. Tested against R base."""
    return sums.total / sums.ratings if sums.ratings else None


def median(values: Numbers) -> float | None:
    """The median in points, or None without ratings. Tested against R base."""
    return float(np.median(values)) if len(values) else None


def sd(sums: Sums) -> float | None:
    """The standard deviation in points, with n - 1; None for fewer than two ratings. Tested against R base."""
    if sums.ratings < 2:
        return None
    return sqrt(max(0.0, sums.squares - sums.total**2 / sums.ratings) / (sums.ratings - 1))


def max_variance(mean: float, count: int, lowest: float = LOWEST, highest: float = HIGHEST) -> float:
    """The largest variance that `count` >= 2 ratings with that mean can have between `lowest` and `highest`.

    Mestdagh et al. 2018, 10.1037/met0000153: as many as fit at both ends, one rating for the rest.
    Tested against relativeVariability 1.1.
    """
    # A mean of whole ratings times their number is whole: what division left over must not move a rating.
    share = count * (mean - lowest) / (highest - lowest)
    at_highest = round(share) if abs(share - round(share)) < 1e-9 else floor(share)
    at_highest = min(at_highest, count - 1)
    at_lowest = count - 1 - at_highest
    rest = count * mean - at_lowest * lowest - at_highest * highest
    squares = at_lowest * (lowest - mean) ** 2 + at_highest * (highest - mean) ** 2 + (mean - rest) ** 2
    return squares / (count - 1)


def relative_sd(sums: Sums, lowest: float = LOWEST, highest: float = HIGHEST) -> float | None:
    """The standard deviation as a share, 0 to 1, of the largest possible with this mean; None at either end.

    Mestdagh et al. 2018, 10.1037/met0000153. A mean near an end of the line leaves less room for variation, which
    is why only this one, and never the standard deviation, may be called steadier or less steady.
    Tested against relativeVariability 1.1.
    """
    spread, at = sd(sums), mean(sums)
    if spread is None or at is None or not lowest < at < highest:
        return None
    return spread / sqrt(max_variance(at, int(sums.ratings), lowest, highest))


def time_weighted_mean(values: Numbers, owned: Numbers) -> float | None:
    """The mean in points where each rating counts by the hours that are its own; None if there are none."""
    total = float(np.sum(owned))
    return float(np.dot(values, owned)) / total if total else None
