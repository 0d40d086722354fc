"""Looking the notebook over once a week."""

from datetime import date

import pytest

from companion.application.event_bus import EventBus
from companion.application.events import StoreFoundDamaged
from companion.application.looking_over import LookingOver
from companion.application.preferences import PreferenceService
from tests.support.clock import FakeClock
from tests.support.in_memory_settings import InMemorySettings
from tests.support.noted import NotedVault
from tests.support.worker import FakeWorker


class Desk:
    """A look that finds what the test says."""

    def __init__(self) -> None:
        self.found: bool | None = True
        self.looks, self.damaged = 0, 0
        self.clock, self.worker, bus = FakeClock("2026-11-22T14:06:00"), FakeWorker(), EventBus()
        self.vault = NotedVault([], [])
        self.preferences = PreferenceService(InMemorySettings(), bus)
        bus.listen(StoreFoundDamaged, self._on_damaged)
        self.service = LookingOver(self.vault, self._look, self.preferences, self.clock, self.worker, bus)  # type: ignore[arg-type]

    def look(self) -> int:
        """Looks if it is due; returns how often it looked so far."""
        self.service.look_if_due()
        self.worker.work()
        return self.looks

    def _look(self) -> bool | None:
        self.looks += 1
        return self.found

    def _on_damaged(self, _news: StoreFoundDamaged) -> None:
        self.damaged += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_looks_once_in_seven_days(desk: Desk) -> None:
    assert [desk.look(), desk.look()] == [1, 1]
    assert desk.preferences.settings.looked_over_on == date(2026, 11, 22)
    desk.clock.pass_time(days=6)
    assert desk.look() == 1
    desk.clock.pass_time(days=1)
    assert desk.look() == 2


def test_a_clock_set_back_far_does_not_put_it_off(desk: Desk) -> None:
    desk.look()
    desk.clock.set("2025-11-22T14:06:00")
    assert desk.look() == 2


def test_what_was_broken_off_is_done_the_next_time(desk: Desk) -> None:
    desk.found = None
    desk.look()
    assert (desk.preferences.settings.looked_over_on, desk.damaged) == (None, 0)
    assert desk.look() == 2


def test_damage_is_told_and_looked_for_again(desk: Desk) -> None:
    desk.found = False
    desk.look()
    assert (desk.damaged, desk.preferences.settings.looked_over_on) == (1, None)
    desk.look()
    assert desk.damaged == 2


def test_two_looks_never_run_at_once(desk: Desk) -> None:
    desk.service.look_if_due()
    desk.service.look_if_due()
    desk.worker.work()
    assert desk.looks == 1


def test_while_locked_nothing_is_looked_at(desk: Desk) -> None:
    desk.vault.is_locked = True
    assert desk.look() == 0
