"""Word of the desktop that the screen is locked."""

from typing import cast

import pytest
from jeepney import DBusAddress, MatchRule, new_signal
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from companion.ui.platform.screen_lock import ScreenLock, session_path
from companion.ui.platform.session_bus import SessionBus


class FakeBus(QObject):
    """Passes on what a test lets somebody say, where a rule asks for it."""

    signal_came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rules: list[MatchRule] = []

    def listen(self, rule: MatchRule) -> None:
        self.rules.append(rule)

    def says(self, interface: str, member: str, is_active: bool) -> None:
        message = new_signal(DBusAddress("/ScreenSaver", interface=interface), member, "b", (is_active,))
        self.signal_came.emit(message)


@pytest.fixture
def bus(qapp: object) -> FakeBus:
    return FakeBus()


@pytest.fixture
def heard(bus: FakeBus) -> list[str]:
    said: list[str] = []
    screen_lock = ScreenLock(bus)
    screen_lock.locked.connect(lambda: said.append("locked"))
    screen_lock.start(cast(SessionBus, bus))
    return said


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "cinnamon", "mate", "xfce"])
def test_a_screen_saver_that_covers_the_screen_is_heard(desktop: str, bus: FakeBus, heard: list[str]) -> None:
    bus.says(f"org.{desktop}.ScreenSaver", "ActiveChanged", True)
    assert heard == ["locked"]


def test_uncovering_it_and_anything_else_is_nothing(bus: FakeBus, heard: list[str]) -> None:
    bus.says("org.gnome.ScreenSaver", "ActiveChanged", False)
    bus.says("org.gnome.ScreenSaver", "WakeUpScreen", True)
    bus.says("org.other.Thing", "ActiveChanged", True)
    assert heard == []


def test_the_bus_is_asked_for_these_signals_alone(bus: FakeBus, heard: list[str]) -> None:
    (rule,) = bus.rules
    assert set(rule.serialise().split(",")) == {"type='signal'", "member='ActiveChanged'"}


def test_without_a_session_bus_logind_is_heard_all_the_same(qapp: object, qtbot: QtBot) -> None:
    screen_lock = ScreenLock()
    screen_lock.start(None)
    with qtbot.waitSignal(screen_lock.locked):
        screen_lock._on_session_locked()


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("2", "/org/freedesktop/login1/session/_32"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("12", "/org/freedesktop/login1/session/_312"),
        ("", ""),
    ],
)
def test_our_session_is_named_as_logind_names_it(name: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", name)
    assert session_path() == path
