"""The smooth line in stretches: behind its gate, broken over gaps, and over nights where nights can be seen."""

from datetime import date, datetime, timedelta, timezone

import pytest

from companion.domain.columns import columns_of
from companion.domain.day_start import START_OF_DAY
from companion.domain.mark import Mark
from companion.domain.metrics.ratings import ratings_of
from companion.domain.metrics.smooth import smooth_line
from companion.domain.metrics.stretches import smooth_stretches
from companion.domain.period import Period
from companion.domain.zone import Zone

FIRST = date(2026, 10, 26)
MONTH = Period(FIRST, date(2026, 11, 22))
BERLIN = timezone(timedelta(hours=1))


def a_rating(
    day: int, hour: float, level: int | None = 50, *, is_scheduled: bool = True, hours_east: int = 1
) -> Mark:
    at = datetime(2026, 10, 26, tzinfo=BERLIN) + timedelta(days=day, hours=hour)
    return Mark(f"{day}-{hour}", at.timestamp(), hours_east * 3600, level, Zone.INSIDE, is_scheduled)


def ratings(days: range, hours: tuple[float, ...] = (9, 13, 17, 21)) -> list[Mark]:
    return [a_rating(day, hour, 40 + (day * 7 + int(hour)) % 23) for day in days for hour in hours]


def test_a_month_of_ratings_has_one_line_from_the_first_to_the_last() -> None:
    (line,) = smooth_stretches(ratings(range(28)), MONTH, START_OF_DAY)

    offset = 3600
    assert line[0].wall == a_rating(0, 9).at + offset
    assert line[-1].wall == a_rating(27, 21).at + offset


def test_it_is_the_line_of_the_metrics() -> None:
    marks = ratings(range(28))
    (line,) = smooth_stretches(marks, MONTH, START_OF_DAY)

    places = [(point.wall - 3600) / 86_400 for point in line]
    expected = smooth_line(ratings_of(marks, START_OF_DAY), places)
    assert [point.value for point in line] == pytest.approx([one.value for one in expected if one is not None])


@pytest.mark.parametrize(
    "too_little", [ratings(range(9)), ratings(range(27), hours=(12,)), [], [a_rating(0, 12)]], ids=len
)
def test_below_its_gate_there_is_none(too_little: list[Mark]) -> None:
    assert smooth_stretches(too_little, MONTH, START_OF_DAY) == ()


def test_only_what_was_asked_and_rated_counts() -> None:
    marks = ratings(range(28))
    others = [a_rating(day, 11, 100, is_scheduled=False) for day in range(28)] + [a_rating(3, 12, None)]

    assert smooth_stretches([*marks, *others], MONTH, START_OF_DAY) == smooth_stretches(marks, MONTH, START_OF_DAY)


def test_check_ins_of_other_days_are_left_out() -> None:
    marks = ratings(range(28))

    assert smooth_stretches([*ratings(range(-5, 0)), *marks], MONTH, START_OF_DAY) == smooth_stretches(
        marks, MONTH, START_OF_DAY
    )


def test_a_gap_of_more_than_five_days_is_not_bridged() -> None:
    before, after = smooth_stretches([*ratings(range(11)), *ratings(range(17, 28))], MONTH, START_OF_DAY)

    assert before[-1].wall <= a_rating(10, 21).at + 3600
    assert after[0].wall >= a_rating(17, 9).at + 3600


def test_a_gap_is_not_bridged_either_where_places_lie_farther_apart_than_it_is_long() -> None:
    # Eight years with places twelve days apart.
    days = [*range(1500), *range(1507, 3000)]
    marks = [a_rating(day, 12, 45 + day % 9) for day in days]
    period = Period(FIRST, FIRST + timedelta(2999))

    assert len(smooth_stretches(marks, period, START_OF_DAY)) == 2


def test_in_two_weeks_every_night_stays_empty() -> None:
    marks = ratings(range(12))
    stretches = smooth_stretches(marks, Period(FIRST, FIRST + timedelta(11)), START_OF_DAY)

    assert len(stretches) == 12
    for day, stretch in enumerate(stretches):
        assert a_rating(day, 9).at + 3600 <= stretch[0].wall <= stretch[-1].wall <= a_rating(day, 21).at + 3600


def test_the_order_in_which_they_come_does_not_matter() -> None:
    marks = ratings(range(28))

    assert smooth_stretches(marks[::-1], MONTH, START_OF_DAY) == smooth_stretches(marks, MONTH, START_OF_DAY)


def test_columns_give_the_same_line_as_marks() -> None:
    marks = ratings(range(28))

    assert smooth_stretches(columns_of(marks), MONTH, START_OF_DAY) == smooth_stretches(marks, MONTH, START_OF_DAY)


def test_the_same_level_all_along_is_a_level_line_and_never_leaves_the_scale() -> None:
    (line,) = smooth_stretches(
        [a_rating(day, hour, 100) for day in range(28) for hour in (9, 15)], MONTH, START_OF_DAY
    )

    assert {round(point.value, 6) for point in line} == {100}
    assert all(0 <= point.low <= point.high <= 100 for point in line)


def test_a_journey_over_many_zones_never_turns_the_line_back() -> None:
    marks = [
        a_rating(day, hour, 50 + day % 5, hours_east=1 if day < 14 else -8) for day in range(28) for hour in (9, 18)
    ]

    for stretch in smooth_stretches(marks, MONTH, START_OF_DAY):
        walls = [point.wall for point in stretch]
        assert walls == sorted(walls)
