"""About how much of the time lay in each zone, where each answer owns the hours around it."""

from collections.abc import Sequence
from typing import NamedTuple

from companion.domain.metrics.ratings import Answers
from companion.domain.zone import Zone

LONGEST_SIDE_HOURS = 2.0
WAKING_HOURS = 16.0


class TimeInZones(NamedTuple):
    """Shares of the owned hours, which sum to 1, and the share of waking hours that are owned, 0 to 1."""

    shares: dict[Zone, float]
    owned_hours: float
    coverage: float


def owned_hours(hours: Sequence[float], days: Sequence[int], longest: float = LONGEST_SIDE_HOURS) -> list[float]:
    """The hours that each report owns: half the gap to each neighbour of its day, at most `longest` on a side.

    Nothing is owned before a day's first and after its last report, and no night is bridged.
    """
    owned = [0.0] * len(hours)
    for index in range(1, len(hours)):
        if days[index] == days[index - 1]:
            half = min(longest, (hours[index] - hours[index - 1]) / 2)
            owned[index] += half
            owned[index - 1] += half
    return owned


def owned_by_day(answers: Answers) -> list[list[float]]:
    """The hours that were owned on each day that has answers: those of each zone in the order of `Zone`."""
    zones = list(Zone)
    by_day: dict[int, list[float]] = {}
    for zone, day, own in zip(answers.zones, answers.days, owned_hours(answers.hours, answers.days), strict=True):
        by_day.setdefault(day, [0.0] * len(zones))[zones.index(zone)] += own
    return list(by_day.values())


def time_in_zones(answers: Answers, waking_hours: float = WAKING_HOURS) -> TimeInZones | None:
    """Nearest-report ownership over the days that have answers; None if no answer owns any time.

    `waking_hours` is how long a day is taken to be. Thinned real data shows no gain over the share of check-ins:
    it is "about", and stands second.
    """
    owned = owned_hours(answers.hours, answers.days)
    total = sum(owned)
    if not total:
        return None
    days = len(set(answers.days))
    shares = {
        zone: sum(own for at, own in zip(answers.zones, owned, strict=True) if at is zone) / total for zone in Zone
    }
    return TimeInZones(shares, total, min(1.0, total / (waking_hours * days)))
