"""Quiet hours: times of the day in which nothing is ever shown."""

from dataclasses import dataclass
from datetime import datetime

from companion.domain.time_range import DayRange, check_apart


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Ranges by the wall clock of wherever the person is; a night is two of them.

    Those of a weekday do not overlap: DomainError(RANGES_OVERLAP).
    """

    ranges: tuple[DayRange, ...] = ()

    def __post_init__(self) -> None:
        check_apart(self.ranges)

    def cover(self, wall: datetime) -> bool:
        """True if what the wall clock shows lies within; the end of a range does not."""
        minute = wall.hour * 60 + wall.minute
        return any(
            each.between.start <= minute < each.between.end for each in self.ranges if wall.weekday() in each.weekdays
        )


NO_QUIET_HOURS = QuietHours()
