"""Quiet hours and what reminders wait for, as one card."""

from pathlib import Path

import pytest

from companion.application.preferences import PreferenceService
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.reminder import DayRange, TimeRange
from companion.presentation.reminders_stillness import (
    StillnessPresenter,
    StillnessState,
    night_of,
    quiet_from,
)
from tests.support.date_words import PlainDateWords
from tests.support.in_memory_settings import InMemorySettings
from tests.support.reminding import Desk

NIGHT = (22 * 60, 8 * 60)
NOON = (12 * 60, 14 * 60)
UNTIL_MIDNIGHT = (20 * 60, 0)
FROM_MIDNIGHT = (0, 7 * 60)
NOT_A_NIGHT = QuietHours((DayRange(TimeRange(0, 480), frozenset({5})), DayRange(TimeRange(600, 660))))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def settings(desk: Desk) -> PreferenceService:
    return PreferenceService(InMemorySettings(), desk.bus)


@pytest.fixture
def presenter(desk: Desk, settings: PreferenceService) -> StillnessPresenter:
    return StillnessPresenter(desk.reminders, settings, PlainDateWords())


def shown(presenter: StillnessPresenter) -> StillnessState:
    state = presenter.state()
    assert state is not None
    return state


@pytest.mark.parametrize("times", [NIGHT, NOON, UNTIL_MIDNIGHT, FROM_MIDNIGHT])
def test_a_night_is_kept_and_shown_as_it_was_given(presenter: StillnessPresenter, times: tuple[int, int]) -> None:
    assert presenter.keep_quiet(*times) == ""
    state = shown(presenter)
    assert (state.is_quiet, state.start, state.end, state.other) == (True, *times, "")


@pytest.mark.parametrize(
    ("minute", "is_quiet"), [(21 * 60 + 59, False), (22 * 60, True), (0, True), (8 * 60 - 1, True), (8 * 60, False)]
)
def test_a_night_goes_on_past_midnight(desk: Desk, minute: int, is_quiet: bool) -> None:
    wall = desk.clock.now().local.replace(hour=minute // 60, minute=minute % 60)
    assert quiet_from(*NIGHT).cover(wall) is is_quiet


def test_the_same_time_twice_is_the_whole_day(desk: Desk) -> None:
    quiet = quiet_from(600, 600)
    walls = [desk.clock.now().local.replace(hour=hour) for hour in range(24)]
    assert all(quiet.cover(wall) for wall in walls)


def test_quiet_hours_end_when_they_are_switched_off(desk: Desk, presenter: StillnessPresenter) -> None:
    presenter.keep_quiet(*NIGHT)
    assert presenter.end_quiet() == ""
    assert desk.reminders.quiet_hours() == NO_QUIET_HOURS
    state = shown(presenter)
    assert (state.is_quiet, state.start, state.end) == (False, *NIGHT)


def test_quiet_hours_that_are_no_night_are_said_in_words(desk: Desk, presenter: StillnessPresenter) -> None:
    desk.reminders.keep_quiet(NOT_A_NIGHT)
    assert night_of(NOT_A_NIGHT) is None
    assert shown(presenter).other == "Now quiet: 00:00 to 08:00, Sat; 10:00 to 11:00, every day."


def test_each_situation_has_its_switch(presenter: StillnessPresenter, settings: PreferenceService) -> None:
    names = [wait.setting for wait in shown(presenter).waits]
    assert len(names) == 6
    for name in names:
        assert presenter.wait(name, False) == ""
        assert not getattr(settings.settings, name)
    assert not any(wait.is_on for wait in shown(presenter).waits)


def test_discreet_is_a_choice_of_its_own(presenter: StillnessPresenter, settings: PreferenceService) -> None:
    assert not shown(presenter).is_discreet
    presenter.be_discreet(True)
    assert settings.settings.discreet_reminders
    assert shown(presenter).is_discreet


def test_while_locked_nothing_is_told(desk: Desk, presenter: StillnessPresenter) -> None:
    desk.vault.lock()
    assert presenter.state() is None
    assert presenter.keep_quiet(*NIGHT).startswith("Your notebook is locked.")
