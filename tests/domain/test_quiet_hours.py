"""Quiet hours go by the clock on the wall, wherever the person is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.time_range import DayRange, TimeRange

NIGHT = QuietHours((DayRange(TimeRange(0, 420)), DayRange(TimeRange(1320, 1440), frozenset({5}))))
SATURDAY, SUNDAY = "2026-11-21", "2026-11-22"


def wall(day: str, time: str, zone: str = "Europe/Berlin") -> datetime:
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("day", "time", "is_quiet"),
    [
        (SUNDAY, "00:00", True),
        (SUNDAY, "06:59:59", True),
        (SUNDAY, "07:00", False),
        (SUNDAY, "22:00", False),
        (SATURDAY, "21:59:59", False),
        (SATURDAY, "22:00", True),
        (SATURDAY, "23:59:59", True),
    ],
)
def test_a_range_is_quiet_from_its_first_minute_to_before_its_end(day: str, time: str, is_quiet: bool) -> None:
    assert NIGHT.cover(wall(day, time)) is is_quiet
    assert NIGHT.cover(wall(day, time, "Pacific/Auckland")) is is_quiet


def test_at_first_it_is_never_quiet() -> None:
    assert not NO_QUIET_HOURS.cover(wall(SUNDAY, "03:00"))


def test_ranges_of_a_weekday_do_not_overlap() -> None:
    with pytest.raises(DomainError) as raised:
        QuietHours((DayRange(TimeRange(0, 420)), DayRange(TimeRange(400, 500), frozenset({0}))))
    assert raised.value.rule is Rule.RANGES_OVERLAP
