"""Days drawn again."""

from itertools import chain
from statistics import median as middle

import pytest

from companion.domain.metrics.bootstrap import DrawnDays, quantile, range_among, range_of
from companion.domain.metrics.day_sums import sums_by_day
from companion.domain.metrics.descriptive import mean
from companion.domain.metrics.ratings import Ratings
from tests.support.rated import some_ratings

VALUES = [20, 30, 70, 80, 50, 55, 10, 90, 40, 45]
DAYS = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


def some_days() -> Ratings:
    return some_ratings(VALUES, list(range(len(VALUES))), DAYS)


def test_the_same_days_have_the_same_range() -> None:
    by_day = sums_by_day(some_days())
    first, again = (range_of(DrawnDays(5).sums(by_day), mean) for _ in range(2))
    assert first == again
    assert first is not None
    assert first.low < 49 < first.high


def test_every_round_has_as_many_days_as_there_are() -> None:
    rounds = DrawnDays(5, rounds=30).sums(sums_by_day(some_days()))
    assert {sums.ratings for sums in rounds} == {10}


def test_days_that_are_all_the_same_leave_nothing_open() -> None:
    by_day = sums_by_day(some_ratings([40, 60] * 5, list(range(10)), DAYS))
    assert range_of(DrawnDays(5).sums(by_day), mean) == (50, 50)


def test_the_range_of_the_median_is_that_of_the_medians_of_the_rounds() -> None:
    by_day = [[*VALUES[place : place + 2], VALUES[place]] for place in range(0, 10, 2)]
    drawn = DrawnDays(5)
    medians = sorted(middle(_drawn_of(by_day, times)) for times in drawn.times.astype(int).tolist())
    reach = drawn.median_range(some_ratings(list(chain(*by_day)), list(range(15)), [at // 3 for at in range(15)]))
    assert reach is not None
    assert reach.low == medians[int(0.05 * len(medians))]
    assert reach.high == medians[int(0.95 * len(medians))]


def test_without_days_there_is_no_range() -> None:
    assert DrawnDays(0).median_range(some_ratings([])) is None
    assert range_of(DrawnDays(0).sums([]), mean) is None


def test_what_most_rounds_cannot_say_has_no_range() -> None:
    assert range_among(10, [1.0] * 4) is None
    assert range_among(10, [1.0] * 5) == (1, 1)


@pytest.mark.parametrize(("share", "expected"), [(0, 1), (0.5, 2.5), (1, 4), (0.05, 1.15)])
def test_quantiles_as_r_has_them(share: float, expected: float) -> None:
    assert quantile([1, 2, 3, 4], share) == pytest.approx(expected)


def _drawn_of(by_day: list[list[int]], times: list[int]) -> list[int]:
    return [value for day, often in enumerate(times) for value in by_day[day] * often]
