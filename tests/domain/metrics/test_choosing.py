"""Some of the check-ins of columns."""

from datetime import date

import pytest

from companion.domain.columns import Columns, columns_of
from companion.domain.metrics.choosing import by_myself, within
from companion.domain.zone import Zone
from tests.support.rated import FOUR, MIDNIGHT, a_mark

HOURS = (3, 5, 27, 29)
FIRST, SECOND = date(1970, 1, 1), date(1970, 1, 2)


def some() -> Columns:
    return columns_of([a_mark(hours, place, Zone.INSIDE) for place, hours in enumerate(HOURS)])


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, [0, 1, 2, 3]),
        (FIRST, None, [1, 2, 3]),
        (None, FIRST, [0, 1, 2]),
        (FIRST, FIRST, [1, 2]),
        (SECOND, SECOND, [3]),
        (date.min, date.max, [0, 1, 2, 3]),
    ],
)
def test_days_are_whole_at_both_ends(first: date | None, last: date | None, expected: list[int]) -> None:
    assert list(within(some(), FOUR, first, last).arousal) == expected


def test_a_day_begins_when_it_is_said_to() -> None:
    assert list(within(some(), MIDNIGHT, FIRST, FIRST).arousal) == [0, 1]


def test_instants_are_exact_at_both_ends() -> None:
    assert list(within(some(), FOUR, start=5 * 3600, end=27 * 3600).arousal) == [1, 2]


def test_all_of_a_check_in_is_kept() -> None:
    kept = within(some(), FOUR, start=29 * 3600)
    assert [list(column) for column in (kept.at, kept.offset, kept.arousal, kept.zone, kept.scheduled)] == [
        [29 * 3600],
        [0],
        [3],
        [list(Zone).index(Zone.INSIDE)],
        [1],
    ]


def test_what_nobody_asked_for_counts_as_if_it_were_asked() -> None:
    both = columns_of([a_mark(8, 10), a_mark(9, 20, is_scheduled=False)])
    alone = by_myself(both)
    assert (list(alone.arousal), list(alone.scheduled)) == ([20], [1])


def test_of_nothing_nothing_is_chosen() -> None:
    assert len(by_myself(Columns())) == 0
    assert len(within(Columns(), FOUR, FIRST, SECOND)) == 0
