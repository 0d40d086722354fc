"""How much ratings change from one to the next of the same day."""

from math import sqrt

from companion.domain.metrics.day_sums import GROWTH, Sums


def mssd(sums: Sums) -> float | None:
    """The mean of squared successive differences, in squared points; None without pairs.

    von Neumann et al. 1941; over pairs that exist, as relativeVariability::MSSD. psych::mssd divides by the ratings
    less one and comes out too small where some are missing. Tested against R.
    """
    return sums.changes / sums.pairs if sums.pairs else None


def rmssd(sums: Sums) -> float | None:
    """The root of `mssd`, in points; None without pairs. Tested against R."""
    squared = mssd(sums)
    return None if squared is None else sqrt(squared)


def mssd_time_adjusted(sums: Sums, median_gap: float | None, growth: float = GROWTH) -> float | None:
    """`mssd` as if every pair were `median_gap` hours apart, in squared points; None without pairs.

    Jahng, Wood & Trull 2008, 10.1037/a0014173: differences grow with (h / median)^lambda; at lambda 0.5 as a random
    walk. `growth` is the lambda the sums were made with. Tested against R.
    """
    if not sums.pairs or median_gap is None:
        return None
    return float(sums.adjusted * median_gap ** (2 * growth) / sums.pairs)


def pac(sums: Sums) -> float | None:
    """The share of pairs, 0 to 1, that differ by at least the acute size; None without pairs.

    Probability of acute change: Jahng, Wood & Trull 2008, 10.1037/a0014173. Tested against R.
    """
    return (sums.ups + sums.downs) / sums.pairs if sums.pairs else None


def pac_up(sums: Sums) -> float | None:
    """The part of `pac` that goes up."""
    return sums.ups / sums.pairs if sums.pairs else None


def pac_down(sums: Sums) -> float | None:
    """The part of `pac` that goes down."""
    return sums.downs / sums.pairs if sums.pairs else None
