"""What can be known of the desktop without a window."""

import sys

import pytest

from companion.adapters.system.desktop_probe import desktop_abilities

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
