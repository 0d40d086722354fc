"""Periods: the person's days, on the wall clock of where they were lived."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.day_start import START_OF_DAY
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.period import Period, day_wall, period_ending, wall_day

NOVEMBER = date(2026, 11, 22)


@given(
    st.datetimes(datetime(1970, 1, 3), datetime(2200, 1, 1), timezones=st.just(UTC)),
    st.integers(-18 * 60, 18 * 60),
)
def test_wall_seconds_and_moments_agree_on_the_day(instant: datetime, minutes: int) -> None:
    moment = Moment(instant, timedelta(minutes=minutes))

    wall = instant.timestamp() + minutes * 60

    assert wall_day(wall, START_OF_DAY) == moment.day(START_OF_DAY)


def test_a_day_begins_where_the_one_before_ends() -> None:
    period = Period(NOVEMBER, NOVEMBER)

    assert period.wall_span(START_OF_DAY)[1] == period.moved(1).wall_span(START_OF_DAY)[0]


def test_a_day_begins_at_four_by_the_wall_clock() -> None:
    assert datetime.fromtimestamp(day_wall(NOVEMBER, START_OF_DAY), UTC) == datetime(2026, 11, 22, 4, tzinfo=UTC)


def test_a_period_that_ends_on_a_day_contains_it() -> None:
    period = period_ending(NOVEMBER, 28)

    assert (period.first, period.last, period.days) == (date(2026, 10, 26), NOVEMBER, 28)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(DomainError) as refused:
        Period(NOVEMBER, NOVEMBER - timedelta(1))

    assert refused.value.rule is Rule.RANGE_UPSIDE_DOWN
