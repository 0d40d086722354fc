"""Bins: check-ins too many to draw one by one, as a middle value and the range where eight in ten of them lie."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from companion.domain.day_summary import DaySummary, added_counts, added_zones, quantile_of_counts
from companion.domain.mark import Mark
from companion.domain.period import SECONDS_A_DAY, Period, day_wall
from companion.domain.zone import Zone

LOW_SHARE, MIDDLE_SHARE, HIGH_SHARE = 0.1, 0.5, 0.9
DAYS_A_WEEK = 7
_SHORT_BINS_IN_MINUTES = (5, 10, 15, 30, 60, 120, 180, 360)


@dataclass(frozen=True, slots=True)
class Bin:
    """Check-ins between `start` and `end` (wall seconds): quantiles 0.1, 0.5 and 0.9 in arousal points.

    `count` counts those that name an energy, `levels` each of these; `zones` the answers about the window of all.
    """

    start: float
    end: float
    low: float
    middle: float
    high: float
    count: int
    zones: dict[Zone | None, int] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)


def days_per_bin(days: int, most: int) -> int:
    """The fewest days a bin must hold so that there are at most `most`; whole weeks once it is more than three."""
    fewest = max(1, -(-days // max(1, most)))
    return fewest if fewest <= DAYS_A_WEEK // 2 else -(-fewest // DAYS_A_WEEK) * DAYS_A_WEEK


def bins_of_days(
    days: Sequence[DaySummary], period: Period, day_start: time, length: int, counted_from: date | None = None
) -> tuple[Bin, ...]:
    """Bins of `length` whole days from the period's first day on, or so that one begins at `counted_from`.

    Days without check-ins leave no bin.
    """
    origin = counted_from or period.first
    groups: dict[int, list[DaySummary]] = {}
    for day in days:
        groups.setdefault((day.day - origin).days // length, []).append(day)
    end_of_all = period.wall_span(day_start)[1]
    bins = []
    for number, group in groups.items():
        start = day_wall(origin + timedelta(number * length), day_start)
        end = min(start + length * SECONDS_A_DAY, end_of_all)
        bins.append(_bin(start, end, added_counts(group), added_zones(group)))
    return tuple(found for found in bins if found is not None)


def bins_of_marks(marks: Iterable[Mark], period: Period, day_start: time, most: int) -> tuple[Bin, ...]:
    """Bins of some minutes or hours for a period of few days, at most `most` of them where that is possible."""
    start, end = period.wall_span(day_start)
    length = next((m * 60.0 for m in _SHORT_BINS_IN_MINUTES if (end - start) / (m * 60) <= most), 6 * 3600.0)
    groups: dict[int, tuple[Counter[int], Counter[Zone | None]]] = {}
    for mark in marks:
        number = int((mark.at + mark.offset - start) // length)
        counts, zones = groups.setdefault(number, (Counter(), Counter()))
        zones[mark.zone] += 1
        if mark.arousal is not None:
            counts[mark.arousal] += 1
    bins = (
        _bin(start + number * length, start + (number + 1) * length, counts, dict(zones))
        for number, (counts, zones) in sorted(groups.items())
    )
    return tuple(found for found in bins if found is not None)


def _bin(start: float, end: float, counts: dict[int, int], zones: dict[Zone | None, int]) -> Bin | None:
    low, middle, high = (quantile_of_counts(counts, share) for share in (LOW_SHARE, MIDDLE_SHARE, HIGH_SHARE))
    if low is None or middle is None or high is None:
        return None
    return Bin(start, end, low, middle, high, sum(counts.values()), zones, counts)


def middle_of_bins(bins: Iterable[Bin]) -> float | None:
    """The median of everything in them, in arousal points."""
    levels: dict[int, int] = {}
    for found in bins:
        for level, count in found.levels.items():
            levels[level] = levels.get(level, 0) + count
    return quantile_of_counts(levels, MIDDLE_SHARE)
