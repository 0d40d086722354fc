"""The time axis: where its ticks lie, and what they say."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.moment import START_OF_DAY
from companion.domain.period import Period, day_wall, period_ending
from companion.presentation.time_axis import Tick, ticks_of
from tests.support.date_words import PlainDateWords

TODAY = date(2026, 11, 22)


def ticks(days: int, most: int = 9, last: date = TODAY) -> tuple[Tick, ...]:
    return ticks_of(period_ending(last, days), START_OF_DAY, most, PlainDateWords())


@given(st.integers(1, 60 * 365), st.integers(1, 20))
def test_there_are_never_more_ticks_than_asked_for(days: int, most: int) -> None:
    assert len(ticks(days, most)) <= most


@given(st.integers(1, 30 * 365))
def test_ticks_lie_within_the_range_and_in_order(days: int) -> None:
    start, end = period_ending(TODAY, days).wall_span(START_OF_DAY)
    walls = [tick.wall for tick in ticks(days)]

    assert walls == sorted(set(walls))
    assert all(start <= wall <= end for wall in walls)


def test_a_day_is_ticked_by_hours_of_the_wall_clock() -> None:
    hours = ("06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "00:00", "03:00")
    assert tuple(tick.label for tick in ticks(1)) == hours


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_day_on_which_clocks_change_has_the_same_hours(day: date) -> None:
    assert [tick.label for tick in ticks(1, last=day)] == [tick.label for tick in ticks(1)]


def test_a_month_is_ticked_by_mondays() -> None:
    found = ticks(28)

    assert [tick.label for tick in found] == ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"]
    assert found[0].wall == day_wall(date(2026, 10, 26), START_OF_DAY)


def test_a_week_is_ticked_by_days() -> None:
    assert len(ticks(7)) == 7


def test_a_year_is_ticked_by_first_days_of_months_and_says_where_the_year_changes() -> None:
    assert [tick.label for tick in ticks(365)] == [
        "2026-01-01 2026",
        "2026-03-01",
        "2026-05-01",
        "2026-07-01",
        "2026-09-01",
        "2026-11-01",
    ]


def test_ten_years_are_ticked_by_years() -> None:
    assert [tick.label for tick in ticks(3650, most=6)] == ["2018", "2020", "2022", "2024", "2026"]


def test_another_start_of_the_day_moves_the_ticks_with_it() -> None:
    early = ticks_of(Period(TODAY - timedelta(6), TODAY), time(0, 0), 9, PlainDateWords())

    assert early[0].wall == day_wall(TODAY - timedelta(6), time(0, 0))
