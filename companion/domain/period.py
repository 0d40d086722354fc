"""A period: some of the person's days in a row, and where they lie on the wall clock."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import EPOCH

SECONDS_A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first` to `last`, both included. Raises DomainError(RANGE_UPSIDE_DOWN) if last comes before first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DomainError(Rule.RANGE_UPSIDE_DOWN)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def moved(self, days: int) -> "Period":
        """As long as this one, that many days later, or earlier if negative."""
        return Period(self.first + timedelta(days), self.last + timedelta(days))

    def wall_span(self, day_start: time) -> tuple[float, float]:
        """From the start of the first day to the end of the last, in wall seconds."""
        return day_wall(self.first, day_start), day_wall(self.last, day_start) + SECONDS_A_DAY


def period_ending(last: date, days: int) -> Period:
    """The `days` days up to and with `last`."""
    return Period(last - timedelta(days - 1), last)


def day_wall(day: date, day_start: time) -> float:
    """When the person's `day` begins, in wall seconds.

    Wall seconds count what the clock on the wall showed, from 1970-01-01 00:00: an instant's seconds since 1970
    UTC plus its UTC offset. On them nine in the morning is nine in the morning wherever the person was, and a day
    on which clocks change is as wide as any other: its missing hour stays empty, its doubled hour lies on itself.
    """
    return (day - EPOCH.date()).days * SECONDS_A_DAY + day_start.hour * 3600.0 + day_start.minute * 60


def wall_day(wall: float, day_start: time) -> date:
    """The person's day that contains these wall seconds; agrees with `Moment.day`."""
    whole_days = (wall - day_start.hour * 3600 - day_start.minute * 60) // SECONDS_A_DAY
    return EPOCH.date() + timedelta(days=whole_days)
