"""Moments as people and files write them."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import moment_of
from companion.domain.moment_text import (
    comes_twice,
    is_day,
    moment_at_wall_time,
    moment_from_text,
    start_of_day,
    text_comes_twice,
)

BERLIN = ZoneInfo("Europe/Berlin")


def rule_broken_by(text: str) -> Rule:
    with pytest.raises(DomainError) as broken:
        moment_from_text(text, BERLIN)
    return broken.value.rule


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-22T14:06", "2026-11-22T14:06:00+01:00"),
        ("2026-11-22 14:06:07", "2026-11-22T14:06:07+01:00"),
        (" 2026-11-22t14:06:07.5 ", "2026-11-22T14:06:07.500000+01:00"),
        ("2026-11-22T14:06:07,123456789", "2026-11-22T14:06:07.123456+01:00"),
        ("2026-11-22T14:06Z", "2026-11-22T14:06:00+00:00"),
        ("2026-11-22T14:06 +05", "2026-11-22T14:06:00+05:00"),
        ("2026-11-22T14:06-0330", "2026-11-22T14:06:00-03:30"),
        ("2026-11-22T14:06+00:53:28", "2026-11-22T14:06:00+00:53:28"),
        ("2026-07-01T14:06", "2026-07-01T14:06:00+02:00"),
    ],
)
def test_these_are_understood(text: str, iso: str) -> None:
    assert moment_from_text(text, BERLIN).iso() == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-11-22",
        "14:06",
        "20261122T140600",
        "2026-W47-7T14:06",
        "2026-11-22T14",
        "2026-11-22T14:06:60",
        "2026-11-22T25:00",
        "2026-02-29T14:06",
        "2026-11-22T14:06+1:00",
        "2026-11-22T14:06+19:00",
        "2026-11-22T14:06+01:00x",
        "２０２６-11-22T14:06",
        "2026-11-22T14:06\x00",
        "0000-01-01T00:00Z",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_these_are_not(text: str) -> None:
    assert rule_broken_by(text) is Rule.TIME_UNREADABLE


def test_a_time_that_the_clocks_skip_never_was() -> None:
    assert rule_broken_by("2026-03-29T02:30") is Rule.TIME_SKIPPED


def test_a_time_that_comes_twice_is_its_first() -> None:
    assert moment_from_text("2026-10-25T02:30", BERLIN).offset == timedelta(hours=2)


def test_the_second_of_a_time_that_comes_twice_can_be_meant() -> None:
    wall = datetime(2026, 10, 25, 2, 30)
    first, second = (moment_at_wall_time(wall, BERLIN, is_second=is_second) for is_second in (False, True))
    assert (first.offset, second.offset) == (timedelta(hours=2), timedelta(hours=1))
    assert second.utc - first.utc == timedelta(hours=1)


def test_a_second_time_means_nothing_where_there_is_one() -> None:
    wall = datetime(2026, 11, 22, 2, 30)
    assert moment_at_wall_time(wall, BERLIN, is_second=True) == moment_at_wall_time(wall, BERLIN)


@pytest.mark.parametrize(
    ("zone", "wall", "is_twice"),
    [
        ("Europe/Berlin", datetime(2026, 10, 25, 2, 30), True),
        ("Europe/Berlin", datetime(2026, 10, 25, 3, 0), False),
        ("Europe/Berlin", datetime(2026, 3, 29, 2, 30), False),  # skipped
        ("Australia/Lord_Howe", datetime(2026, 4, 5, 1, 45), True),  # half an hour back
        ("Australia/Lord_Howe", datetime(2026, 4, 5, 1, 15), False),
        ("America/St_Johns", datetime(2006, 10, 28, 23, 30), True),  # back before midnight, into the day before
        ("Pacific/Apia", datetime(2011, 12, 30, 12, 0), False),  # a day that never was
        ("UTC", datetime(1, 1, 1), False),
        ("Europe/Berlin", datetime(9999, 12, 31, 23, 59), False),
    ],
)
def test_times_that_came_twice_are_known(zone: str, wall: datetime, is_twice: bool) -> None:
    assert comes_twice(wall, ZoneInfo(zone)) is is_twice


@pytest.mark.parametrize(
    ("text", "is_twice"),
    [
        ("2026-10-25T02:30", True),
        ("2026-10-25 02:30:15", True),
        ("2026-10-25T02:30+01:00", False),
        ("2026-10-25T03:30", False),
    ],
)
def test_a_written_time_comes_twice_only_without_its_offset(text: str, is_twice: bool) -> None:
    assert text_comes_twice(text, BERLIN) is is_twice


@pytest.mark.parametrize(
    ("zone", "wall"), [("Pacific/Apia", "2011-12-30T12:00"), ("Africa/Cairo", "2026-04-24T00:30")]
)
def test_a_day_or_a_midnight_that_was_skipped_never_was(zone: str, wall: str) -> None:
    with pytest.raises(DomainError) as broken:
        moment_from_text(wall, ZoneInfo(zone))
    assert broken.value.rule is Rule.TIME_SKIPPED


def test_a_time_before_1970_is_too_early() -> None:
    assert rule_broken_by("1969-12-31T23:59Z") is Rule.TIME_TOO_EARLY


def test_the_zones_name_stays_only_with_an_offset_it_had_then() -> None:
    named = [
        moment_from_text(f"2026-07-01T14:06{o}", BERLIN, "Europe/Berlin").zone_name for o in ("", "+02:00", "+01:00")
    ]
    assert named == ["Europe/Berlin", "Europe/Berlin", None]


@given(st.datetimes(min_value=datetime(1970, 1, 3), max_value=datetime(2200, 1, 1), timezones=st.timezones()))
def test_what_a_moment_writes_is_read_back(aware: datetime) -> None:
    moment = moment_of(aware)
    assert moment_from_text(moment.iso(), UTC) == moment


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-9:+.Z-]{2,20}", fullmatch=True))
def test_whatever_is_written_is_a_moment_or_a_broken_rule(text: str) -> None:
    with suppress(DomainError):
        assert moment_from_text(text, BERLIN).utc.tzinfo is UTC


def test_a_day_begins_at_its_local_midnight() -> None:
    assert start_of_day("2026-07-01", BERLIN) == datetime(2026, 6, 30, 22, tzinfo=UTC)
    assert start_of_day("2026-07-01", BERLIN, days_later=1) == datetime(2026, 7, 1, 22, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-13-01", "0001-01-01", "9999-12-31"])
def test_a_day_beyond_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(DomainError):
        start_of_day(text, BERLIN, days_later=1 if text > "9" else 0)


def test_only_a_date_alone_is_a_day() -> None:
    assert [is_day(text) for text in ("2026-11-22", "2026-11-22T00:00", "22.11.2026")] == [True, False, False]
