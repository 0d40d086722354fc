"""The rhythm of day and week."""

import pytest

from companion.domain.mark import Mark
from companion.domain.metrics.gates import Need
from companion.domain.metrics.rhythm import time_of_day, weekdays
from tests.support.rated import FOUR, a_mark

THURSDAY = 3  # 1 January 1970


def days_of(days: int) -> list[Mark]:
    """Three a day: 9, 14, 20 o'clock, of 40, 50 and 60 points, and one more on every other day."""
    return [a_mark(day * 24 + hour, arousal + day % 2) for day in range(days) for hour, arousal in PLAN]


PLAN = ((9, 40), (14, 50), (20, 60))


def test_ratings_are_put_into_bins_of_three_hours() -> None:
    rhythm = time_of_day(days_of(14), FOUR)
    assert [(one.key, one.n, one.days, one.mean) for one in rhythm.bins] == [
        (9, 14, 14, 40.5),
        (12, 14, 14, 50.5),
        (18, 14, 14, 60.5),
    ]
    assert rhythm.missing == ()
    assert all(one.low <= one.mean <= one.high for one in rhythm.bins)


def test_the_hour_is_that_of_the_wall_clock_there() -> None:
    (only,) = time_of_day([Mark("a", 23 * 3600, 2 * 3600, 50, None, True)], FOUR).bins
    assert only.key == 0


def test_before_there_is_enough_it_says_what_is_missing() -> None:
    missing = time_of_day(days_of(13), FOUR).missing
    assert [one.need for one in missing] == [Need.CHECK_INS, Need.DAYS]


def test_a_bin_needs_four_ratings_on_four_days() -> None:
    marks = [*days_of(20), *(a_mark(day * 24 + 6, 30) for day in range(3))]
    early, *others = time_of_day(marks, FOUR).bins
    assert [(one.need, one.there) for one in early.missing] == [(Need.CHECK_INS, 3), (Need.DAYS, 3)]
    assert all(one.missing == () for one in others)


def test_the_small_hours_belong_to_the_weekday_before() -> None:
    (only,) = weekdays([a_mark(26)], FOUR).bins
    assert only.key == THURSDAY


def test_every_weekday_has_its_mean() -> None:
    rhythm = weekdays(days_of(28), FOUR)
    assert [one.key for one in rhythm.bins] == list(range(7))
    assert [one.n for one in rhythm.bins] == [12] * 7
    assert rhythm.missing == ()
    assert rhythm.bins[THURSDAY].mean == pytest.approx(50.5)


def test_what_was_not_asked_for_stays_out() -> None:
    assert time_of_day([a_mark(10, is_scheduled=False), a_mark(11, None)], FOUR).bins == ()


def test_a_bin_that_few_days_have_keeps_its_range_among_its_own_ratings() -> None:
    marks = [*days_of(30), *(a_mark(day * 24 + 6, 10 + day) for day in range(4))]
    early = time_of_day(marks, FOUR).bins[0]
    assert (early.key, early.n) == (6, 4)
    assert 10 <= early.low <= early.mean <= early.high <= 13
