"""Two periods side by side."""

from companion.domain.metrics.comparison import LEAST_POINTS, difference, without_practice
from companion.domain.metrics.day_sums import Sums, sums_by_day
from companion.domain.metrics.descriptive import mean
from companion.domain.metrics.instability import rmssd
from tests.support.rated import some_ratings


def days_around(level: float, days: int = 20, wide: float = 4) -> list[Sums]:
    values = [level + wide * (place % 3 - 1) + wide * (place // 4 % 2) for place in range(days * 4)]
    return sums_by_day(some_ratings(values, list(range(days * 4)), [place // 4 for place in range(days * 4)]))


def test_a_large_and_steady_difference_is_clear() -> None:
    found = difference(days_around(40), days_around(50), mean, LEAST_POINTS)
    assert found is not None
    assert found.low < found.value < found.high
    assert found.is_clear


def test_a_difference_of_less_than_five_points_is_never_clear() -> None:
    found = difference(days_around(40), days_around(44), mean, LEAST_POINTS)
    assert found is not None
    assert found.low > 0
    assert not found.is_clear


def test_a_large_difference_that_days_could_undo_is_not_clear() -> None:
    found = difference(days_around(40, days=4, wide=40), days_around(47, days=4, wide=40), mean, LEAST_POINTS)
    assert found is not None
    assert found.value >= LEAST_POINTS
    assert not found.is_clear


def test_it_has_its_direction() -> None:
    found = difference(days_around(50), days_around(40), mean, LEAST_POINTS)
    assert found is not None
    assert (found.value, found.is_clear) == (-10, True)


def test_what_one_period_cannot_say_is_not_compared() -> None:
    alone = sums_by_day(some_ratings([50], [0], [0]))
    assert difference(alone, days_around(50), rmssd, LEAST_POINTS) is None
    assert difference([], days_around(50), mean, LEAST_POINTS) is None


def test_the_first_fourteen_days_belong_to_no_period() -> None:
    assert without_practice([100, 113, 114, 200], 100) == [114, 200]
