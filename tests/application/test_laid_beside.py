"""Which period another one is laid beside."""

from datetime import date

from companion.application.laid_beside import Against, earlier_period
from companion.domain.period import Period


def test_the_days_just_before_are_as_many() -> None:
    month = Period(date(2026, 10, 26), date(2026, 11, 22))
    assert earlier_period(month, Against.JUST_BEFORE) == Period(date(2026, 9, 28), date(2026, 10, 25))


def test_a_year_earlier_the_weekdays_are_the_same() -> None:
    week = Period(date(2026, 11, 16), date(2026, 11, 22))
    assert earlier_period(week, Against.YEAR_BEFORE) == Period(date(2025, 11, 17), date(2025, 11, 23))


def test_a_period_of_years_is_over_before_it_begins_anew() -> None:
    years = Period(date(2020, 1, 1), date(2022, 12, 31))
    assert earlier_period(years, Against.YEAR_BEFORE).last < years.first


def test_the_beginning_of_the_calendar_does_no_harm() -> None:
    assert earlier_period(Period(date(1, 1, 3), date(1, 1, 9)), Against.JUST_BEFORE).first == date.min
