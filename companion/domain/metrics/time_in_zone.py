"""About how much of the time lay in each zone, where each answer owns the hours around it."""

from typing import NamedTuple

import numpy as np

from companion.domain.columns import ZONES
from companion.domain.metrics.ratings import Answers, Floats, Numbers, WholeNumbers, by_day_of
from companion.domain.zone import Zone

LONGEST_SIDE_HOURS = 2.0
WAKING_HOURS = 16.0


class TimeInZones(NamedTuple):
    """Shares of the owned hours, which sum to 1, and the share of waking hours that are owned, 0 to 1."""

    shares: dict[Zone, float]
    owned_hours: float
    coverage: float


def owned_hours(hours: Numbers, days: WholeNumbers, longest: float = LONGEST_SIDE_HOURS) -> Floats:
    """The hours that each report owns: half the gap to each neighbour of its day, at most `longest` on a side.

    Nothing is owned before a day's first and after its last report, and no night is bridged.
    """
    of_day = np.asarray(days, np.int64)
    halves = np.minimum(longest, np.diff(np.asarray(hours, float)) / 2)
    halves[of_day[1:] != of_day[:-1]] = 0
    owned = np.zeros(len(of_day))
    owned[1:] += halves
    owned[:-1] += halves
    return owned


def owned_by_day(answers: Answers) -> Floats:
    """The hours that were owned on each day that has answers, a row each: those of each zone, as in `ZONES`."""
    days, places = by_day_of(answers.days)
    cells = places * len(ZONES) + np.asarray(answers.zones, np.int64)
    owned = np.bincount(cells, owned_hours(answers.hours, answers.days), len(days) * len(ZONES))
    return owned.astype(float).reshape(len(days), len(ZONES))


def time_in_zones(answers: Answers, waking_hours: float = WAKING_HOURS) -> TimeInZones | None:
    """Nearest-report ownership over the days that have answers; None if no answer owns any time.

    `waking_hours` is how long a day is taken to be. Thinned real data shows no gain over the share of check-ins:
    it is "about", and stands second.
    """
    by_day = owned_by_day(answers)
    by_zone = by_day.sum(axis=0)
    total = float(by_zone.sum())
    if not total:
        return None
    shares = dict(zip(ZONES, (by_zone / total).tolist(), strict=True))
    return TimeInZones(shares, total, min(1.0, total / (waking_hours * len(by_day))))
