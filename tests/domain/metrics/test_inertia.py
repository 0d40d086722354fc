"""What carries over, by hand and as R has it."""

from itertools import pairwise
from math import exp, log, pi
from random import Random

import pytest

from companion.domain.metrics import inertia
from companion.domain.metrics.day_sums import added, sums_by_day
from companion.domain.metrics.inertia import carrying, lag1
from companion.domain.metrics.ratings import Ratings, ratings_of
from tests.support.rated import FOUR, some_ratings, sums_of
from tests.support.reference import AS_R, PEOPLE, long_ratings, marks_of, needs_reference, of_person


def test_the_autoregression_by_hand() -> None:
    # mean 5; pairs (2, 4), (4, 6), (6, 8): (-3·-1 + -1·1 + 1·3) / (9 + 1 + 1)
    assert lag1(sums_of([2, 4, 6, 8])) == pytest.approx(5 / 11, rel=AS_R)


def test_what_does_not_vary_carries_nothing_over() -> None:
    assert lag1(sums_of([5, 5, 5])) is None
    assert lag1(sums_of([])) is None
    assert carrying(some_ratings([5, 5, 5, 5])) is None


def test_without_two_ratings_on_a_day_nothing_can_be_said() -> None:
    assert carrying(some_ratings([1, 9, 4], [0, 24, 48], [0, 1, 2])) is None


def test_two_ratings_at_once_do_not_break_it() -> None:
    values, hours = drifting(40)
    fitted = carrying(some_ratings([*values, 30], [*hours, hours[-1]], [0] * 41))
    assert fitted is not None


def test_what_was_made_with_a_half_life_is_found_again() -> None:
    values, hours = drifting(6000, half_life=3.0)
    fitted = carrying(some_ratings(values, hours, [0] * len(values)))
    assert fitted is not None
    assert fitted.half_life_low is not None
    assert fitted.half_life_high is not None
    assert fitted.half_life_low < 3.0 < fitted.half_life_high
    assert fitted.per_hour == pytest.approx(0.5 ** (1 / fitted.half_life), rel=AS_R)


def test_the_likelihood_is_that_of_the_model_written_down_one_rating_after_the_other() -> None:
    values, hours = drifting(60)
    ratings = some_ratings(values, hours, [int(at // 24) for at in hours])
    fitted = carrying(ratings)
    assert fitted is not None
    by_hand = _log_likelihood(ratings, fitted.per_hour, fitted.mean, fitted.sd)
    assert fitted.log_likelihood == pytest.approx(by_hand, rel=AS_R)
    for per_hour in (fitted.per_hour * 0.99, fitted.per_hour * 1.005):
        assert _log_likelihood(ratings, per_hour, fitted.mean, fitted.sd) < by_hand


def test_where_very_many_gaps_differ_alike_ones_count_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    values, hours = drifting(2000)
    draw = Random(4)
    uneven = some_ratings(values, [at + draw.random() * 0.2 for at in hours], [0] * len(values))
    exact = carrying(uneven)
    monkeypatch.setattr(inertia, "_MOST_GAPS", 100)
    together = carrying(uneven)
    assert exact is not None
    assert together is not None
    assert together.half_life == pytest.approx(exact.half_life, rel=1e-4)


@needs_reference
@pytest.mark.parametrize("person", PEOPLE)
def test_the_autoregression_as_r_has_it(person: str) -> None:
    sums = added(sums_by_day(ratings_of(marks_of(person), FOUR)))
    assert lag1(sums) == pytest.approx(of_person(person)["ar1_ols_wd"], rel=AS_R)


@needs_reference
@pytest.mark.parametrize("person", PEOPLE)
def test_the_continuous_one_as_nlme_has_it(person: str) -> None:
    # The reference takes all ratings as one stretch; its optimiser stops at about seven digits of the likelihood.
    expected, ratings = of_person(person), ratings_of(marks_of(person), FOUR)
    first = Ratings(ratings.values[:100], ratings.hours[:100], [0] * 100)
    fitted = carrying(first)
    assert fitted is not None
    assert fitted.log_likelihood >= expected["car1_logLik"] - 1e-6
    assert fitted.log_likelihood == pytest.approx(expected["car1_logLik"], rel=1e-7)
    assert fitted.per_hour == pytest.approx(expected["car1_phi_per_hour"], abs=1e-4)
    assert fitted.mean == pytest.approx(expected["car1_mu"], rel=1e-5)
    assert fitted.sd == pytest.approx(expected["car1_sigma"], rel=1e-4)


@needs_reference
@pytest.mark.parametrize("variable", ["pat_restl", "phy_tired", "pat_agitate"])
def test_where_nlme_finds_nothing_carried_over_no_half_life_is_made_up(variable: str) -> None:
    ratings = long_ratings(variable)
    first = Ratings(ratings.values[:100], ratings.hours[:100], [0] * 100)
    assert of_person("1", variable)["car1_phi_per_hour"] < 1e-10
    assert carrying(first) is None


def drifting(count: int, half_life: float = 4.0) -> tuple[list[float], list[float]]:
    """Ratings that drift around 50, at uneven times."""
    draw, hours, values = Random(3), [0.0], [50.0]
    for _ in range(count - 1):
        gap = draw.choice((0.5, 1.0, 2.0, 3.5))
        carried = 0.5 ** (gap / half_life)
        hours.append(hours[-1] + gap)
        values.append(50 + carried * (values[-1] - 50) + draw.gauss(0, 10 * (1 - carried**2) ** 0.5))
    return values, hours


def _log_likelihood(ratings: Ratings, per_hour: float, mean: float, sd: float) -> float:
    rows = list(zip(*ratings, strict=True))
    total = _log_normal(rows[0][0] - mean, sd)
    for (before, at, day), (value, then, other) in pairwise(rows):
        carried = exp(log(per_hour) * (then - at)) if day == other else 0.0
        total += _log_normal(value - mean - carried * (before - mean), sd * (1 - carried**2) ** 0.5)
    return total


def _log_normal(distance: float, sd: float) -> float:
    return -log(2 * pi) / 2 - log(sd) - (distance / sd) ** 2 / 2
