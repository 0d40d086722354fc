"""Labels in columns weigh what they weigh one by one."""

from datetime import UTC, datetime

import pytest

from companion.domain.columns import columns_of
from companion.domain.label import Label
from companion.domain.mark import Mark
from companion.domain.metrics.labels import counts_of, labels_until, weights_at
from companion.domain.metrics.window_bounds import HORIZON, estimate_from, estimate_window
from companion.domain.zone import Zone
from tests.support.rated import FOUR, a_mark

MARKS = [
    a_mark(hours, arousal, zone, is_scheduled=hours % 2 == 0)
    for hours, arousal, zone in (
        (10, 20, Zone.BELOW),
        (30, 50, Zone.INSIDE),
        (33, 90, Zone.ABOVE),
        (36, 60, Zone.MIXED),
        (60, None, Zone.BELOW),
        (90, 85, Zone.ABOVE),
    )
]


def test_asked_or_not_they_count_with_an_energy_and_one_of_three_answers() -> None:
    labels, until = labels_until(columns_of(MARKS), None, FOUR)
    assert counts_of(labels) == (1, 1, 2, 3)
    assert until == 90 * 3600


def test_the_estimate_is_that_of_the_labels_one_by_one() -> None:
    at = datetime(1970, 2, 1, tzinfo=UTC)
    one_by_one = [Label(m.arousal, m.zone, m.at) for m in MARKS if m.arousal and m.zone and m.zone is not Zone.MIXED]
    labels, until = labels_until(columns_of(MARKS), at.timestamp(), FOUR)
    found, expected = estimate_from(weights_at(labels, until)), estimate_window(one_by_one, at)
    assert found.lower.points == pytest.approx(expected.lower.points)
    assert found.upper.points == pytest.approx(expected.upper.points)


def test_what_is_too_old_weighs_nothing() -> None:
    late = MARKS[-1].at + HORIZON.total_seconds()
    marks = [*MARKS, Mark("new", late, 0, 40, Zone.INSIDE, True)]
    assert counts_of(labels_until(columns_of(marks), None, FOUR)[0]) == (0, 1, 1, 2)


def test_without_labels_there_is_nothing_to_weigh() -> None:
    labels, until = labels_until(columns_of([]), None, FOUR)
    assert (counts_of(labels), until) == ((0, 0, 0, 0), 0.0)
