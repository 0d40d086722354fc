"""Mean, median and spread, by hand and as R has them."""

from math import sqrt
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.metrics.descriptive import max_variance, mean, median, relative_sd, sd, time_weighted_mean
from companion.domain.metrics.ratings import ratings_of
from tests.support.rated import FOUR, sums_of
from tests.support.reference import AS_R, PEOPLE, marks_of, needs_reference, of_person, vector


def test_the_mean_and_the_median_of_nothing_are_nothing() -> None:
    assert (mean(sums_of([])), median([]), sd(sums_of([4]))) == (None, None, None)


@given(st.lists(st.integers(0, 100), min_size=2))
def test_sums_give_the_same_as_the_ratings_themselves(values: list[int]) -> None:
    assert mean(sums_of(values)) == pytest.approx(fmean(values), rel=1e-12)
    assert sd(sums_of(values)) == pytest.approx(stdev(values), rel=1e-9, abs=1e-9)


def test_all_the_same_value_does_not_vary() -> None:
    assert sd(sums_of([7, 7, 7])) == 0
    assert relative_sd(sums_of([7, 7, 7])) == 0


def test_relative_sd_of_the_help_page() -> None:
    assert relative_sd(sums_of([1, 1, 3]), 0, 5) == pytest.approx(0.4, rel=AS_R)


def test_the_largest_variance_by_hand() -> None:
    assert max_variance(50, 10) == pytest.approx(10 * 50**2 / 9, rel=AS_R)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=40))
def test_nobody_varies_more_than_possible(values: list[int]) -> None:
    relative = relative_sd(sums_of(values))
    assert relative is None or 0 <= relative <= 1 + 1e-9


@pytest.mark.parametrize("value", [0, 100])
def test_at_an_end_of_the_line_there_is_no_relative_sd(value: int) -> None:
    assert relative_sd(sums_of([value] * 3)) is None


@pytest.mark.parametrize("count", range(2, 60))
def test_half_at_each_end_is_all_the_variation_there_can_be(count: int) -> None:
    assert relative_sd(sums_of([0] * count + [100] * count)) == pytest.approx(1, rel=AS_R)


def test_each_rating_counts_by_its_hours() -> None:
    assert time_weighted_mean([10, 40], [1, 3]) == 32.5
    assert time_weighted_mean([10, 40], [0, 0]) is None


@needs_reference
@pytest.mark.parametrize("person", PEOPLE)
def test_as_r_has_it(person: str) -> None:
    expected, values = of_person(person), ratings_of(marks_of(person), FOUR).values
    sums = sums_of(list(values))
    at = mean(sums)
    assert at is not None
    assert at == pytest.approx(expected["mean"], rel=AS_R)
    assert median(values) == expected["median"]
    assert sd(sums) == pytest.approx(expected["sd"], rel=AS_R)
    assert relative_sd(sums) == pytest.approx(expected["rel_sd"], rel=AS_R)
    assert sqrt(max_variance(at, len(values))) == pytest.approx(expected["max_sd"], rel=AS_R)


@needs_reference
def test_the_small_vectors() -> None:
    for given_one in vector("relative_sd"):
        value = relative_sd(sums_of(given_one["x"]), given_one["lo"], given_one["hi"])
        assert value == pytest.approx(given_one["value"], rel=AS_R)
    for given_one in vector("max_var"):
        value = max_variance(given_one["mean"], given_one["n"], given_one["lo"], given_one["hi"])
        assert value == pytest.approx(given_one["value"], rel=AS_R)
