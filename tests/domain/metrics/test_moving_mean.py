"""A mean that forgets."""

from math import exp

import pytest

from companion.domain.metrics.moving_mean import is_frozen, moving_mean
from tests.support.rated import some_ratings
from tests.support.reference import AS_R, needs_reference, vector


def test_the_longer_the_gap_the_more_the_new_one_counts() -> None:
    means = moving_mean(some_ratings([50, 60, 40], [0, 4, 12]), forgetting=8)
    second = 50 + (1 - exp(-0.5)) * 10
    assert means == pytest.approx([50, second, second + (1 - exp(-1)) * (40 - second)], rel=AS_R)


def test_it_begins_where_told() -> None:
    assert moving_mean(some_ratings([80]), start=50) == [50]
    assert moving_mean(some_ratings([])) == []


def test_after_five_days_without_ratings_it_says_nothing() -> None:
    assert [is_frozen([1.0], at) for at in (121.0, 121.1)] == [False, True]
    assert is_frozen([], 0)


@needs_reference
def test_the_small_vector() -> None:
    for given in vector("ewma"):
        hours = [sum(given["dt_h"][: place + 1]) for place in range(len(given["x"]))]
        means = moving_mean(some_ratings(given["x"], hours), given["tau_h"], given["start"])
        assert means == pytest.approx(given["value"], rel=AS_R)
