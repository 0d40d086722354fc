"""What can be known of the desktop without a window."""

import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.system.desktop_probe import SystemDesktopProbe, desktop_abilities
from companion.domain.desktop import SILENT, Desktop
from tests.support.desktop_services import Call, FakeServices, Reply

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the session bus of Linux")


def test_without_a_session_there_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    found = desktop_abilities()
    assert (found.screen, found.session_bus, found.notifications) == (False, False, False)


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "nonsense", "unix:path="])
def test_a_bus_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert desktop_abilities().session_bus is False


def test_a_screen_of_either_kind_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert desktop_abilities().screen is True


BUS = "/org/freedesktop/DBus", "org.freedesktop.DBus"
RUNNING: Call = (*BUS, "ListNames", ())
STARTABLE: Call = (*BUS, "ListActivatableNames", ())
NOTIFICATIONS = "org.freedesktop.Notifications"
CAPABILITIES: Call = ("/org/freedesktop/Notifications", NOTIFICATIONS, "GetCapabilities", ())
WATCHER = "org.kde.StatusNotifierWatcher"
HAS_HOST: Call = (
    "/StatusNotifierWatcher",
    "org.freedesktop.DBus.Properties",
    "Get",
    (WATCHER, "IsStatusNotifierHostRegistered"),
)


@pytest.fixture
def wayland(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[dict[Call, Reply]], FakeServices]]:
    """Makes a desktop on Wayland whose session and system bus answer these calls."""
    made: list[FakeServices] = []
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")

    def make(replies: dict[Call, Reply]) -> FakeServices:
        for kind in ("SESSION", "SYSTEM"):
            (tmp_path / kind).mkdir()
            made.append(FakeServices(tmp_path / kind, {RUNNING: ("as", ([],)), STARTABLE: ("as", ([],)), **replies}))
            monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", made[-1].address)
        return made[-1]

    yield make
    for bus in made:
        bus.stop()


def test_a_desktop_that_has_everything(wayland: Callable[[dict[Call, Reply]], FakeServices]) -> None:
    wayland(
        {
            RUNNING: ("as", ([WATCHER, NOTIFICATIONS],)),
            STARTABLE: ("as", (["org.freedesktop.login1"],)),
            CAPABILITIES: ("as", (["body", "actions"],)),
            HAS_HOST: ("v", (("b", True),)),
        }
    )
    says = Desktop(timedelta(0), False, False, False, False)
    found = SystemDesktopProbe().abilities(says)
    assert (found.screen, found.session_bus, found.tray, found.sleep) == (True, True, True, True)
    assert (found.notifications, found.notification_buttons) == (True, True)
    assert (found.idle, found.typing, found.full_screen) == (True, True, True)
    assert (found.do_not_disturb, found.screen_lock) == (True, True)


def test_a_bare_desktop_has_none_of_it(wayland: Callable[[dict[Call, Reply]], FakeServices]) -> None:
    wayland({})
    found = desktop_abilities(SILENT)
    assert (found.tray, found.notifications, found.sleep) == (False, False, False)
    assert (found.idle, found.do_not_disturb, found.full_screen, found.screen_lock) == (False, False, False, False)
    assert found.notification_buttons is None


def test_a_tray_without_a_place_for_icons_is_none(wayland: Callable[[dict[Call, Reply]], FakeServices]) -> None:
    wayland({RUNNING: ("as", ([WATCHER],)), HAS_HOST: ("v", (("b", False),))})
    assert desktop_abilities().tray is False


def test_a_service_without_buttons_is_known_as_such(wayland: Callable[[dict[Call, Reply]], FakeServices]) -> None:
    wayland({STARTABLE: ("as", ([NOTIFICATIONS],)), CAPABILITIES: ("as", (["body"],))})
    found = desktop_abilities()
    assert (found.notifications, found.notification_buttons) == (True, False)


def test_nothing_is_started_only_to_be_asked(wayland: Callable[[dict[Call, Reply]], FakeServices]) -> None:
    bus = wayland({})
    desktop_abilities()
    assert bus.wanted_to_start == []
