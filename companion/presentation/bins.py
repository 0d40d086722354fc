"""Bins: check-ins too many to draw one by one, as a middle value and the range where eight in ten of them lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from companion.domain.day_summary import DaySummary, added_counts, quantile_of_counts
from companion.domain.mark import Mark
from companion.domain.period import SECONDS_A_DAY, Period, day_wall

LOW_SHARE, MIDDLE_SHARE, HIGH_SHARE = 0.1, 0.5, 0.9
DAYS_A_WEEK = 7
_SHORT_BINS_IN_MINUTES = (5, 10, 15, 30, 60, 120, 180, 360)


@dataclass(frozen=True, slots=True)
class Bin:
    """Check-ins between `start` and `end` (wall seconds): quantiles 0.1, 0.5 and 0.9 in arousal points."""

    start: float
    end: float
    low: float
    middle: float
    high: float
    count: int


def days_per_bin(days: int, most: int) -> int:
    """The fewest days a bin must hold so that there are at most `most`; whole weeks once it is more than three."""
    fewest = max(1, -(-days // max(1, most)))
    return fewest if fewest <= DAYS_A_WEEK // 2 else -(-fewest // DAYS_A_WEEK) * DAYS_A_WEEK


def bins_of_days(days: Sequence[DaySummary], period: Period, day_start: time, length: int) -> tuple[Bin, ...]:
    """Bins of `length` whole days from the period's first day on; days without check-ins leave no bin."""
    groups: dict[int, list[DaySummary]] = {}
    for day in days:
        groups.setdefault((day.day - period.first).days // length, []).append(day)
    end_of_all = period.wall_span(day_start)[1]
    bins = []
    for number, group in groups.items():
        start = day_wall(period.first + timedelta(number * length), day_start)
        bins.append(_bin(start, min(start + length * SECONDS_A_DAY, end_of_all), added_counts(group)))
    return tuple(found for found in bins if found is not None)


def bins_of_marks(marks: Iterable[Mark], period: Period, day_start: time, most: int) -> tuple[Bin, ...]:
    """Bins of some minutes or hours for a period of few days, at most `most` of them where that is possible."""
    start, end = period.wall_span(day_start)
    length = next((m * 60.0 for m in _SHORT_BINS_IN_MINUTES if (end - start) / (m * 60) <= most), 6 * 3600.0)
    groups: dict[int, dict[int, int]] = {}
    for mark in marks:
        if mark.arousal is not None:
            counts = groups.setdefault(int((mark.at + mark.offset - start) // length), {})
            counts[mark.arousal] = counts.get(mark.arousal, 0) + 1
    bins = (_bin(start + number * length, start + (number + 1) * length, groups[number]) for number in sorted(groups))
    return tuple(found for found in bins if found is not None)


def _bin(start: float, end: float, counts: dict[int, int]) -> Bin | None:
    low, middle, high = (quantile_of_counts(counts, share) for share in (LOW_SHARE, MIDDLE_SHARE, HIGH_SHARE))
    if low is None or middle is None or high is None:
        return None
    return Bin(start, end, low, middle, high, sum(counts.values()))
