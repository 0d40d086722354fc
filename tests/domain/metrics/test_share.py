"""Shares and their intervals."""

import pytest

from companion.domain.metrics.share import as_ratings, shares, wilson
from companion.domain.zone import Zone
from tests.support.rated import some_answers
from tests.support.reference import AS_R, needs_reference, vector


def test_the_interval_by_hand() -> None:
    share = wilson(1, 1, z=1.0)
    assert share is not None
    assert list(share) == pytest.approx([1, 0.5, 1])


@pytest.mark.parametrize(("hits", "count"), [(0, 1), (0, 9), (9, 9), (5, 10), (1, 100_000)])
def test_the_interval_holds_the_share_and_stays_between_none_and_all(hits: int, count: int) -> None:
    share = wilson(hits, count)
    assert share is not None
    assert 0 <= share.low <= share.value <= share.high <= 1


def test_of_nothing_there_is_no_share() -> None:
    assert wilson(0, 0) is None
    assert shares([]) is None


def test_the_five_shares_sum_to_one() -> None:
    found = shares(some_answers("iiabmuu").zones)
    assert found is not None
    assert sum(share.value for share in found.values()) == pytest.approx(1)
    assert found[Zone.UNSURE].value == 2 / 7


def test_the_mean_of_answers_as_ratings_is_the_share() -> None:
    answers = some_answers("iabi")
    assert list(as_ratings(answers, Zone.INSIDE).values) == [1, 0, 0, 1]
    assert list(as_ratings(answers, Zone.ABOVE).values) == [0, 1, 0, 0]


@needs_reference
def test_as_r_has_it() -> None:
    for given in vector("wilson90"):
        share = wilson(given["k"], given["n"])
        assert share is not None
        assert share.low == pytest.approx(given["lo"], rel=AS_R)
        assert share.high == pytest.approx(given["hi"], rel=AS_R)
