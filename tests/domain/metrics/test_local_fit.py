"""The local line, by hand and as R has it."""

from collections.abc import Sequence
from math import sqrt

import pytest

from companion.domain.metrics.local_fit import bisquare, fit_all, fit_at, nearest_of, reach_at
from tests.support.reference import AS_R, long_series, needs_reference, rows_of


def value_at(place: float, times: Sequence[float], values: Sequence[float], nearest: int) -> float:
    fit = fit_at(place, times, values, nearest)
    assert fit is not None
    return fit.value


def test_a_straight_line_is_found_again() -> None:
    times = [0.0, 1.0, 2.5, 4.0, 7.0, 9.0]
    assert [value_at(at, times, [3 + 2 * t for t in times], 4) for at in (0, 3, 9)] == pytest.approx([3, 9, 21])


def test_the_weights_by_hand() -> None:
    # Reach 2: weights (1 - 1/8)^3 on both sides, 1 in the middle, 0 at the ends.
    side = (7 / 8) ** 3
    expected = (side * 10 + 20 + side * 60) / (1 + 2 * side)
    assert value_at(2, [0, 1, 2, 3, 4], [0, 10, 20, 60, 0], 5) == pytest.approx(expected, rel=AS_R)


def test_points_at_one_time_have_a_level_and_no_slope() -> None:
    assert value_at(5, [5, 5, 5, 9], [1, 2, 3, 100], 3) == pytest.approx(2)


def test_the_reach_is_that_of_the_nearest_ones() -> None:
    assert [reach_at(at, [0, 1, 3, 7], 2) for at in (0, 2.5, 9)] == [1, 1.5, 6]


@pytest.mark.parametrize(("count", "span", "nearest"), [(10, 0.3, 3), (1474, 0.3, 442), (4, 0.1, 2), (5, 1, 5)])
def test_a_span_is_a_whole_number_of_points(count: int, span: float, nearest: int) -> None:
    assert nearest_of(count, span) == nearest


def test_far_off_points_count_less_or_not_at_all() -> None:
    weights = bisquare([0, 1, 1, 1, 3, 20])
    assert weights[0] == 1
    assert weights[4] == pytest.approx((1 - 0.25) ** 2)
    assert weights[5] == 0


def test_residuals_that_are_all_nothing_leave_every_point_its_weight() -> None:
    assert bisquare([0, 0, 0]).tolist() == bisquare([0, 0, 5]).tolist() == [1, 1, 1]


@needs_reference
def test_as_r_loess_has_it() -> None:
    times, values = long_series()
    nearest = nearest_of(len(times), 0.3)
    plain, robust = fit_all(times, values, nearest), fit_all(times, values, nearest, steps=3)
    for row in rows_of("kossakowski_relaxed_loess.csv"):
        place = float(row["t_days"])
        fit = fit_at(place, times, values, nearest)
        symmetric = fit_at(place, times, values, nearest, robust.robustness)
        assert fit is not None
        assert symmetric is not None
        assert fit.value == pytest.approx(float(row["loess_deg1_span.3"]), rel=AS_R)
        assert symmetric.value == pytest.approx(float(row["loess_symmetric"]), rel=AS_R)
        # R approximates delta, ours is the whole trace.
        assert plain.sd * sqrt(fit.squares) == pytest.approx(float(row["se"]), rel=5e-5)


@needs_reference
def test_as_r_lowess_has_it() -> None:
    times, values = long_series()
    nearest = nearest_of(len(times), 0.3)
    robust = fit_all(times, values, nearest, steps=3)
    for row in rows_of("kossakowski_relaxed_lowess.csv"):
        place = min(times, key=lambda at: abs(at - float(row["t_days"])))
        assert value_at(place, times, values, nearest) == pytest.approx(float(row["lowess_f.3_iter0"]), rel=AS_R)
        fit = fit_at(place, times, values, nearest, robust.robustness)
        assert fit is not None
        assert fit.value == pytest.approx(float(row["lowess_f.3_iter3"]), rel=AS_R)
