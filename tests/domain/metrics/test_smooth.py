"""Where the smooth line is drawn, and where it is not."""

from math import sin
from random import Random

import pytest

from companion.domain.metrics import smooth
from companion.domain.metrics.ratings import Ratings
from companion.domain.metrics.smooth import smooth_line


def days_of(*days: float, values: list[float] | None = None) -> Ratings:
    return Ratings(values or [50.0 + day % 3 for day in days], [day * 24 for day in days], list(map(int, days)))


THICK = [day + part / 4 for day in range(40) for part in range(3)]


def test_it_is_drawn_with_its_range_where_ratings_lie_close() -> None:
    (point,) = smooth_line(days_of(*THICK), [20.1])
    assert point is not None
    assert point.low < point.value < point.high
    assert 50 < point.value < 53


def test_it_breaks_over_more_than_five_days_without_ratings() -> None:
    days = [day for day in THICK if not 15 <= day < 21]
    line = smooth_line(days_of(*days), [14.2, 16, 18, 20, 21.2])
    assert [point is None for point in line] == [False, True, True, True, False]


def test_it_ends_where_the_ratings_end() -> None:
    assert smooth_line(days_of(*THICK), [-0.1, 39.6]) == [None, None]


def test_few_ratings_close_by_do_not_carry_it() -> None:
    days = [*(day for day in THICK if day < 30), 34.5, 39, 43.5, 48]
    line = smooth_line(days_of(*days), [29, 48])
    assert [point is None for point in line] == [False, True]


def test_one_far_off_rating_does_not_pull_it() -> None:
    values = [50.0 + place % 2 for place in range(len(THICK))]
    values[60] = 100.0
    (point,) = smooth_line(days_of(*THICK, values=values), [THICK[60]])
    assert point is not None
    assert abs(point.value - 50.5) < 0.5


def test_nothing_or_all_at_once_is_no_line() -> None:
    assert smooth_line(days_of(), [1.0]) == [None]
    assert smooth_line(days_of(3, 3, 3), [3.0]) == [None]


def test_many_ratings_put_together_run_as_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = Random(5)
    days = sorted(draw.random() * 300 for _ in range(smooth.MOST_SINGLE * 2))
    many = days_of(*days, values=[50 + 20 * sin(day / 40) + draw.gauss(0, 8) for day in days])
    places = [day + 0.5 for day in range(2, 298, 7)]
    together = smooth_line(many, places)
    monkeypatch.setattr(smooth, "MOST_SINGLE", len(days))
    for one, other in zip(together, smooth_line(many, places), strict=True):
        assert one is not None
        assert other is not None
        assert list(one) == pytest.approx(list(other), abs=0.05)


def test_ten_thousand_within_an_hour_are_a_line_all_the_same() -> None:
    days = [3 + place / 240_000 for place in range(10_000)]
    (point,) = smooth_line(days_of(*days, values=[40.0 + place % 3 for place in range(10_000)]), [3.02])
    assert point is not None
    assert abs(point.value - 41) < 0.1
