"""The whole history at a glance, for the brush under the chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.presentation.bins import Bin, bins_of_days, days_per_bin

if TYPE_CHECKING:
    from companion.application.insights import Look
    from companion.domain.period import Period

MOST_BINS = 240


@dataclass(frozen=True, slots=True)
class Overview:
    """Every day from the first check-in to today or the last one, from `start` to `end` in wall seconds."""

    days: Period
    start: float
    end: float
    bins: tuple[Bin, ...] = ()


def overview_of(look: Look) -> Overview:
    """What `look` holds, in at most 240 bins."""
    period = look.period
    start, end = period.wall_span(look.day_start)
    bins = bins_of_days(look.days, period, look.day_start, days_per_bin(period.days, MOST_BINS))
    return Overview(period, start, end, bins)
