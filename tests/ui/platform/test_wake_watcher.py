"""Noticing sleep, a moved clock and another time zone."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.platform.wake_watcher import WakeWatcher
from tests.support.clock import FakeClock


class Passing:
    """The time the computer was running."""

    def __init__(self) -> None:
        self.total = timedelta()

    def __call__(self) -> timedelta:
        return self.total


@pytest.fixture
def clock() -> FakeClock:
    """The wall clock."""
    return FakeClock()


@pytest.fixture
def passing() -> Passing:
    """The running time."""
    return Passing()


@pytest.fixture
def watcher(qapp: object, clock: FakeClock, passing: Passing) -> WakeWatcher:
    """A watcher of both."""
    return WakeWatcher(clock, passing)


def test_a_minute_that_was_a_minute_is_nothing(
    watcher: WakeWatcher, clock: FakeClock, passing: Passing, qtbot: QtBot
) -> None:
    clock.pass_time(seconds=61)
    passing.total += timedelta(seconds=60)
    with qtbot.assertNotEmitted(watcher.woke):
        watcher.look()


@pytest.mark.parametrize("step", [timedelta(hours=6), timedelta(hours=-2), timedelta(seconds=8)])
def test_a_gap_or_a_step_of_the_clock_is_noticed_once(
    watcher: WakeWatcher, clock: FakeClock, passing: Passing, qtbot: QtBot, step: timedelta
) -> None:
    clock.pass_time(seconds=(timedelta(minutes=1) + step).total_seconds())
    passing.total += timedelta(minutes=1)
    with qtbot.waitSignal(watcher.woke):
        watcher.look()
    with qtbot.assertNotEmitted(watcher.woke):
        watcher.look()


def test_sleep_is_noticed_where_running_time_goes_on_meanwhile(
    watcher: WakeWatcher, clock: FakeClock, passing: Passing, qtbot: QtBot
) -> None:
    clock.pass_time(hours=6)
    passing.total += timedelta(hours=6)
    with qtbot.waitSignal(watcher.woke):
        watcher.look()


def test_another_time_zone_is_noticed(watcher: WakeWatcher, clock: FakeClock, qtbot: QtBot) -> None:
    clock.travel_to("America/New_York")
    with qtbot.waitSignal(watcher.woke):
        watcher.look()


def test_the_clock_is_looked_at_only_while_that_is_wanted(
    watcher: WakeWatcher, clock: FakeClock, qtbot: QtBot
) -> None:
    watcher._timer.setInterval(0)
    with qtbot.waitSignal(watcher.woke):
        watcher.set_watching(True)
        clock.pass_time(hours=1)
    watcher.set_watching(False)
    assert not watcher._timer.isActive()


def test_what_happened_while_nobody_watched_is_not_told_afterwards(
    watcher: WakeWatcher, clock: FakeClock, qtbot: QtBot
) -> None:
    clock.pass_time(hours=1)
    watcher.set_watching(True)
    with qtbot.assertNotEmitted(watcher.woke):
        watcher.look()
    watcher.set_watching(False)


def test_without_a_system_bus_the_clock_alone_is_enough(
    watcher: WakeWatcher, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    watcher.start()
    clock.pass_time(hours=1)
    with qtbot.waitSignal(watcher.woke):
        watcher.look()


@pytest.mark.parametrize(
    ("wall", "run", "is_sleep"),
    [
        (timedelta(hours=6), timedelta(minutes=1), True),
        (timedelta(hours=6), timedelta(hours=6), True),
        (timedelta(hours=-2), timedelta(minutes=1), False),
        (timedelta(minutes=1), timedelta(minutes=1), False),
    ],
)
def test_only_what_looks_like_sleep_is_said_to_be_over(
    watcher: WakeWatcher, clock: FakeClock, passing: Passing, wall: timedelta, run: timedelta, is_sleep: bool
) -> None:
    said: list[str] = []
    watcher.resumed.connect(lambda: said.append("resumed"))
    watcher.woke.connect(lambda: said.append("woke"))
    clock.pass_time(seconds=wall.total_seconds())
    passing.total += run
    watcher.look()
    assert [word for word in said if word == "resumed"] == ["resumed"] * is_sleep
    assert said[-1:] != ["resumed"]


def test_a_ring_between_two_looks_finds_the_gap_first(
    watcher: WakeWatcher, clock: FakeClock, passing: Passing, qtbot: QtBot
) -> None:
    watcher.set_watching(True)
    clock.pass_time(hours=3)
    passing.total += timedelta(seconds=5)
    with qtbot.waitSignals([watcher.resumed, watcher.woke], order="strict"):
        assert watcher.notice()
    assert not watcher.notice()
    watcher.set_watching(False)


def test_a_ring_after_a_long_quiet_time_is_no_gap(watcher: WakeWatcher, clock: FakeClock, passing: Passing) -> None:
    clock.pass_time(hours=30)
    passing.total += timedelta(hours=30)
    assert not watcher.notice()
