"""Changes from one rating to the next, by hand and as R has them."""

from math import sqrt
from statistics import median

import pytest

from companion.domain.metrics.day_sums import added, sums_by_day
from companion.domain.metrics.descriptive import relative_sd, sd
from companion.domain.metrics.inertia import lag1
from companion.domain.metrics.instability import mssd, mssd_time_adjusted, pac, pac_down, pac_up, rmssd
from companion.domain.metrics.ratings import pairs_of, ratings_of
from tests.support.rated import FOUR, sums_of
from tests.support.reference import AS_R, LONG, PEOPLE, long_ratings, marks_of, needs_reference, of_person


def test_the_mean_of_squared_differences() -> None:
    assert mssd(sums_of([1, 3, 2, 5])) == pytest.approx(14 / 3, rel=AS_R)
    assert rmssd(sums_of([1, 3, 2, 5])) == pytest.approx(sqrt(14 / 3), rel=AS_R)


def test_what_lies_across_a_hole_is_no_pair_and_does_not_thin_the_others() -> None:
    assert mssd(sums_of([1, 3, 2, 5], [0, 4, 12, 16])) == 6.5


def test_without_pairs_there_is_no_change() -> None:
    alone = sums_of([1, 2], [0, 24], [0, 1])
    assert [mssd(alone), rmssd(alone), mssd_time_adjusted(alone, None), pac(alone)] == [None] * 4


def test_a_change_over_a_longer_gap_counts_for_less() -> None:
    sums = sums_of([0, 10, 30], [0, 1, 5])
    assert mssd_time_adjusted(sums, 2.5) == pytest.approx((100 / (1 / 2.5) + 400 / (4 / 2.5)) / 2, rel=AS_R)


def test_with_no_growth_nothing_is_adjusted() -> None:
    sums = sums_of([0, 10, 30], [0, 1, 5], growth=0)
    assert mssd_time_adjusted(sums, 2.5, growth=0) == mssd(sums) == 250


def test_acute_changes_go_up_or_down() -> None:
    sums = sums_of([0, 25, 20, 60, 30], acute=25)
    assert (pac(sums), pac_up(sums), pac_down(sums)) == (0.75, 0.5, 0.25)


@needs_reference
@pytest.mark.parametrize("person", PEOPLE)
def test_as_r_has_it(person: str) -> None:
    expected, ratings = of_person(person), ratings_of(marks_of(person), FOUR)
    sums = added(sums_by_day(ratings, acute=20))
    gap = median(pairs_of(ratings).gaps.tolist())
    assert sums.pairs == expected["npairs_wd"]
    assert gap == pytest.approx(expected["med_gap_h"], rel=AS_R)
    assert mssd(sums) == pytest.approx(expected["mssd_wd"], rel=AS_R)
    assert rmssd(sums) == pytest.approx(expected["rmssd_wd"], rel=AS_R)
    assert mssd_time_adjusted(sums, gap) == pytest.approx(expected["mssd_tadj"], rel=AS_R)
    assert pac(sums) == pytest.approx(expected["pac_abs20"], rel=AS_R)
    assert pac_up(sums) == pytest.approx(expected["pac_up20"], rel=AS_R)


@needs_reference
@pytest.mark.parametrize("variable", LONG)
def test_a_long_record_on_another_line_as_r_has_it(variable: str) -> None:
    expected, ratings = of_person("1", variable), long_ratings(variable)
    sums = added(sums_by_day(ratings))
    gap = median(pairs_of(ratings).gaps.tolist())
    assert (sums.ratings, sums.pairs) == (expected["n"], expected["npairs_wd"])
    assert mssd(sums) == pytest.approx(expected["mssd_wd"], rel=AS_R)
    assert mssd_time_adjusted(sums, gap) == pytest.approx(expected["mssd_tadj"], rel=AS_R)
    assert lag1(sums) == pytest.approx(expected["ar1_ols_wd"], rel=AS_R)
    assert sd(sums) == pytest.approx(expected["sd"], rel=AS_R)
    assert relative_sd(sums, 1, 7) == pytest.approx(expected["rel_sd"], rel=AS_R)
