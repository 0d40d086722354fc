"""The line of the window: two ends for the mouse, the keyboard and whoever cannot see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.domain.window import LikelyRange
from companion.ui.theme.theme import Theme
from companion.ui.widgets.rating_track import RatingTrack
from companion.ui.widgets.window_line import WindowLine


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> Iterator[WindowLine]:
    made = WindowLine(theme)
    made.put(30, 70)
    qtbot.addWidget(made)
    made.resize(96, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def moved(line: WindowLine) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    line.moved.connect(lambda lower, upper: found.append((lower, upper)))
    return found


def a_turn_of_the_wheel() -> QWheelEvent:
    at, none = QPointF(5, 5), QPoint()
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, none, QPoint(0, 120), Qt.MouseButton.NoButton, keys, phase, False)


def place(line: WindowLine, points: int) -> QPoint:
    return RatingTrack(line.rect(), 1.0).place_of(points).toPoint()


def test_a_click_brings_the_nearer_end(line: WindowLine, moved: list[tuple[int, int]]) -> None:
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place(line, 40))
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place(line, 90))

    assert [abs(lower - 40) <= 1 for lower, _upper in moved] == [True, True]
    assert moved[0][1] == 70
    assert abs(moved[1][1] - 90) <= 1
    assert QApplication.focusWidget() is line.upper_end


def test_an_end_that_is_dragged_stops_before_the_other(line: WindowLine, moved: list[tuple[int, int]]) -> None:
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=place(line, 31))
    QTest.mouseMove(line, place(line, 95))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=place(line, 95))

    assert moved[-1] == (69, 70)


def test_the_other_button_moves_nothing(line: WindowLine, moved: list[tuple[int, int]]) -> None:
    QTest.mouseClick(line, Qt.MouseButton.RightButton, pos=place(line, 40))

    assert moved == []


@pytest.mark.parametrize(
    ("key", "lower"),
    [
        (Qt.Key.Key_Up, 31),
        (Qt.Key.Key_Down, 29),
        (Qt.Key.Key_PageUp, 40),
        (Qt.Key.Key_PageDown, 20),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 69),
    ],
)
def test_keys_move_the_end_they_are_on(
    line: WindowLine, moved: list[tuple[int, int]], key: Qt.Key, lower: int
) -> None:
    line.lower_end.setFocus()
    QTest.keyClick(line.lower_end, key)

    assert moved == [(lower, 70)]


def test_showing_ends_says_nothing(line: WindowLine, moved: list[tuple[int, int]]) -> None:
    line.put(80, 90)
    line.put(5, 6)

    assert moved == []
    assert (line.lower_end.value(), line.upper_end.value()) == (5, 6)


def test_readers_hear_which_end_it_is_and_where(line: WindowLine) -> None:
    spoken = [QAccessible.queryAccessibleInterface(end) for end in (line.upper_end, line.lower_end)]

    assert [one.text(QAccessible.Text.Name) for one in spoken] == ["Upper end of my window", "Lower end of my window"]
    assert [one.role() for one in spoken] == [QAccessible.Role.Slider] * 2
    assert [one.text(QAccessible.Text.Value) for one in spoken] == ["70", "30"]


def test_the_wheel_moves_nothing_while_a_page_scrolls_under_it(
    line: WindowLine, moved: list[tuple[int, int]]
) -> None:
    line.upper_end.setFocus()
    turned = a_turn_of_the_wheel()
    QApplication.sendEvent(line.upper_end, turned)

    assert not turned.isAccepted()
    assert moved == []


def test_the_estimate_is_drawn_beside_the_line_and_nowhere_else(line: WindowLine, theme: Theme) -> None:
    def painted(points: int) -> bool:
        y, image = place(line, points).y(), line.grab().toImage()
        return any(image.pixelColor(x, y) == theme.color("inside") for x in range(75, 95))

    assert not painted(68)
    line.show_estimate(None, LikelyRange(64, 76), is_guess=False)
    assert painted(68)
    assert not painted(50)
