"""Trying what this desktop can do."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from companion.application.desktop_abilities import Ability
from companion.presentation.desktop_check import Told
from companion.ui.platform.desktop_trials import LOOKS, DesktopTrials
from companion.ui.platform.notifier import Notifier
from companion.ui.platform.session_bus import SessionBus, open_session_bus
from tests.support.desktop_state import FakeDesktopState
from tests.support.session_bus import FakeSessionBus


class Bench:
    """The trials, and everything they said."""

    def __init__(self, folder: Path, *, has_bus: bool = True) -> None:
        self.bus = FakeSessionBus(folder)
        self._has_bus = has_bus
        self.desktop = FakeDesktopState()
        self.blinks = 0
        self.told: list[tuple[Ability, Told]] = []
        self.notifier = Notifier("", self._open)
        self.trials = DesktopTrials(self.desktop, self.notifier, self._blink)
        self.trials.told.connect(lambda ability, told: self.told.append((ability, told)))

    def stop(self) -> None:
        self.trials.stop()
        self.notifier.stop()
        self.bus.stop()

    def _blink(self) -> None:
        self.blinks += 1

    def _open(self, parent: QObject) -> SessionBus | None:
        return open_session_bus(parent, 2000) if self._has_bus else None


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Bench]:
    made = Bench(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.bus.address)
    yield made
    made.stop()


def test_the_icon_blinks_on_request(bench: Bench) -> None:
    bench.trials.begin(Ability.TRAY)
    assert bench.blinks == 1
    assert bench.told == [(Ability.TRAY, Told.BEGUN)]


def test_a_notification_is_shown_and_its_button_is_heard(bench: Bench, qtbot: QtBot) -> None:
    bench.trials.begin(Ability.NOTIFICATIONS)
    assert bench.told == [(Ability.NOTIFICATIONS, Told.BEGUN)]
    assert [body[4] for body in bench.bus.notified] == ["A reminder looks like this."]
    bench.bus.signal("ActionInvoked", "us", (101, "check-in"))
    qtbot.waitUntil(lambda: bench.told[-1] == (Ability.NOTIFICATIONS, Told.NOTICED))
    qtbot.waitUntil(lambda: bench.bus.closed == [101])


def test_where_none_can_be_shown_that_is_said(bench: Bench) -> None:
    bench.bus.has_service = False
    bench.trials.begin(Ability.NOTIFICATIONS)
    assert bench.told == [(Ability.NOTIFICATIONS, Told.REFUSED)]


@pytest.mark.parametrize(
    ("ability", "before", "sign"),
    [
        (Ability.IDLE, {"idle_for": timedelta(seconds=9)}, {"idle_for": timedelta(seconds=10)}),
        (Ability.DO_NOT_DISTURB, {"do_not_disturb": False}, {"do_not_disturb": True}),
        (Ability.FULL_SCREEN, {"is_full_screen": None}, {"is_full_screen": True}),
        (Ability.SCREEN_LOCK, {"screen_locked": False}, {"screen_locked": True}),
    ],
)
def test_what_is_watched_for_is_told_once_when_it_comes(
    bench: Bench, ability: Ability, before: dict[str, object], sign: dict[str, object]
) -> None:
    bench.desktop.say(**before)
    bench.trials.begin(ability)
    bench.trials.look()
    assert bench.told == [(ability, Told.BEGUN)]
    bench.desktop.say(**sign)
    bench.trials.look()
    bench.trials.look()
    assert bench.told == [(ability, Told.BEGUN), (ability, Told.NOTICED)]


def test_after_a_minute_it_says_that_nothing_came_and_looks_no_more(bench: Bench) -> None:
    bench.trials.begin(Ability.FULL_SCREEN)
    for _second in range(LOOKS):
        bench.trials.look()
    assert bench.told == [(Ability.FULL_SCREEN, Told.BEGUN), (Ability.FULL_SCREEN, Told.NOTHING)]
    assert not bench.trials.is_watching


def test_two_are_watched_for_with_one_look(bench: Bench) -> None:
    bench.trials.begin(Ability.FULL_SCREEN)
    bench.trials.begin(Ability.DO_NOT_DISTURB)
    bench.desktop.say(do_not_disturb=True)
    bench.trials.look()
    assert bench.desktop.looks == 1
    assert bench.told[-1] == (Ability.DO_NOT_DISTURB, Told.NOTICED)
    assert bench.trials.is_watching


def test_nothing_is_watched_before_somebody_asks(bench: Bench) -> None:
    assert not bench.trials.is_watching


def test_the_end_ends_what_is_watched_for(bench: Bench) -> None:
    bench.trials.begin(Ability.SCREEN_LOCK)
    bench.trials.stop()
    assert not bench.trials.is_watching


def test_waking_up_is_told_whenever_it_comes_if_it_was_asked_for(bench: Bench) -> None:
    bench.trials.note_woken()
    assert bench.told == []
    bench.trials.begin(Ability.SLEEP)
    bench.trials.note_woken()
    assert bench.told == [(Ability.SLEEP, Told.BEGUN), (Ability.SLEEP, Told.NOTICED)]
