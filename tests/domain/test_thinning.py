"""Thinning copies: enough of the last days, weeks and months, whatever the clock did."""

from datetime import date, timedelta

from companion.domain.thinning import days_to_keep

FIRST = date(2020, 1, 1)


def kept_after(days: int, every: int = 1) -> list[date]:
    """What is left when a copy was made every few days and thinned each time."""
    kept: frozenset[date] = frozenset()
    for number in range(0, days, every):
        kept = days_to_keep({*kept, FIRST + timedelta(number)})
    return sorted(kept, reverse=True)


def test_nothing_is_thinned_in_the_first_week() -> None:
    assert len(kept_after(7)) == 7


def test_the_last_seven_days_are_kept() -> None:
    assert kept_after(400)[:7] == [FIRST + timedelta(399 - back) for back in range(7)]


def test_each_of_the_last_eight_weeks_has_a_copy() -> None:
    weeks = {day.isocalendar()[:2] for day in kept_after(400)}
    assert {(FIRST + timedelta(399 - 7 * back)).isocalendar()[:2] for back in range(8)} <= weeks


def test_each_of_the_last_twenty_four_months_has_a_copy() -> None:
    months = {(day.year, day.month) for day in kept_after(1200)}
    assert len(months) == 24
    assert (2021, 5) in months  # the 24th month back from April 2023


def test_ten_years_of_days_leave_no_more_than_a_handful() -> None:
    assert len(kept_after(3653)) <= 7 + 8 + 24


def test_who_writes_once_a_month_keeps_two_years() -> None:
    kept = kept_after(3653, every=31)
    assert (kept[0] - kept[-1]).days >= 700


def test_a_long_absence_takes_a_place_each_and_no_more() -> None:
    before = set(kept_after(60))
    assert len(before - days_to_keep({*before, FIRST + timedelta(4000)})) <= len(("day", "week", "month"))


def test_a_copy_dated_far_ahead_takes_one_place_and_no_more() -> None:
    days = {FIRST + timedelta(number) for number in range(7)}
    assert len(days - days_to_keep({*days, date(2099, 1, 1)})) <= 1


def test_the_newest_copy_is_always_kept() -> None:
    assert days_to_keep([FIRST]) == {FIRST}


def test_no_copies_no_days() -> None:
    assert days_to_keep([]) == frozenset()
