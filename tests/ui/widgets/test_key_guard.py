"""Keys meant for another window do not answer in this one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.widgets.key_guard import DEAF_FOR_MS, KeyGuard
from tests.support.keys import hold_on_window, key_down, key_up, press_on_window

Key = Qt.Key


class Stopwatch:
    """Shows what it is set to; counts how often it was started."""

    def __init__(self) -> None:
        self.now = 0
        self.starts = 0

    def __call__(self, restart: bool) -> int:
        self.starts += restart
        return self.now


class Guarded(QWidget):
    """A window with one field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.time = Stopwatch()
        self.guard = KeyGuard(self, self.time)
        QVBoxLayout(self).addWidget(self.field)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Guarded]:
    """Shown and active; its guard watches and has not begun."""
    made = Guarded()
    qtbot.addWidget(made)
    made.guard.watch()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    yield made
    made.close()


def hears(window: Guarded) -> None:
    """The deaf span is over."""
    window.guard.begin()
    window.time.now = DEAF_FOR_MS


def test_it_is_deaf_for_four_tenths_of_a_second(window: Guarded) -> None:
    assert DEAF_FOR_MS == 400
    window.guard.begin()
    window.time.now = 399
    press_on_window(window, Key.Key_A)
    assert window.field.text() == ""
    window.time.now = 400
    press_on_window(window, Key.Key_B)
    assert window.field.text() == "b"


def test_until_it_becomes_active_no_key_counts(window: Guarded) -> None:
    window.time.now = 10_000
    press_on_window(window, Key.Key_A)
    assert window.field.text() == ""


def test_only_the_first_activation_starts_the_deaf_span(window: Guarded) -> None:
    window.guard.begin()
    window.guard.begin()
    assert window.time.starts == 1
    window.guard.watch()
    window.guard.begin()
    assert window.time.starts == 2


@pytest.mark.parametrize("marked", [True, False])
def test_a_key_held_since_before_never_counts(window: Guarded, marked: bool) -> None:
    hears(window)
    for _again in range(5):
        hold_on_window(window, Key.Key_A, marked=marked)
    assert window.field.text() == ""


def test_a_key_pressed_in_the_deaf_span_and_held_beyond_it_never_counts(window: Guarded) -> None:
    window.guard.begin()
    key_down(window, Key.Key_A)
    window.time.now = 500
    hold_on_window(window, Key.Key_A)
    assert window.field.text() == ""
    key_up(window, Key.Key_A)
    press_on_window(window, Key.Key_A)
    assert window.field.text() == "a"


def test_a_key_pressed_here_repeats_while_it_is_held(window: Guarded) -> None:
    hears(window)
    key_down(window, Key.Key_A)
    for marked in (True, False, False, True):
        hold_on_window(window, Key.Key_A, marked=marked)
    assert window.field.text() == "aaaaa"


def test_a_held_key_is_forgotten_on_request(window: Guarded) -> None:
    hears(window)
    key_down(window, Key.Key_A)
    window.guard.forget_keys()
    hold_on_window(window, Key.Key_A)
    assert window.field.text() == "a"


def test_shortcuts_are_deaf_too(window: Guarded) -> None:
    reached: list[bool] = []
    QShortcut(QKeySequence("Ctrl+K"), window).activated.connect(lambda: reached.append(True))
    window.guard.begin()
    QTest.keyClick(window.windowHandle(), Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert reached == []
    window.time.now = 400
    QTest.keyClick(window.windowHandle(), Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert reached == [True]


def test_it_tells_real_time_by_itself(qtbot: QtBot) -> None:
    made = Guarded()
    qtbot.addWidget(made)
    made.guard = KeyGuard(made)
    made.guard.watch()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    made.guard.begin()
    press_on_window(made, Key.Key_A)
    assert made.field.text() == ""

    def answers() -> bool:
        press_on_window(made, Key.Key_B)
        return made.field.text() != ""

    qtbot.waitUntil(answers)
    made.close()
