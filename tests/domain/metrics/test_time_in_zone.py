"""Hours that answers own."""

import pytest

from companion.domain.metrics.time_in_zone import owned_by_day, owned_hours, time_in_zones
from companion.domain.zone import Zone
from tests.support.rated import some_answers
from tests.support.reference import AS_R, needs_reference, vector


def test_an_answer_owns_half_the_gap_on_each_side_and_at_most_two_hours() -> None:
    assert list(owned_hours([9, 11, 15, 21], [1, 1, 1, 1])) == [1, 3, 4, 2]


def test_a_night_is_never_bridged() -> None:
    assert list(owned_hours([22, 23, 24.5, 25.5], [1, 1, 2, 2])) == [0.5, 0.5, 0.5, 0.5]


def test_the_shares_of_the_hours() -> None:
    times = time_in_zones(some_answers("biai", [9, 11, 15, 21]))
    assert times is not None
    assert times.owned_hours == 10
    assert (times.shares[Zone.BELOW], times.shares[Zone.INSIDE], times.shares[Zone.ABOVE]) == (0.1, 0.5, 0.4)
    assert times.coverage == 10 / 16


def test_days_with_a_single_answer_make_the_coverage_smaller() -> None:
    times = time_in_zones(some_answers("iii", [8, 12, 36], [0, 0, 1]))
    assert times is not None
    assert times.coverage == 4 / 32


def test_each_day_has_its_hours_in_each_zone() -> None:
    by_day = owned_by_day(some_answers("biaib", [9, 11, 15, 21, 40], [0, 0, 0, 0, 1]))
    place = list(Zone).index
    assert [by_day[0][place(zone)] for zone in (Zone.BELOW, Zone.INSIDE, Zone.ABOVE)] == [1, 5, 4]
    assert by_day[1].tolist() == [0] * 5


def test_answers_that_own_nothing_have_no_hours() -> None:
    assert time_in_zones(some_answers("ib", [8, 30], [0, 1])) is None
    assert time_in_zones(some_answers("")) is None


@needs_reference
def test_the_small_vector() -> None:
    for given in vector("time_in_zone"):
        letters = "".join("b" if x < given["L"] else "a" if x > given["U"] else "i" for x in given["x"])
        times = time_in_zones(some_answers(letters, given["t"], given["day"]))
        assert times is not None
        assert list(owned_hours(given["t"], given["day"], given["half_max_h"])) == given["owned"]
        assert times.shares[Zone.BELOW] == pytest.approx(given["below"], rel=AS_R)
        assert times.shares[Zone.INSIDE] == pytest.approx(given["inside"], rel=AS_R)
        assert times.shares[Zone.ABOVE] == pytest.approx(given["above"], rel=AS_R)
