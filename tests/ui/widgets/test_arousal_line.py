"""The arousal line: empty until the person puts a value on it, by hand or by keyboard, and heard as it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.checkin import InputMethod
from companion.ui.theme.theme import Theme
from companion.ui.widgets.arousal_line import DIGITS_BELONG_TOGETHER_MS, ArousalLine
from companion.ui.widgets.arousal_track import ArousalTrack

Key = Qt.Key
POINTER, DIGITS, ARROWS = InputMethod.POINTER, InputMethod.DIGITS, InputMethod.ARROW_KEYS


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> Iterator[ArousalLine]:
    """A line beside another field, active and with the keyboard on it."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    layout.addWidget(QLineEdit())
    made = ArousalLine(theme)
    layout.addWidget(made)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made
    window.close()


def at(line: ArousalLine, points: int) -> QPoint:
    """Where on the line that value is."""
    return QPoint(line.width() // 2, round(ArousalTrack(line.rect(), 1.0).height_of(points)))


def wheel(line: ArousalLine, notches: int) -> bool:
    """Turns the wheel over the line; True if the line took it."""
    turned = QWheelEvent(
        QPointF(10, 10), QPointF(10, 10), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(line, turned)
    return turned.isAccepted()


def heard(line: ArousalLine) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(line)
    assert found is not None
    return found


def test_it_is_empty_at_first(line: ArousalLine) -> None:
    assert line.points is None
    assert line.first_touch is None
    assert line.method is None


def test_focus_alone_sets_nothing(line: ArousalLine) -> None:
    line.clearFocus()
    QTest.keyClick(line, Key.Key_Tab)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.points is None


def test_an_empty_line_looks_the_same_whatever_stood_on_it_before(line: ArousalLine) -> None:
    before = line.grab().toImage()
    line.put(83)
    assert line.grab().toImage() != before
    line.empty()
    assert line.grab().toImage() == before


@pytest.mark.parametrize("points", [0, 1, 37, 62, 99, 100])
def test_a_click_sets_the_value_at_that_height(line: ArousalLine, points: int) -> None:
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at(line, points))
    assert line.points is not None
    assert abs(line.points - points) <= 1
    assert line.method is POINTER


def test_the_handle_follows_a_drag_and_the_first_value_is_kept(line: ArousalLine) -> None:
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=at(line, 30))
    first = line.points
    QTest.mouseMove(line, at(line, 80))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=at(line, 80))
    assert line.points is not None
    assert abs(line.points - 80) <= 1
    assert line.first_touch == first


def test_moving_the_pointer_over_it_sets_nothing(line: ArousalLine) -> None:
    QTest.mouseMove(line, at(line, 80))
    QTest.mouseClick(line, Qt.MouseButton.RightButton, pos=at(line, 80))
    assert line.points is None


def test_digits_form_one_number_and_the_handle_moves_at_once(line: ArousalLine) -> None:
    seen: list[int] = []
    line.value_chosen.connect(lambda points, _method: seen.append(points))
    QTest.keyClicks(line, "62")
    assert seen == [6, 62]
    assert line.points == 62


def test_a_number_typed_in_one_go_is_one_touch(line: ArousalLine) -> None:
    QTest.keyClicks(line, "62")
    line.end_typing()
    QTest.keyClicks(line, "70")
    assert (line.points, line.first_touch, line.method) == (70, 62, DIGITS)


def test_a_digit_that_would_pass_a_hundred_starts_anew(line: ArousalLine) -> None:
    QTest.keyClicks(line, "627")
    assert line.points == 7


def test_digits_belong_together_for_a_second_and_a_half(line: ArousalLine) -> None:
    assert DIGITS_BELONG_TOGETHER_MS == 1500
    QTest.keyClick(line, Key.Key_6)
    line.end_typing()
    QTest.keyClick(line, Key.Key_2)
    assert line.points == 2


def test_what_is_typed_is_echoed_and_never_for_the_mouse(line: ArousalLine) -> None:
    QTest.keyClicks(line, "62")
    echoed = line.grab().toImage()
    line.end_typing()
    plain = line.grab().toImage()
    assert echoed != plain
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at(line, line.points or 0))
    assert line.points == 62
    assert line.grab().toImage() == plain


def test_a_held_digit_counts_once(line: ArousalLine) -> None:
    from tests.support.keys import hold

    hold(line, Key.Key_6, "6")
    assert line.points is None


def test_backspace_empties_it(line: ArousalLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "62")
    with qtbot.waitSignal(line.cleared):
        QTest.keyClick(line, Key.Key_Backspace)
    assert (line.points, line.first_touch, line.method) == (None, None, None)


def test_after_backspace_a_digit_begins_a_new_number(line: ArousalLine) -> None:
    QTest.keyClick(line, Key.Key_6)
    QTest.keyClick(line, Key.Key_Backspace)
    QTest.keyClick(line, Key.Key_2)
    assert line.points == 2
    assert line.first_touch == 2


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_PageUp, Key.Key_PageDown])
def test_the_first_arrow_key_places_the_handle_in_the_middle(line: ArousalLine, key: Qt.Key) -> None:
    QTest.keyClick(line, key)
    assert (line.points, line.first_touch, line.method) == (50, 50, ARROWS)


def test_arrows_move_by_one_and_page_keys_by_ten(line: ArousalLine) -> None:
    line.put(50)
    moves = [Key.Key_Up, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_PageUp, Key.Key_PageDown]
    seen = []
    for key in moves:
        QTest.keyClick(line, key)
        seen.append(line.points)
    assert seen == [51, 52, 51, 50, 60, 50]


def test_left_and_right_follow_the_direction_of_reading(line: ArousalLine) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line.put(50)
    QTest.keyClick(line, Key.Key_Left)
    assert line.points == 51


def test_home_and_end_are_the_ends(line: ArousalLine) -> None:
    QTest.keyClick(line, Key.Key_End)
    assert line.points == 100
    QTest.keyClick(line, Key.Key_Up)
    assert line.points == 100
    QTest.keyClick(line, Key.Key_Home)
    assert line.points == 0


def test_shortcuts_are_no_digits(line: ArousalLine) -> None:
    QTest.keyClick(line, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert line.points is None


def test_the_wheel_never_sets_an_empty_line(line: ArousalLine) -> None:
    assert not wheel(line, 1)
    assert line.points is None


def test_the_wheel_scrolls_the_page_while_the_keyboard_is_elsewhere(line: ArousalLine) -> None:
    line.put(50)
    line.clearFocus()
    assert not wheel(line, 1)
    assert line.points == 50


def test_the_wheel_moves_a_value_that_is_there(line: ArousalLine) -> None:
    line.put(50)
    assert wheel(line, 2)
    assert line.points == 52


def test_showing_an_earlier_value_says_nothing_and_is_no_touch(line: ArousalLine, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(line.value_chosen):
        line.put(62)
    assert (line.points, line.first_touch, line.method) == (62, None, None)


def test_an_empty_line_is_heard_as_a_slider_without_value(line: ArousalLine) -> None:
    assert heard(line).role() is QAccessible.Role.Slider
    assert heard(line).valueInterface() is None
    assert heard(line).text(QAccessible.Text.Value) == ""
    assert heard(line).text(QAccessible.Text.Name) == "How much energy is in your body?"
    assert heard(line).text(QAccessible.Text.Description) == "no answer yet"


def test_a_value_is_heard_as_a_number_and_in_words(line: ArousalLine) -> None:
    heard(line)
    QTest.keyClicks(line, "62")
    value = heard(line).valueInterface()
    assert value is not None
    assert value.currentValue() == 62
    said = heard(line).text(QAccessible.Text.Description)
    assert said == "62 of 100, between almost none and as much as there can be"


def test_emptied_it_is_heard_without_value_again(line: ArousalLine) -> None:
    for _again in range(3):
        QTest.keyClicks(line, "62")
        assert heard(line).valueInterface() is not None
        QTest.keyClick(line, Key.Key_Backspace)
        assert heard(line).role() is QAccessible.Role.Slider
        assert heard(line).valueInterface() is None


def test_assistive_technology_can_move_the_value(line: ArousalLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "62")
    value = heard(line).valueInterface()
    assert value is not None
    with qtbot.waitSignal(line.value_chosen):
        value.setCurrentValue(70)
    assert line.points == 70
    assert line.method is DIGITS


def test_a_first_value_that_no_key_or_pointer_gave_is_assistive(line: ArousalLine) -> None:
    line.setValue(33)
    assert (line.points, line.method) == (33, InputMethod.ASSISTIVE)


def test_it_is_large_enough_to_be_met(line: ArousalLine) -> None:
    assert line.minimumSizeHint().width() >= 32
    assert ArousalTrack(line.rect(), 1.0).body.width() >= 32
