"""One copy for each day with changes, there and in the chosen place, tried again where it was impossible."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Self, cast

import pytest

from companion.application.backups import BackupService, CopyReport
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInRecorded,
    CheckInsChanged,
    CheckInSetupChanged,
    CopiesChanged,
    DayStartChanged,
    Event,
    JournalChanged,
    RemindersChanged,
    SettingsChanged,
    VaultUnlocked,
    WindowChanged,
)
from companion.application.ports import TaskRunner
from companion.application.preferences import PreferenceService
from companion.application.settings import Settings
from companion.application.vault_ports import Vault
from companion.domain.checkin import CheckIn
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.copies import FakeCopyKeeper
from tests.support.days import DaysVault, day_service
from tests.support.in_memory_settings import InMemorySettings
from tests.support.worker import FakeWorker

TODAY, YESTERDAY, STICK = date(2026, 11, 22), date(2026, 11, 21), "/media/stick"


class AtOnce:
    """A worker that works at once."""

    def run(self, work: Callable[[], object], done: Callable[[object], None] | None = None) -> None:
        result = work()
        if done is not None:
            done(result)


class NewestVault:
    """A vault that knows the check-in noted last and nothing else."""

    def __init__(self) -> None:
        self.is_locked = False
        self.newest: CheckIn | None = None

    @property
    def check_ins(self) -> Self:
        return self

    def newest_noted(self) -> CheckIn | None:
        return self.newest

    @contextmanager
    def reading(self) -> Iterator[Self]:
        yield self


class Place:
    """A service and what it hears of."""

    def __init__(self, newest: date | None = None, place: str = "", worker: TaskRunner | None = None) -> None:
        self.keeper, self.clock, self.bus = FakeCopyKeeper(newest), FakeClock(), EventBus()
        self.store, self.vault = DaysVault(), NewestVault()
        self.preferences = PreferenceService(InMemorySettings(Settings(backup_folder=place)), self.bus)
        self.reports: list[CopyReport] = []
        self.service = BackupService(
            cast(Vault, self.vault),
            self.keeper,
            day_service(self.clock, self.store),
            self.preferences,
            self.clock,
            worker or AtOnce(),
            self.bus,
        )
        self.bus.listen(CopiesChanged, lambda _news: self.reports.append(self.service.report))

    def change(self) -> None:
        self.bus.publish(CheckInRecorded(a_check_in()))


@pytest.fixture
def place() -> Place:
    return Place()


def test_the_first_change_of_a_day_is_copied_and_the_next_is_not(place: Place) -> None:
    place.change()
    place.bus.publish(RemindersChanged())
    assert place.keeper.made == [TODAY]
    assert place.reports == [CopyReport(made_for=TODAY)]


def test_the_next_day_with_a_change_has_its_own_copy(place: Place) -> None:
    place.change()
    place.clock.pass_time(hours=24)
    place.change()
    assert place.keeper.made == [TODAY, date(2026, 11, 23)]


@pytest.mark.parametrize(
    "news", [CheckInsChanged(), CheckInSetupChanged(), JournalChanged(), WindowChanged(), DayStartChanged()]
)
def test_whatever_else_of_the_persons_own_changes_is_copied_too(place: Place, news: Event) -> None:
    place.bus.publish(news)
    assert place.keeper.made == [TODAY]


def test_a_change_of_the_next_day_while_a_copy_is_made_is_copied_after_it() -> None:
    worker = FakeWorker()
    place = Place(worker=worker)
    place.change()
    place.clock.pass_time(hours=24)
    place.change()
    worker.work()
    worker.work()
    assert place.keeper.made == [TODAY, date(2026, 11, 23)]


def test_a_change_of_the_same_day_while_its_copy_is_made_has_no_copy_of_its_own() -> None:
    worker = FakeWorker()
    place = Place(worker=worker)
    place.change()
    place.change()
    worker.work()
    worker.work()
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
    ("newest", "noted_hours_ago", "made"),
    [(None, 24, [TODAY]), (YESTERDAY, 0, [TODAY]), (YESTERDAY, 24, []), (None, None, [])],
)
def test_at_the_start_what_was_left_uncopied_is_copied(
    newest: date | None, noted_hours_ago: float | None, made: list[date]
) -> None:
    place = Place(newest)
    place.vault.newest = None if noted_hours_ago is None else a_check_in(hours_ago=noted_hours_ago)
    place.service.catch_up()
    assert place.keeper.made == made


def test_once_a_day_is_over_what_was_noted_after_its_copy_is_copied_over_it(place: Place) -> None:
    place.change()
    place.change()
    place.service.look_back()
    assert place.keeper.made == [TODAY]
    place.clock.pass_time(hours=24)
    place.service.look_back()
    place.service.look_back()
    assert place.keeper.made == [TODAY, TODAY]


def test_at_the_start_a_copy_that_is_older_than_what_was_noted_on_its_day_is_made_anew() -> None:
    place = Place(newest=YESTERDAY)
    place.vault.newest = a_check_in(hours_ago=24)
    place.keeper.made_at = a_check_in(hours_ago=25).created_at.utc
    place.service.catch_up()
    assert place.keeper.made == [YESTERDAY]


def test_a_day_without_changes_that_ends_has_nothing_copied() -> None:
    place = Place(newest=YESTERDAY)
    place.vault.newest = a_check_in(hours_ago=25)
    place.keeper.made_at = a_check_in(hours_ago=24).created_at.utc
    place.service.look_back()
    assert place.keeper.made == []


def test_what_an_interrupted_look_left_is_taken_away_at_the_start(place: Place) -> None:
    place.service.catch_up()
    assert place.keeper.drops == 1


def test_what_was_noted_while_locked_is_copied_after_unlocking(place: Place) -> None:
    place.vault.is_locked, place.vault.newest = True, a_check_in()
    place.change()
    place.service.catch_up()
    assert place.keeper.made == []
    place.vault.is_locked = False
    place.bus.publish(VaultUnlocked())
    assert place.keeper.made == [TODAY]


def test_unlocking_on_a_day_without_changes_copies_nothing() -> None:
    place = Place(newest=YESTERDAY)
    place.vault.newest = a_check_in(hours_ago=24)
    place.bus.publish(VaultUnlocked())
    assert place.keeper.made == []


def test_the_copy_of_the_day_is_laid_in_the_chosen_place_too() -> None:
    place = Place(place=STICK)
    place.change()
    assert place.keeper.laid == [(STICK, TODAY)]
    assert place.service.report == CopyReport(made_for=TODAY, laid_for=TODAY)
    place.change()
    assert place.keeper.laid == [(STICK, TODAY)]


def test_a_place_that_is_gone_is_told_and_the_copy_is_here_all_the_same() -> None:
    place = Place(place=STICK)
    gone = place.keeper.place_trouble = UserError(Trouble.FOLDER_UNREADABLE, path=STICK)
    place.change()
    assert place.keeper.made == [TODAY]
    assert place.service.report == CopyReport(made_for=TODAY, place_trouble=gone)


def test_a_place_that_was_gone_is_tried_again_half_an_hour_later_and_not_sooner() -> None:
    place = Place(place=STICK)
    place.keeper.place_trouble = UserError(Trouble.DISK_FULL)
    place.change()
    place.keeper.place_trouble = None
    place.clock.pass_time(minutes=29)
    place.change()
    assert place.keeper.laid == []
    place.clock.pass_time(minutes=1)
    place.change()
    assert place.keeper.laid == [(STICK, TODAY)]
    assert (place.keeper.made, place.service.report.place_trouble) == ([TODAY], None)


def test_a_clock_that_was_set_back_does_not_put_the_next_try_off() -> None:
    place = Place(place=STICK)
    place.keeper.place_trouble = UserError(Trouble.DISK_FULL)
    place.change()
    place.keeper.place_trouble = None
    place.clock.pass_time(hours=-2)
    place.change()
    assert place.keeper.laid == [(STICK, TODAY)]


def test_a_copy_that_was_impossible_is_told_and_tried_again(place: Place) -> None:
    full = place.keeper.trouble = UserError(Trouble.DISK_FULL)
    place.change()
    assert place.service.report == CopyReport(trouble=full)
    place.keeper.trouble = None
    place.clock.pass_time(hours=1)
    place.change()
    assert (place.keeper.made, place.service.report) == ([TODAY], CopyReport(made_for=TODAY))


def test_a_place_that_is_chosen_has_a_copy_at_once(place: Place) -> None:
    place.change()
    place.service.choose_place(STICK)
    assert (place.keeper.made, place.keeper.laid) == ([TODAY], [(STICK, TODAY)])
    assert place.preferences.settings.backup_folder == STICK


def test_while_locked_a_place_can_be_chosen_and_waits(place: Place) -> None:
    place.vault.is_locked = True
    place.service.choose_place(STICK)
    assert (place.keeper.laid, place.service.place) == ([], STICK)


def test_no_place_any_more_means_no_trouble_with_it() -> None:
    place = Place(place=STICK)
    place.keeper.place_trouble = UserError(Trouble.DISK_FULL)
    place.change()
    place.service.choose_place("")
    assert place.service.report == CopyReport(made_for=TODAY)


def test_a_saved_copy_is_told_of_and_so_is_why_there_is_none(place: Place) -> None:
    told: list[UserError | None] = []
    place.service.save("/tmp/a.companion", told.append)
    fuller = place.keeper.trouble = UserError(Trouble.COPY_FULLER)
    place.service.save("/tmp/a.companion", told.append)
    place.keeper.trouble = None
    place.service.save("/tmp/a.companion", told.append, replace_fuller=True)
    assert told == [None, fuller, None]
    assert place.keeper.saved == [("/tmp/a.companion", False), ("/tmp/a.companion", True)]
