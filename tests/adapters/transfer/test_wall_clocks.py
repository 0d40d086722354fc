"""Dates and times as other programs write them."""

from contextlib import suppress
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.transfer.wall_clocks import date_from, moment_at, moment_in, time_from
from companion.application.foreign import DateOrder
from companion.domain.errors import DomainError

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("18:52", time(18, 52)),
        ("10:00 pm", time(22)),
        ("10:00\u202fPM", time(22)),
        ("12:05 a.m.", time(0, 5)),
        ("12:05 pm", time(12, 5)),
        ("9.05", time(9, 5)),
        ("18:52:10", time(18, 52, 10)),
        ("18:52 Uhr", time(18, 52)),
    ],
)
def test_times(text: str, wanted: time) -> None:
    assert time_from(text) == wanted


@pytest.mark.parametrize("text", ["", "25:00", "13:00 pm", "0:10 am", "10", "ten", "10:61", "9" * 100])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(DomainError):
        time_from(text)


@pytest.mark.parametrize(
    ("text", "order", "wanted"),
    [
        ("2026-11-22", DateOrder.YEAR_FIRST, date(2026, 11, 22)),
        ("2026/1/2", DateOrder.DAY_FIRST, date(2026, 1, 2)),
        ("3.5.2026", DateOrder.DAY_FIRST, date(2026, 5, 3)),
        ("3/5/2026", DateOrder.MONTH_FIRST, date(2026, 3, 5)),
        ("Nov 22, 2026", DateOrder.YEAR_FIRST, date(2026, 11, 22)),
        ("22. November 2026", DateOrder.YEAR_FIRST, date(2026, 11, 22)),
    ],
)
def test_dates(text: str, order: DateOrder, wanted: date) -> None:
    assert date_from(text, order) == wanted


def test_a_date_without_its_year_needs_one() -> None:
    assert date_from("30 Jul", year=2018) == date(2018, 7, 30)
    with pytest.raises(DomainError):
        date_from("30 Jul")


def test_an_ambiguous_date_is_not_guessed() -> None:
    with pytest.raises(DomainError):
        date_from("3/5/2026")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-09-10 22:45:00 -0400", "2026-09-10T22:45:00-04:00"),
        ("2026-01-05T09:00:00Z", "2026-01-05T10:00:00+01:00"),
        ("2026-01-05 10:00", "2026-01-05T10:00:00+01:00"),
        ("1767603600", "2026-01-05T10:00:00+01:00"),
        ("1767603600000", "2026-01-05T10:00:00+01:00"),
        ("2026-01-05 10:00 pm", "2026-01-05T22:00:00+01:00"),
        ("2026-03-29 02:30", "2026-03-29T03:30:00+02:00"),
    ],
)
def test_moments(text: str, wanted: str) -> None:
    assert moment_in(text, BERLIN).iso() == wanted


def test_a_time_that_was_skipped_is_an_hour_later() -> None:
    assert moment_at(date(2026, 3, 29), time(2, 30), BERLIN).iso() == "2026-03-29T03:30:00+02:00"


@given(st.text(max_size=80))
def test_any_text_is_a_moment_or_a_broken_rule(text: str) -> None:
    for read in (lambda: moment_in(text, BERLIN), lambda: date_from(text), lambda: time_from(text)):
        with suppress(DomainError):
            assert read() is not None
