"""A switch is a check box that looks like on and off."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.desktop_wishes import DesktopWishes
from companion.ui.theme.theme import Theme
from companion.ui.widgets.switch import Switch
from tests.support.contrast import contrast


def shown(qtbot: QtBot, text: str = "Through the day") -> Switch:
    made = Switch(text)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    made.clearFocus()
    return made


def test_space_turns_it(theme: Theme, qtbot: QtBot) -> None:
    made = shown(qtbot)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.isChecked()


def test_a_click_on_its_words_turns_it(theme: Theme, qtbot: QtBot) -> None:
    made = shown(qtbot)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 5, made.height() // 2))
    assert made.isChecked()


def test_readers_call_it_a_check_box_and_say_its_state(theme: Theme, qtbot: QtBot) -> None:
    made = shown(qtbot)
    made.setChecked(True)
    interface = QAccessible.queryAccessibleInterface(made)
    assert interface.role() is QAccessible.Role.CheckBox
    assert interface.text(QAccessible.Text.Name) == "Through the day"
    assert interface.state().checked


def test_on_and_off_differ_by_where_the_knob_is(theme: Theme, qtbot: QtBot) -> None:
    made = shown(qtbot, "")
    off = made.grab().toImage().convertToFormat(made.grab().toImage().Format.Format_Grayscale8)
    made.setChecked(True)
    on = made.grab().toImage().convertToFormat(made.grab().toImage().Format.Format_Grayscale8)
    left, right, middle = 12, made.width() - 14, made.height() // 2
    assert off.pixelColor(left, middle).lightness() > off.pixelColor(right, middle).lightness()
    assert on.pixelColor(left, middle).lightness() < on.pixelColor(right, middle).lightness()


def test_the_keyboard_is_seen_on_it(theme: Theme, qtbot: QtBot) -> None:
    made = shown(qtbot)
    before = made.grab().toImage()
    made.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    assert made.hasFocus()
    assert made.grab().toImage() != before


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_the_ring_around_it_is_whole(theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.apply(Look.LIGHT, percent)
    made = shown(qtbot, "")
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    picture, middle = made.grab().toImage(), made.height() // 2
    left, right = (
        sum(picture.pixelColor(x, middle).lightness() for x in columns)
        for columns in (range(3), range(picture.width() - 3, picture.width()))
    )
    assert abs(left - right) < 60


def test_it_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    small = shown(qtbot).sizeHint()
    theme.apply(Look.LIGHT, 200)
    large = shown(qtbot).sizeHint()
    assert large.width() > 1.8 * small.width()
    assert large.height() > 1.6 * small.height()


def test_right_to_left_puts_the_track_on_the_right(theme: Theme, qtbot: QtBot) -> None:
    made = shown(qtbot)
    made.setChecked(True)
    accent = theme.color("accent")
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture, middle = made.grab().toImage(), made.height() // 2
    assert picture.pixelColor(made.width() - 8, middle) == accent
    assert picture.pixelColor(8, middle) != accent


@pytest.mark.parametrize("is_on", [True, False])
@pytest.mark.parametrize("is_dark", [True, False])
def test_in_high_contrast_one_that_is_switched_off_can_still_be_seen(
    theme: Theme, qtbot: QtBot, *, is_dark: bool, is_on: bool
) -> None:
    theme.follow_desktop(DesktopWishes(is_dark=is_dark))
    theme.apply(Look.CONTRAST)
    made = shown(qtbot, "")
    made.setEnabled(False)
    made.setChecked(is_on)
    picture, ground = made.grab().toImage(), theme.tokens.surface
    seen = [picture.pixelColor(x, made.height() // 2).name() for x in range(made.width())]
    assert max(contrast(colour, ground) for colour in seen) >= 3.0
