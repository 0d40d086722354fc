"""The person's days begin when the store says, and changing that counts every day anew, one change at a time."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from companion.application.days import DayService, DayStartService
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import DayStartChanged
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment, moment_of
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.days import DaysVault, day_service
from tests.support.store import a_vault
from tests.support.worker import FakeWorker

SIX = time(6, 0)


class Desk:
    """A service, what it counted by, and what was told."""

    def __init__(self) -> None:
        self.clock, self.store, self.worker, self.bus = FakeClock(), DaysVault(), FakeWorker(), EventBus()
        self.days = day_service(self.clock, self.store)
        self.counted: list[time] = []
        self.outcomes: list[UserError | None] = []
        self.trouble: UserError | None = None
        self.news: list[DayStartChanged] = []
        self.bus.listen(DayStartChanged, self.news.append)
        self.service = DayStartService(self.days, self._recount, self.worker, self.bus)

    def change(self, day_start: time) -> None:
        self.service.change(day_start, self.outcomes.append)

    def _recount(self, day_start: time) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.counted.append(day_start)
        self.store.start = day_start


def lived(wall: str, zone: str) -> Moment:
    """The moment at which clocks of that zone showed that."""
    return moment_of(datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)), zone)


def test_today_begins_when_the_store_says() -> None:
    desk = Desk()
    desk.clock.set("2026-11-22T05:00:00")
    assert desk.days.today() == date(2026, 11, 22)
    desk.store.start = SIX
    assert desk.days.today() == date(2026, 11, 21)


def test_while_locked_the_beginning_known_last_holds() -> None:
    desk = Desk()
    desk.store.start = SIX
    assert desk.days.day_start == SIX
    desk.store.is_locked, desk.store.start = True, time(1, 0)
    assert desk.days.day_start == SIX


def test_travelling_moves_today_and_no_moment_of_before() -> None:
    clock = FakeClock("2026-11-22T23:30:00", "Pacific/Auckland")
    days = day_service(clock)
    there = clock.now()
    assert days.day_of(there) == days.today() == date(2026, 11, 22)
    clock.travel_to("Europe/Berlin")
    clock.pass_time(hours=1)
    assert days.today() == date(2026, 11, 22)  # half past twelve at noon, of the same day
    assert days.day_of(there) == date(2026, 11, 22)
    clock.travel_to("Pacific/Honolulu")
    assert (days.today(), days.day_of(there)) == (date(2026, 11, 22) - timedelta(1), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("wall", "zone", "day"),
    [
        ("2026-03-29T01:59", "Europe/Berlin", date(2026, 3, 28)),  # a day of 23 hours
        ("2026-03-29T03:00", "Europe/Berlin", date(2026, 3, 28)),
        ("2026-03-29T04:00", "Europe/Berlin", date(2026, 3, 29)),
        ("2026-10-25T02:30", "Europe/Berlin", date(2026, 10, 24)),  # of 25 hours, in the hour that comes twice
        ("2026-10-25T04:00", "Europe/Berlin", date(2026, 10, 25)),
        ("2026-04-05T01:45", "Australia/Lord_Howe", date(2026, 4, 4)),  # half an hour comes twice
        ("2026-04-05T04:00", "Australia/Lord_Howe", date(2026, 4, 5)),
        ("2011-12-29T23:59", "Pacific/Apia", date(2011, 12, 29)),
        (
            "2011-12-31T03:59",
            "Pacific/Apia",
            date(2011, 12, 30),
        ),  # of a day that had only these hours
        ("2011-12-31T04:00", "Pacific/Apia", date(2011, 12, 31)),
    ],
)
def test_a_moment_belongs_to_the_day_its_own_wall_clock_showed(wall: str, zone: str, day: date) -> None:
    moment = lived(wall, zone)
    for elsewhere in ("Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu"):
        assert day_service(FakeClock(zone=elsewhere)).day_of(moment) == day


def test_both_of_a_time_that_came_twice_are_of_one_day() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    days = day_service(FakeClock())
    assert days.day_of(moment_of(first)) == days.day_of(moment_of(first.replace(fold=1)))


def test_a_change_is_carried_out_beside_and_then_told() -> None:
    desk = Desk()
    desk.change(SIX)
    assert (desk.service.is_counting, desk.service.day_start, desk.news) == (True, SIX, [])
    desk.worker.work()
    assert (desk.service.is_counting, desk.service.day_start, len(desk.news)) == (False, SIX, 1)
    assert (desk.counted, desk.outcomes) == ([SIX], [None])


def test_of_changes_in_a_hurry_only_the_last_is_carried_out_after_the_first() -> None:
    desk = Desk()
    for hour in (5, 6, 7):
        desk.change(time(hour, 0))
    desk.worker.work()
    assert desk.service.is_counting
    desk.worker.work()
    assert (desk.counted, len(desk.news)) == ([time(5, 0), time(7, 0)], 1)


def test_the_same_again_changes_nothing() -> None:
    desk = Desk()
    desk.change(time(4, 0))
    desk.worker.work()
    assert (desk.counted, desk.news, desk.outcomes) == ([], [], [None])


def test_what_could_not_be_changed_is_said_and_stays_as_it_was() -> None:
    desk = Desk()
    desk.trouble = UserError(Trouble.DISK_FULL)
    desk.change(SIX)
    desk.worker.work()
    assert desk.outcomes == [desk.trouble]
    assert (desk.service.day_start, desk.service.is_counting, desk.news) == (time(4, 0), False, [])


def test_a_day_begins_at_noon_at_the_latest() -> None:
    desk = Desk()
    desk.change(time(12, 0))
    with pytest.raises(DomainError) as refused:
        desk.change(time(12, 30))
    assert refused.value.rule is Rule.DAY_START_TOO_LATE


def test_the_real_store_counts_its_days_anew(tmp_path: Path) -> None:
    vault, clock = a_vault(tmp_path), FakeClock()
    days = DayService(vault, clock)
    small_hours = a_check_in(at=lived("2026-11-22T05:00", "Europe/Berlin"))
    with vault.writing() as store:
        store.check_ins.add(small_hours)
        store.days.begin_days_at(SIX)
    assert days.day_of(small_hours.experienced_at) == date(2026, 11, 21)
    with vault.reading() as store:
        assert store.days.range() == (date(2026, 11, 21), date(2026, 11, 21))
        assert store.days.are_right()
    vault.close()
