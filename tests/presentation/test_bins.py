"""Bins: many check-ins as a middle value and a range."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.day_summary import DaySummary
from companion.domain.mark import Mark
from companion.domain.moment import START_OF_DAY
from companion.domain.period import Period, day_wall
from companion.domain.zone import Zone
from companion.presentation.bins import bins_of_days, bins_of_marks, days_per_bin

FIRST = date(2026, 11, 2)
FORTNIGHT = Period(FIRST, FIRST + timedelta(13))
HOUR = 3600


def a_day(number: int, *values: int) -> DaySummary:
    counts = {value: values.count(value) for value in values}
    return DaySummary(FIRST + timedelta(number), check_ins=len(values), arousal=counts)


def a_mark(wall: float, arousal: int | None) -> Mark:
    return Mark(f"id-{wall}", wall - HOUR, HOUR, arousal, Zone.INSIDE, is_scheduled=True)


@given(st.integers(1, 40_000), st.integers(1, 500))
def test_bins_hold_so_many_days_that_there_are_not_too_many(days: int, most: int) -> None:
    length = days_per_bin(days, most)

    assert -(-days // length) <= most
    assert length <= 3 or length % 7 == 0


def test_a_bin_is_no_longer_than_it_needs_to_be() -> None:
    assert [days_per_bin(days, 100) for days in (100, 101, 300, 301, 700, 701)] == [1, 2, 3, 7, 7, 14]


def test_a_bin_has_the_quantiles_of_its_days_together() -> None:
    days = [a_day(0, *range(50)), a_day(1, *range(50, 101))]

    (found,) = bins_of_days(days, FORTNIGHT, START_OF_DAY, length=7)

    assert (found.low, found.middle, found.high, found.count) == (10, 50, 90, 101)


def test_a_bin_reaches_over_its_whole_days() -> None:
    (found,) = bins_of_days([a_day(8, 40)], FORTNIGHT, START_OF_DAY, length=7)

    assert (found.start, found.end) == (
        day_wall(FIRST + timedelta(7), START_OF_DAY),
        day_wall(FIRST + timedelta(14), START_OF_DAY),
    )


def test_the_last_bin_ends_with_the_period() -> None:
    (found,) = bins_of_days([a_day(13, 40)], FORTNIGHT, START_OF_DAY, length=3)

    assert found.end == FORTNIGHT.wall_span(START_OF_DAY)[1]


def test_days_without_check_ins_leave_a_gap() -> None:
    found = bins_of_days([a_day(0, 40), a_day(9, 60)], FORTNIGHT, START_OF_DAY, length=1)

    assert [one.start for one in found] == [
        day_wall(FIRST, START_OF_DAY),
        day_wall(FIRST + timedelta(9), START_OF_DAY),
    ]


def test_check_ins_without_energy_have_no_bin() -> None:
    nothing_named = DaySummary(FIRST, check_ins=3, zones={Zone.BELOW: 3})

    assert bins_of_days([nothing_named], FORTNIGHT, START_OF_DAY, length=1) == ()


def test_a_crowded_day_is_binned_by_its_own_wall_clock() -> None:
    day = Period(FIRST, FIRST)
    nine = day_wall(FIRST, START_OF_DAY) + 5 * HOUR
    marks = [a_mark(nine + second, second % 101) for second in range(0, 1010, 10)]

    found = bins_of_marks(marks, day, START_OF_DAY, most=48)

    assert [(one.start, one.end) for one in found] == [(nine, nine + HOUR / 2)]
    assert sum(one.count for one in found) == len(marks)


def test_a_crowded_day_has_no_bin_for_what_names_no_energy() -> None:
    day = Period(FIRST, FIRST)

    assert bins_of_marks([a_mark(day_wall(FIRST, START_OF_DAY) + HOUR, None)], day, START_OF_DAY, most=48) == ()
