"""When my day begins: half hours to choose from, and what is said of a change."""

from datetime import time
from typing import cast

import pytest

from companion.application.days import DayStartService
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.vault_ports import Vault
from companion.presentation.day_start import DayStartPresenter, build_state
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.days import DaysVault, day_service
from tests.support.worker import FakeWorker

SIX = time(6, 0)


class Desk:
    """A presenter, and how often it said that something changed."""

    def __init__(self) -> None:
        self.store, self.worker, bus = DaysVault(), FakeWorker(), EventBus()
        self.trouble: UserError | None = None
        self.times_told = 0
        service = DayStartService(day_service(FakeClock(), self.store), self._recount, self.worker, bus)
        self.presenter = DayStartPresenter(service, cast(Vault, self.store), PlainDateWords(), bus)
        self.presenter.attach(self._on_changed)

    def _recount(self, day_start: time) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.store.start = day_start

    def _on_changed(self) -> None:
        self.times_told += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_every_half_hour_until_noon_can_be_chosen(desk: Desk) -> None:
    words = [words for _time, words in desk.presenter.state().choices]
    assert (words[0], words[1], words[-1], len(words)) == ("00:00", "00:30", "12:00", 25)


def test_another_time_that_holds_is_among_them() -> None:
    state = build_state(time(4, 20), PlainDateWords())
    assert [words for _time, words in state.choices][8:11] == ["04:00", "04:20", "04:30"]


def test_a_choice_is_shown_at_once_and_said_to_be_on_its_way(desk: Desk) -> None:
    desk.presenter.choose(SIX)
    state = desk.presenter.state()
    assert (state.chosen, state.news) == (SIX, "Your days are being counted anew. You can go on meanwhile.")
    desk.worker.work()
    assert (desk.presenter.state().chosen, desk.presenter.state().news) == (SIX, "")


def test_whoever_shows_it_hears_of_both(desk: Desk) -> None:
    desk.presenter.choose(SIX)
    told = desk.times_told
    desk.worker.work()
    assert 0 < told < desk.times_told


def test_what_could_not_be_is_said_and_the_old_time_is_shown(desk: Desk) -> None:
    desk.trouble = UserError(Trouble.DISK_FULL)
    desk.presenter.choose(SIX)
    desk.worker.work()
    state = desk.presenter.state()
    assert state.chosen == time(4, 0)
    assert "The disk is full" in state.news


def test_another_choice_takes_what_was_said_away(desk: Desk) -> None:
    desk.trouble = UserError(Trouble.DISK_FULL)
    desk.presenter.choose(SIX)
    desk.worker.work()
    desk.trouble = None
    desk.presenter.choose(SIX)
    desk.worker.work()
    assert desk.presenter.state().news == ""


def test_while_locked_nothing_can_be_chosen(desk: Desk) -> None:
    desk.store.is_locked = True
    assert desk.presenter.state().is_locked
