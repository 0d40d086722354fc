"""Wall-clock times become instants, also where clocks are changed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.errors import DomainError, Rule
from companion.domain.wall_time import instant_of, moment_at

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
ZONES = st.sampled_from(
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Asia/Beirut",
        "Antarctica/Troll",
        "America/Havana",
        "America/Nuuk",
        "Africa/Casablanca",
        "Pacific/Chatham",
        "Pacific/Apia",
        "Asia/Kathmandu",
    ]
)
DAYS = st.dates(date(2009, 1, 1), date(2037, 12, 31))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_an_ordinary_time_is_what_the_clock_shows() -> None:
    assert instant_of(date(2026, 11, 22), 14 * 60 + 6, BERLIN) == utc("2026-11-22T13:06")


def test_the_end_of_a_day_is_the_next_midnight() -> None:
    assert instant_of(date(2026, 11, 22), 24 * 60, BERLIN) == utc("2026-11-22T23:00")


@pytest.mark.parametrize("minute", [120, 121, 150, 179])
def test_a_time_that_clocks_skip_is_the_first_instant_after_the_gap(minute: int) -> None:
    assert instant_of(SPRING, minute, BERLIN) == utc("2026-03-29T01:00")


def test_a_gap_of_half_an_hour_ends_where_it_ends() -> None:
    assert instant_of(date(2026, 10, 4), 2 * 60 + 10, ZoneInfo("Australia/Lord_Howe")) == utc("2026-10-03T15:30")


def test_a_gap_at_midnight_ends_on_the_same_date() -> None:
    cairo = ZoneInfo("Africa/Cairo")
    found = instant_of(date(2026, 4, 24), 0, cairo)
    assert found.astimezone(cairo).isoformat() == "2026-04-24T01:00:00+03:00"


def test_a_time_that_clocks_show_twice_is_its_first_occurrence() -> None:
    assert instant_of(AUTUMN, 150, BERLIN) == utc("2026-10-25T00:30")


def test_a_date_that_was_never_there_has_no_length() -> None:
    apia, skipped = ZoneInfo("Pacific/Apia"), date(2011, 12, 30)
    assert instant_of(skipped, 0, apia) == instant_of(skipped, 24 * 60, apia)


def test_where_the_calendar_ends_the_time_is_unreadable() -> None:
    with pytest.raises(DomainError) as error:
        instant_of(date.max, 24 * 60, BERLIN)
    assert error.value.rule is Rule.TIME_UNREADABLE


def test_a_moment_knows_its_offset_and_zone() -> None:
    moment = moment_at(utc("2026-07-01T10:00"), BERLIN)
    assert (moment.offset, moment.zone_name) == (timedelta(hours=2), "Europe/Berlin")


@given(DAYS, st.integers(0, 1440), ZONES)
def test_the_clock_shows_the_time_asked_for_or_has_just_leapt_over_it(day: date, minute: int, name: str) -> None:
    zone = ZoneInfo(name)
    wanted = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
    found = instant_of(day, minute, zone)
    shown = found.astimezone(zone).replace(tzinfo=None)
    shown_before = (found - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    assert shown == wanted or shown_before < wanted < shown


@given(DAYS, st.integers(0, 1440), ZONES)
def test_no_earlier_instant_shows_the_same_time(day: date, minute: int, name: str) -> None:
    zone = ZoneInfo(name)
    found = instant_of(day, minute, zone)
    shown = found.astimezone(zone).replace(tzinfo=None)
    earlier = [found - timedelta(minutes=30 * number) for number in range(1, 6)]
    assert all(instant.astimezone(zone).replace(tzinfo=None) != shown for instant in earlier)


@given(DAYS, st.integers(0, 1439), ZONES)
def test_later_on_the_clock_is_never_earlier_in_time(day: date, minute: int, name: str) -> None:
    zone = ZoneInfo(name)
    assert instant_of(day, minute, zone) <= instant_of(day, minute + 1, zone)
