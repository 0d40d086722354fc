"""Word of the desktop that the screen is locked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_signal
from pytestqt.qtbot import QtBot

from companion.ui.platform.screen_lock import ScreenLock, session_path
from companion.ui.platform.session_bus import SessionBus, open_session_bus
from tests.support.session_bus import FakeSessionBus


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[FakeSessionBus]:
    made = FakeSessionBus(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def line(bus: FakeSessionBus, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    made = open_session_bus()
    assert made is not None
    yield made
    made.close()


@pytest.fixture
def screen_lock(line: SessionBus) -> ScreenLock:
    made = ScreenLock()
    made.start(line)
    return made


def says(bus: FakeSessionBus, desktop: str, is_active: bool, member: str = "ActiveChanged") -> None:
    emitter = DBusAddress("/ScreenSaver", interface=f"org.{desktop}.ScreenSaver")
    bus._send(new_signal(emitter, member, "b", (is_active,)), ":1.7")


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "cinnamon", "mate", "xfce"])
def test_a_screen_saver_that_covers_the_screen_is_heard(
    desktop: str, screen_lock: ScreenLock, bus: FakeSessionBus, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen_lock.locked):
        says(bus, desktop, True)


def test_uncovering_it_and_anything_else_is_nothing(
    screen_lock: ScreenLock, bus: FakeSessionBus, line: SessionBus, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    screen_lock.locked.connect(lambda: heard.append(True))
    came: list[object] = []
    line.signal_came.connect(came.append)
    says(bus, "gnome", False)
    says(bus, "gnome", True, "WakeUpScreen")
    bus._send(new_signal(DBusAddress("/x", interface="org.other.Thing"), "ActiveChanged", "b", (True,)), ":1.8")
    qtbot.waitUntil(lambda: len(came) == 3)
    assert heard == []


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
