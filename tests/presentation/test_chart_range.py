"""The chart's ranges, and moving from one to the next."""

from datetime import date, timedelta

from companion.domain.period import Period
from companion.presentation.chart_range import ChartRange, Place

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
