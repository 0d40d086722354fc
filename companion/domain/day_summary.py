"""One day of check-ins counted: enough for the widest chart ranges without reading every check-in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from companion.domain.zone import Zone


@dataclass(frozen=True, slots=True)
class DaySummary:
    """Counts of one of the person's days.

    `zones` counts answers per zone (None for no answer) and `arousal` counts check-ins per arousal value 0..100,
    so that medians and ranges of any number of days are exact.
    """

    day: date
    check_ins: int = 0
    scheduled: int = 0
    zones: dict[Zone | None, int] = field(default_factory=dict)
    arousal: dict[int, int] = field(default_factory=dict)


def quantile_of_counts(counts: dict[int, int], share: float) -> float | None:
    """The `share` quantile (0..1) of values given as value → count, or None if there are none.

    Linear interpolation between order statistics (Hyndman & Fan 1996, type 7, R's default); points of arousal.
    """
    total = sum(counts.values())
    if total == 0:
        return None
    place = share * (total - 1)
    low, high = _ranked(counts, int(place)), _ranked(counts, min(int(place) + 1, total - 1))
    return low + (high - low) * (place - int(place))


def added_counts(summaries: Iterable[DaySummary]) -> dict[int, int]:
    """The arousal counts of several days together."""
    total: dict[int, int] = {}
    for summary in summaries:
        for value, count in summary.arousal.items():
            total[value] = total.get(value, 0) + count
    return total


def added_zones(summaries: Iterable[DaySummary]) -> dict[Zone | None, int]:
    """The answers of several days together."""
    total: dict[Zone | None, int] = {}
    for summary in summaries:
        for zone, count in summary.zones.items():
            total[zone] = total.get(zone, 0) + count
    return total


def _ranked(counts: dict[int, int], rank: int) -> int:
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if rank < passed:
            return value
    raise IndexError(rank)
