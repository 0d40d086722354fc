"""What the desktop says about looks reaches the theme, also when it changes."""

from collections.abc import Callable
from typing import Any

import pytest
from jeepney import DBusAddress, Message, new_error, new_method_return, new_signal
from PySide6.QtCore import QObject, Signal

from companion.ui.platform.desktop_look import APPEARANCE, GNOME, DesktopLook, wishes_in
from companion.ui.theme.desktop_wishes import DesktopWishes

PORTAL = DBusAddress(
    "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
)


class FakeBus(QObject):
    """Answers the first question with what it was given."""

    signal_came = Signal(object)

    def __init__(self, settings: dict[str, dict[str, Any]] | None) -> None:
        super().__init__()
        self._settings = settings
        self.rules: list[object] = []

    def call(self, message: Message, answered: Callable[[Message], None]) -> int:
        message.header.serial = 1
        if self._settings is None:
            answered(new_error(message, "org.freedesktop.DBus.Error.ServiceUnknown"))
        else:
            answered(new_method_return(message, "a{sa{sv}}", (self._settings,)))
        return 1

    def listen(self, rule: object) -> None:
        self.rules.append(rule)

    def says(self, group: str, key: str, value: tuple[str, object]) -> None:
        self.signal_came.emit(new_signal(PORTAL, "SettingChanged", "ssv", (group, key, value)))


def heard(bus: FakeBus) -> tuple[DesktopLook, list[DesktopWishes]]:
    look = DesktopLook(bus)  # type: ignore[arg-type]
    wishes: list[DesktopWishes] = []
    look.wishes_changed.connect(wishes.append)
    look.start()
    return look, wishes


def test_what_the_desktop_wishes_is_told_once_it_answers(qapp: object) -> None:
    bus = FakeBus({APPEARANCE: {"color-scheme": ("u", 1), "contrast": ("u", 1)}, GNOME: {}})
    assert heard(bus)[1] == [DesktopWishes(is_dark=True, high_contrast=True)]


def test_a_change_is_told(qapp: object) -> None:
    bus = FakeBus({APPEARANCE: {"color-scheme": ("u", 1)}})
    _look, wishes = heard(bus)
    bus.says(APPEARANCE, "color-scheme", ("u", 2))
    assert wishes[-1] == DesktopWishes(is_dark=False)


def test_what_does_not_concern_the_look_is_not_told(qapp: object) -> None:
    bus = FakeBus({APPEARANCE: {}})
    _look, wishes = heard(bus)
    bus.says(GNOME, "font-name", ("s", "Sans 10"))
    assert wishes == []


def test_without_a_portal_there_are_no_wishes(qapp: object) -> None:
    assert heard(FakeBus(None))[1] == []


def test_signals_of_others_are_left_alone(qapp: object) -> None:
    bus = FakeBus({})
    _look, wishes = heard(bus)
    other = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
    bus.signal_came.emit(new_signal(other, "ActionInvoked", "us", (1, "default")))
    assert wishes == []


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ({}, DesktopWishes()),
        ({(APPEARANCE, "color-scheme"): 0}, DesktopWishes()),
        ({(GNOME, "enable-animations"): False}, DesktopWishes(stillness=True)),
        ({(GNOME, "enable-animations"): True}, DesktopWishes()),
        ({(APPEARANCE, "reduced-motion"): 1}, DesktopWishes(stillness=True)),
        ({(APPEARANCE, "reduced-motion"): 0, (GNOME, "enable-animations"): False}, DesktopWishes()),
        ({(APPEARANCE, "color-scheme"): "dark"}, DesktopWishes()),
    ],
)
def test_values_of_the_portal_mean_wishes(said: dict[tuple[str, str], Any], wishes: DesktopWishes) -> None:
    assert wishes_in(said) == wishes
