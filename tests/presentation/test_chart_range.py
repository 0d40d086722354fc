"""The chart's ranges, and moving from one to the next."""

from datetime import date, timedelta
from itertools import pairwise

from companion.domain.period import Period
from companion.presentation.chart_range import RANGES, ChartRange, Place

TODAY = date(2026, 11, 22)
WHOLE = Period(date(2026, 6, 1), TODAY)


def test_a_month_is_the_four_weeks_up_to_today() -> None:
    assert Place(ChartRange.MONTH).period(TODAY, WHOLE) == Period(date(2026, 10, 26), TODAY)


def test_a_day_is_today() -> None:
    assert Place(ChartRange.DAY).period(TODAY, WHOLE) == Period(TODAY, TODAY)


def test_all_is_from_the_first_to_the_last_day_with_check_ins() -> None:
    assert Place(ChartRange.ALL).period(TODAY, WHOLE) == WHOLE


def test_all_of_nothing_is_a_month() -> None:
    assert Place(ChartRange.ALL).period(TODAY, None).days == 28


def test_earlier_is_the_range_just_before() -> None:
    place = Place(ChartRange.MONTH).earlier(TODAY, WHOLE)

    assert place.period(TODAY, WHOLE) == Period(date(2026, 9, 28), date(2026, 10, 25))


def test_later_undoes_earlier_and_then_follows_today() -> None:
    place = Place(ChartRange.DAY).earlier(TODAY, WHOLE).later(TODAY, WHOLE)

    assert place.period(TODAY + timedelta(1), WHOLE).last == TODAY + timedelta(1)


def test_nothing_comes_before_the_first_check_in() -> None:
    place = Place(ChartRange.MONTH)
    for _ in range(100):
        place = place.earlier(TODAY, WHOLE)

    assert place.period(TODAY, WHOLE).first <= WHOLE.first <= place.period(TODAY, WHOLE).last
    assert not place.may_go_earlier(TODAY, WHOLE)


def test_nothing_comes_after_today() -> None:
    assert not Place(ChartRange.MONTH).may_go_later(TODAY, WHOLE)
    assert Place(ChartRange.MONTH).later(TODAY, WHOLE) == Place(ChartRange.MONTH)


def test_later_does_not_pass_today() -> None:
    yesterday = Place(ChartRange.MONTH, TODAY - timedelta(1))

    assert yesterday.later(TODAY, WHOLE).period(TODAY, WHOLE).last == TODAY


def test_another_range_ends_where_this_one_ends() -> None:
    place = Place(ChartRange.MONTH).earlier(TODAY, WHOLE).of(ChartRange.DAY)

    assert place.period(TODAY, WHOLE) == Period(date(2026, 10, 25), date(2026, 10, 25))


def test_after_all_comes_today() -> None:
    assert Place(ChartRange.ALL, date(2020, 1, 1)).of(ChartRange.DAY).period(TODAY, WHOLE).last == TODAY


def test_all_has_no_neighbours() -> None:
    place = Place(ChartRange.ALL)

    assert not place.may_go_earlier(TODAY, WHOLE)
    assert not place.may_go_later(TODAY, WHOLE)


def test_every_range_but_all_is_whole_weeks_or_a_day() -> None:
    days = [chart_range.days for chart_range in RANGES]

    assert days == [1, 7, 28, 91, 364, None]


def test_a_zoomed_range_has_no_button() -> None:
    place = Place().zoomed(0.5, TODAY, TODAY, WHOLE)

    assert (place.chart_range, place.period(TODAY, WHOLE).days) == (ChartRange.OWN, 14)
    assert ChartRange.OWN not in RANGES


def test_zooming_to_the_length_of_a_range_is_that_range() -> None:
    assert Place().zoomed(0.25, TODAY, TODAY, WHOLE).chart_range is ChartRange.WEEK


def test_the_day_that_is_held_stays_where_it_is() -> None:
    held = date(2026, 11, 8)
    period = Place(last=TODAY).zoomed(0.5, held, TODAY, WHOLE).period(TODAY, WHOLE)

    assert (held - period.first).days == 6


def test_every_step_of_a_zoom_is_a_day_at_least_and_it_ends_at_one_day_and_at_all() -> None:
    place, lengths = Place(), []
    for _ in range(30):
        place = place.zoomed(0.8, TODAY, TODAY, WHOLE)
        lengths.append(place.period(TODAY, WHOLE).days)
    assert lengths[-1] == 1
    assert all(after < before or after == 1 for before, after in pairwise(lengths))

    for _ in range(60):
        place = place.zoomed(1.25, TODAY, TODAY, WHOLE)
    assert place.chart_range is ChartRange.ALL


def test_a_year_of_which_a_part_is_there_stays_a_year_when_it_is_moved() -> None:
    place = Place(ChartRange.YEAR)
    moved = place.over(place.period(TODAY, WHOLE).moved(-10), TODAY, WHOLE)

    assert (moved.chart_range, moved.period(TODAY, WHOLE).last) == (ChartRange.YEAR, TODAY - timedelta(10))


def test_nothing_is_moved_beyond_today_or_wholly_before_the_first_check_in() -> None:
    place = Place()

    assert place.over(Period(TODAY, TODAY + timedelta(27)), TODAY, WHOLE).period(TODAY, WHOLE).last == TODAY
    early = Period(date(2020, 1, 1), date(2020, 1, 28))
    assert place.over(early, TODAY, WHOLE).period(TODAY, WHOLE).last == WHOLE.first


def test_zooming_into_all_gives_a_range_that_can_be_moved() -> None:
    place = Place(ChartRange.ALL).zoomed(0.64, date(2026, 8, 1), TODAY, WHOLE)

    assert place.chart_range is ChartRange.OWN
    assert place.may_go_earlier(TODAY, WHOLE)
    assert place.may_go_later(TODAY, WHOLE)
