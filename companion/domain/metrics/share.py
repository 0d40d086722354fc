"""The share of check-ins in each zone, with the interval that belongs to it."""

from math import sqrt
from typing import NamedTuple

import numpy as np

from companion.domain.columns import ZONES
from companion.domain.metrics.ratings import Answers, Ratings, WholeNumbers
from companion.domain.zone import Zone

NINETY_PERCENT = 1.6448536269514722


class Share(NamedTuple):
    """`value`, `low` and `high` run from 0 to 1."""

    value: float
    low: float
    high: float


def wilson(hits: int, count: int, z: float = NINETY_PERCENT) -> Share | None:
    """The share of `hits` with its interval, 90 % unless told; None if `count` is 0.

    Wilson 1927. Tested against R.
    """
    if not count:
        return None
    share = hits / count
    middle = share + z * z / (2 * count)
    reach = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    scale = 1 + z * z / count
    low, high = max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)
    # At none and at all the interval ends exactly there, whatever rounding says.
    return Share(share, min(share, low), max(share, high))


def shares(zones: WholeNumbers) -> dict[Zone, Share] | None:
    """The share of each of the five answers, given as places in `ZONES`; they sum to 1. None without answers."""
    hits = np.bincount(np.asarray(zones, np.int64), minlength=len(ZONES)).tolist()
    found = {zone: wilson(hit, len(zones)) for zone, hit in zip(ZONES, hits, strict=True)}
    return {zone: share for zone, share in found.items() if share is not None} or None


def as_ratings(answers: Answers, zone: Zone) -> Ratings:
    """Answers as ratings of 1 for that zone and 0 for another: their mean is its share."""
    hits = np.asarray(answers.zones, np.int64) == ZONES.index(zone)
    return Ratings(hits.astype(float), answers.hours, answers.days)
