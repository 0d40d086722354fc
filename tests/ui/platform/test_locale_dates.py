"""Dates and times as each locale writes them."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from companion.ui.platform.locale_dates import LocaleDates

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("locale", "long_day", "day"),
    [
        ("en_GB", "Sunday, 22 November", "22 Nov"),
        ("en_US", "Sunday, November 22", "Nov 22"),
        ("de_DE", "Sonntag, 22. November", "22. Nov."),
    ],
)
def test_day_and_month_stand_in_the_locales_order(locale: str, long_day: str, day: str) -> None:
    words = LocaleDates(QLocale(locale))
    assert (words.long_day(DAY), words.day(DAY)) == (long_day, day)


@pytest.mark.parametrize(("locale", "time"), [("en_GB", "14:06"), ("de_DE", "14:06"), ("en_US", "2:06\u202fPM")])
def test_a_time_is_short(locale: str, time: str) -> None:
    words = LocaleDates(QLocale(locale))
    assert words.time(datetime(2026, 11, 22, 14, 6, 59, tzinfo=UTC)) == time
    assert words.clock_time(14 * 60 + 6) == time


def test_the_end_of_a_day_is_midnight() -> None:
    assert LocaleDates(QLocale("en_GB")).clock_time(1440) == "00:00"


def test_monday_is_the_first_number() -> None:
    words = LocaleDates(QLocale("en_GB"))
    assert [words.weekday(day) for day in (0, 6)] == ["Mon", "Sun"]


@pytest.mark.parametrize(("locale", "first"), [("de_DE", 0), ("en_US", 6), ("ar_EG", 5)])
def test_the_week_begins_where_the_locale_says(locale: str, first: int) -> None:
    assert LocaleDates(QLocale(locale)).first_weekday() == first


@pytest.mark.parametrize(("locale", "name"), [("de_DE", "So"), ("en_GB", "Sun"), ("fr_FR", "dim.")])
def test_a_weekday_stands_by_itself(locale: str, name: str) -> None:
    """With no dot where the language has none then: a sentence may end with it."""
    assert LocaleDates(QLocale(locale)).weekday(6) == name
