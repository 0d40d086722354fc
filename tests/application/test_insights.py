"""Looking back: what a period holds."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from companion.application.days import DayService
from companion.application.demo import demo_year
from companion.application.errors import Trouble, UserError
from companion.application.insights import InsightService
from companion.domain.day_start import START_OF_DAY
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


def test_days_begin_when_the_store_says() -> None:
    evening, night, morning = (
        a_check_in(at=at(f"2026-11-{when}:00+01:00")) for when in ("21T23:59", "22T00:00", "22T09:00")
    )
    insights = insights_into([evening, night, morning], FakeClock(), day_start=time(0, 0))
    look = insights.look(Period(SUNDAY, SUNDAY), most_marks=10)
    assert [mark.id for mark in look.marks or ()] == [night.id, morning.id]
    assert (look.check_ins, look.day_start) == (2, time(0, 0))


def test_where_days_begin_at_noon_today_is_the_day_before_until_then() -> None:
    clock = FakeClock("2026-11-22T11:59:00")
    insights = insights_into([], clock, day_start=time(12, 0))
    assert insights.today() == SUNDAY - timedelta(1)
    clock.pass_time(minutes=1)
    assert insights.today() == SUNDAY


def test_travelling_leaves_every_check_in_on_its_day() -> None:
    clock = FakeClock("2026-11-22T21:00:00", "Pacific/Auckland")
    there = a_check_in(at=clock.now())
    clock.travel_to("Europe/Berlin")
    clock.pass_time(hours=14)
    here = a_check_in(at=clock.now())  # 23:00 in Berlin, on the same Sunday
    insights = insights_into([there, here], clock)
    assert insights.today() == SUNDAY
    assert insights.look(Period(SUNDAY, SUNDAY), most_marks=10).check_ins == 2
    clock.travel_to("Pacific/Honolulu")
    assert [mark.id for mark in insights.look(Period(SUNDAY, SUNDAY), 10).marks or ()] == [there.id, here.id]


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 28), 23),
        ("Europe/Berlin", date(2026, 10, 24), 25),
        ("Australia/Lord_Howe", date(2026, 4, 4), 24.5),
        ("Australia/Lord_Howe", date(2026, 10, 3), 23.5),
        ("Pacific/Apia", date(2011, 12, 29), 20),  # to midnight; then the 30th is left out
    ],
)
def test_a_day_on_which_clocks_change_holds_all_its_hours(zone: str, day: date, hours: float) -> None:
    begin = datetime.combine(day, time(4, 0), ZoneInfo(zone))
    instants = [begin.astimezone(UTC) + timedelta(minutes=30 * half) for half in range(int(hours * 2))]
    around = [begin.astimezone(UTC) - timedelta(minutes=1), begin.astimezone(UTC) + timedelta(hours=hours)]
    check_ins = [a_check_in(at=moment_of(i.astimezone(ZoneInfo(zone)), zone)) for i in [*instants, *around]]
    look = insights_into(check_ins, FakeClock("2026-12-01T12:00:00", zone)).look(Period(day, day), most_marks=100)
    assert look.check_ins == len(look.marks or ()) == len(instants)


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
        by_day[lived.day(START_OF_DAY)] = by_day.get(lived.day(START_OF_DAY), 0) + 1

    assert by_day == {day.day: day.check_ins for day in look.days}
