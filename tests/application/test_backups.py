"""One copy for each day with changes, and none while locked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import cast

import pytest

from companion.application.backups import BackupService
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInRecorded,
    CheckInsChanged,
    DayStartChanged,
    Event,
    JournalChanged,
    RemindersChanged,
    SettingsChanged,
    VaultUnlocked,
    WindowChanged,
)
from companion.application.ports import Vault
from companion.application.settings import Settings
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.days import DaysVault, day_service

TODAY, YESTERDAY = date(2026, 11, 22), date(2026, 11, 21)


@dataclass
class Keeper:
    """Remembers for which days copies were made."""

    newest: date | None = None
    made: list[date] = field(default_factory=list)

    def newest_day(self) -> date | None:
        return self.newest

    def make(self, day: date) -> None:
        self.made.append(day)


class AtOnce:
    """A worker that works at once."""

    def run(self, work: Callable[[], object], done: Callable[[object], None] | None = None) -> None:
        result = work()
        if done is not None:
            done(result)


@dataclass
class Lock:
    is_locked: bool = False


class Place:
    """A service and what it hears of."""

    def __init__(self, newest: date | None = None) -> None:
        self.keeper, self.clock, self.bus, self.lock = Keeper(newest), FakeClock(), EventBus(), Lock()
        self.store = DaysVault()
        vault, self.days = cast(Vault, self.lock), day_service(self.clock, self.store)
        self.service = BackupService(vault, self.keeper, self.days, AtOnce(), self.bus)

    def change(self) -> None:
        self.bus.publish(CheckInRecorded(a_check_in()))


@pytest.fixture
def place() -> Place:
    return Place()


def test_the_first_change_of_a_day_is_copied_and_the_next_is_not(place: Place) -> None:
    place.change()
    place.bus.publish(RemindersChanged())
    assert place.keeper.made == [TODAY]


def test_the_next_day_with_a_change_has_its_own_copy(place: Place) -> None:
    place.change()
    place.clock.pass_time(hours=24)
    place.change()
    assert place.keeper.made == [TODAY, date(2026, 11, 23)]


@pytest.mark.parametrize("news", [CheckInsChanged(), JournalChanged(), WindowChanged(), DayStartChanged()])
def test_whatever_else_of_the_persons_own_changes_is_copied_too(place: Place, news: Event) -> None:
    place.bus.publish(news)
    assert place.keeper.made == [TODAY]


def test_the_copy_is_of_the_persons_day(place: Place) -> None:
    place.store.start = time(6, 0)
    place.clock.set("2026-11-22T05:59:00")
    place.change()
    place.clock.set("2026-11-22T06:00:00")
    place.change()
    assert place.keeper.made == [YESTERDAY, TODAY]


def test_a_day_that_was_copied_by_an_earlier_run_is_not_copied_again() -> None:
    place = Place(newest=TODAY)
    place.change()
    assert place.keeper.made == []


def test_a_setting_is_no_change_of_the_store(place: Place) -> None:
    place.bus.publish(SettingsChanged(Settings()))
    assert place.keeper.made == []


@pytest.mark.parametrize(
    ("newest", "last_change", "made"),
    [
        (None, YESTERDAY, [TODAY]),
        (YESTERDAY, TODAY, [TODAY]),
        (YESTERDAY, YESTERDAY, []),
        (None, None, []),
    ],
)
def test_at_the_start_what_was_left_uncopied_is_copied(
    newest: date | None, last_change: date | None, made: list[date]
) -> None:
    place = Place(newest)
    place.service.catch_up(last_change)
    assert place.keeper.made == made


def test_what_was_noted_while_locked_is_copied_after_unlocking(place: Place) -> None:
    place.lock.is_locked = True
    place.change()
    assert place.keeper.made == []
    place.lock.is_locked = False
    place.bus.publish(VaultUnlocked())
    assert place.keeper.made == [TODAY]
