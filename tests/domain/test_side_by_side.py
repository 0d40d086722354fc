"""Two sets of check-ins side by side."""

from companion.domain.columns import Columns, columns_of
from companion.domain.side_by_side import Pair, side_by_side
from companion.domain.zone import Zone
from tests.support.rated import FOUR, a_mark


def days_around(level: int, days: int = 20, outside: int = 1) -> Columns:
    """Four a day three hours apart; `outside` of the four are not inside."""
    return columns_of(
        a_mark(
            day * 24 + 8 + 3 * place,
            level + 3 * (place - 1) + day % 3,
            Zone.ABOVE if place < outside else Zone.INSIDE,
        )
        for day in range(days)
        for place in range(4)
    )


def pairs(first: Columns, second: Columns) -> dict[str, Pair]:
    return {pair.name: pair for pair in side_by_side(first, second, FOUR)}


def test_a_large_and_steady_difference_is_clear_and_has_its_direction() -> None:
    found = pairs(days_around(50), days_around(40))["mean"]
    assert found.is_clear
    assert found.difference is not None
    assert found.difference.value == -10


def test_less_than_five_points_are_not_clear() -> None:
    assert not pairs(days_around(50), days_around(54))["mean"].is_clear


def test_a_share_needs_ten_percentage_points() -> None:
    assert pairs(days_around(50, outside=1), days_around(50, outside=2))["share.inside"].is_clear
    assert not pairs(days_around(50), days_around(50))["share.inside"].is_clear


def test_the_share_is_that_of_the_answers() -> None:
    first = pairs(days_around(50, outside=3), days_around(50))["share.inside"].first
    assert (first.value, first.n, first.days) == (0.25, 80, 20)
    assert first.low is not None
    assert first.low < 0.25


def test_below_its_gate_nothing_is_compared() -> None:
    found = pairs(days_around(50, days=4), days_around(90))["mean"]
    assert (found.first.is_open, found.second.is_open, found.difference) == (False, True, None)
    assert not found.is_clear


def test_steadiness_stands_beside_only_if_wanted() -> None:
    names = [pair.name for pair in side_by_side(days_around(50), days_around(40), FOUR, with_steadiness=False)]
    assert names == ["mean", "share.inside"]
    assert pairs(days_around(50), days_around(40))["relative_sd"].difference is not None


def test_nothing_beside_something_is_no_difference() -> None:
    found = pairs(Columns(), days_around(50))
    assert all(pair.difference is None and pair.first.n == 0 for pair in found.values())
