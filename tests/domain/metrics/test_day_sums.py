"""What is added up of a day."""

from companion.domain.metrics.day_sums import Sums, added, sums_by_day
from tests.support.rated import some_ratings


def test_each_day_has_its_own_sums() -> None:
    first, second = sums_by_day(some_ratings([1, 3, 5], [0, 2, 24], [0, 0, 1]))
    assert (first.ratings, first.total, first.squares, first.pairs) == (2, 4, 10, 1)
    assert (first.changes, first.adjusted, first.products) == (4, 2, 3)
    assert second == Sums(ratings=1, total=5, squares=25)


def test_days_add_up_to_the_whole() -> None:
    days = sums_by_day(some_ratings([1, 3, 5, 9], [0, 2, 24, 25], [0, 0, 1, 1]))
    assert added(days) == Sums(4, 18, 116, 2, 20, 18, 0, 0, 6, 12, 26, 48)


def test_no_days_add_up_to_nothing() -> None:
    assert added([]) == Sums()


def test_a_change_is_acute_from_the_given_size_on() -> None:
    sums = added(sums_by_day(some_ratings([0, 25, 0, 24]), acute=25))
    assert (sums.ups, sums.downs) == (1, 1)
