"""Which period another one is laid beside."""

from datetime import date, timedelta
from enum import Enum

from companion.domain.period import Period

A_YEAR_OF_WEEKS = 52 * 7


class Against(Enum):
    """What a period is laid beside: the days just before it, or the same weekdays a year earlier."""

    JUST_BEFORE = "just_before"
    YEAR_BEFORE = "year_before"


def earlier_period(period: Period, against: Against) -> Period:
    """The period that one is laid beside: as long, and over before this one begins."""
    days = period.days if against is Against.JUST_BEFORE else max(A_YEAR_OF_WEEKS, period.days)
    return Period(_earlier(period.first, days), _earlier(period.last, days))


def _earlier(day: date, days: int) -> date:
    return date.min if (day - date.min).days < days else day - timedelta(days)
