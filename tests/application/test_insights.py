"""Looking back: what a period holds."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from companion.application.days import DayService
from companion.application.demo import demo_year
from companion.application.errors import Trouble, UserError
from companion.application.insights import InsightService
from companion.domain.moment import Moment, moment_of
from companion.domain.period import Period, period_ending
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.noted import insights_into
from tests.support.store import a_vault

SUNDAY = date(2026, 11, 22)


def at(text: str) -> Moment:
    return moment_of(datetime.fromisoformat(text))


def test_the_small_hours_belong_to_the_day_before() -> None:
    night = a_check_in(at=at("2026-11-22T03:59:00+01:00"))
    morning = a_check_in(at=at("2026-11-22T04:00:00+01:00"))

    look = insights_into([night, morning], FakeClock()).look(Period(SUNDAY, SUNDAY), most_marks=10)

    assert [mark.id for mark in look.marks or ()] == [morning.id]
    assert look.check_ins == 1


@pytest.mark.parametrize("offset", ["+13:00", "-11:00", "+01:00"])
def test_a_check_in_belongs_to_the_day_it_was_where_it_was_lived(offset: str) -> None:
    abroad = a_check_in(at=at(f"2026-11-22T21:30:00{offset}"))

    look = insights_into([abroad], FakeClock()).look(Period(SUNDAY, SUNDAY), most_marks=10)

    assert len(look.marks or ()) == look.check_ins == 1


def test_more_check_ins_than_asked_for_are_not_read_one_by_one() -> None:
    insights = insights_into([a_check_in(hours_ago=hours) for hours in (1, 2, 3)], FakeClock())

    assert insights.look(Period(SUNDAY, SUNDAY), most_marks=2).marks is None
    assert len(insights.look(Period(SUNDAY, SUNDAY), most_marks=3).marks or ()) == 3


def test_many_neighbours_leave_none_of_the_period_out() -> None:
    crowd = [a_check_in(at=at(f"2026-11-23T05:{minute:02}:00+01:00")) for minute in range(60)]
    alone = a_check_in(at=at("2026-11-22T12:00:00+01:00"))

    look = insights_into([*crowd, alone], FakeClock()).look(Period(SUNDAY, SUNDAY), most_marks=1)

    assert [mark.id for mark in look.marks or ()] == [alone.id]


def test_the_whole_reaches_from_the_first_to_the_last_day() -> None:
    insights = insights_into([a_check_in(hours_ago=24 * 10), a_check_in()], FakeClock())

    assert insights.whole() == Period(SUNDAY - timedelta(10), SUNDAY)
    assert insights_into([], FakeClock()).whole() is None


def test_a_locked_vault_shows_nothing() -> None:
    with pytest.raises(UserError) as refused:
        insights_into([a_check_in()], FakeClock(), is_locked=True).look(Period(SUNDAY, SUNDAY), 10)

    assert refused.value.trouble is Trouble.LOCKED


def test_the_real_store_gives_the_same_look(tmp_path: Path) -> None:
    clock = FakeClock("2026-04-10T12:00:00")
    noted = demo_year(clock.now(), clock.zone())
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for check_in in noted:
            store.check_ins.add(check_in)
    # These four weeks hold the night in March on which the clocks change.
    period = period_ending(date(2026, 4, 10), 28)

    look = InsightService(vault, DayService(vault, clock)).look(period, 1500)

    expected = insights_into(noted, clock).look(period, 1500)
    assert (look.whole, look.marks, look.windows) == (expected.whole, expected.marks, expected.windows)
    assert [(day.day, day.check_ins, day.arousal) for day in look.days] == [
        (day.day, day.check_ins, day.arousal) for day in expected.days
    ]
    vault.close()


def test_each_day_of_a_look_counts_its_marks() -> None:
    clock = FakeClock("2026-04-10T12:00:00")
    look = insights_into(demo_year(clock.now(), clock.zone()), clock).look(period_ending(date(2026, 4, 10), 28), 1500)

    by_day: dict[date, int] = {}
    for mark in look.marks or ():
        lived = Moment(datetime.fromtimestamp(mark.at, UTC), timedelta(seconds=mark.offset))
        by_day[lived.day()] = by_day.get(lived.day(), 0) + 1

    assert by_day == {day.day: day.check_ins for day in look.days}
