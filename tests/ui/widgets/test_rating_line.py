"""The line of a rating: empty until the person puts a value on it, by hand or by keyboard, and heard as it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.checkin import InputMethod
from companion.presentation.checkin_form import LineWords, arousal_words
from companion.ui.theme.theme import Theme
from companion.ui.widgets.rating_line import DIGITS_BELONG_TOGETHER_MS, RatingLine
from companion.ui.widgets.rating_track import RatingTrack

Key = Qt.Key
POINTER, DIGITS, ARROWS = InputMethod.POINTER, InputMethod.DIGITS, InputMethod.ARROW_KEYS


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> Iterator[RatingLine]:
    """A line beside another field, active and with the keyboard on it."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    layout.addWidget(QLineEdit())
    made = RatingLine(arousal_words(), theme)
    layout.addWidget(made)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made
    window.close()


def at(line: RatingLine, points: int) -> QPoint:
    """Where on the line that value is."""
    return RatingTrack(line.rect(), 1.0).place_of(points).toPoint()


def wheel(line: RatingLine, notches: int) -> bool:
    """Turns the wheel over the line; True if the line took it."""
    turned = QWheelEvent(
        QPointF(10, 10), QPointF(10, 10), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(line, turned)
    return turned.isAccepted()


def heard(line: RatingLine) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(line)
    assert found is not None
    return found


def test_it_is_empty_at_first(line: RatingLine) -> None:
    assert line.points is None
    assert line.first_touch is None
    assert line.method is None


def test_focus_alone_sets_nothing(line: RatingLine) -> None:
    line.clearFocus()
    QTest.keyClick(line, Key.Key_Tab)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.points is None


def test_an_empty_line_looks_the_same_whatever_stood_on_it_before(line: RatingLine) -> None:
    before = line.grab().toImage()
    line.put(83)
    assert line.grab().toImage() != before
    line.empty()
    assert line.grab().toImage() == before


@pytest.mark.parametrize("points", [0, 1, 37, 62, 99, 100])
def test_a_click_sets_the_value_at_that_height(line: RatingLine, points: int) -> None:
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at(line, points))
    assert line.points is not None
    assert abs(line.points - points) <= 1
    assert line.method is POINTER


def test_the_handle_follows_a_drag_and_the_first_value_is_kept(line: RatingLine) -> None:
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=at(line, 30))
    first = line.points
    QTest.mouseMove(line, at(line, 80))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=at(line, 80))
    assert line.points is not None
    assert abs(line.points - 80) <= 1
    assert line.first_touch == first


def test_moving_the_pointer_over_it_sets_nothing(line: RatingLine) -> None:
    QTest.mouseMove(line, at(line, 80))
    QTest.mouseClick(line, Qt.MouseButton.RightButton, pos=at(line, 80))
    assert line.points is None


def test_digits_form_one_number_and_the_handle_moves_at_once(line: RatingLine) -> None:
    seen: list[int] = []
    line.value_chosen.connect(lambda points, _method: seen.append(points))
    QTest.keyClicks(line, "62")
    assert seen == [6, 62]
    assert line.points == 62


def test_a_number_typed_in_one_go_is_one_touch(line: RatingLine) -> None:
    QTest.keyClicks(line, "62")
    line.end_typing()
    QTest.keyClicks(line, "70")
    assert (line.points, line.first_touch, line.method) == (70, 62, DIGITS)


def test_a_digit_that_would_pass_a_hundred_starts_anew(line: RatingLine) -> None:
    QTest.keyClicks(line, "627")
    assert line.points == 7


def test_digits_belong_together_for_a_second_and_a_half(line: RatingLine) -> None:
    assert DIGITS_BELONG_TOGETHER_MS == 1500
    QTest.keyClick(line, Key.Key_6)
    line.end_typing()
    QTest.keyClick(line, Key.Key_2)
    assert line.points == 2


def test_what_is_typed_is_echoed_and_never_for_the_mouse(line: RatingLine) -> None:
    QTest.keyClicks(line, "62")
    echoed = line.grab().toImage()
    line.end_typing()
    plain = line.grab().toImage()
    assert echoed != plain
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at(line, line.points or 0))
    assert line.points == 62
    assert line.grab().toImage() == plain


def test_a_held_digit_counts_once(line: RatingLine) -> None:
    from tests.support.keys import hold

    hold(line, Key.Key_6, "6")
    assert line.points is None


def test_backspace_empties_it(line: RatingLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "62")
    with qtbot.waitSignal(line.cleared):
        QTest.keyClick(line, Key.Key_Backspace)
    assert (line.points, line.first_touch, line.method) == (None, None, None)


def test_after_backspace_a_digit_begins_a_new_number(line: RatingLine) -> None:
    QTest.keyClick(line, Key.Key_6)
    QTest.keyClick(line, Key.Key_Backspace)
    QTest.keyClick(line, Key.Key_2)
    assert line.points == 2
    assert line.first_touch == 2


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_PageUp, Key.Key_PageDown])
def test_the_first_arrow_key_places_the_handle_in_the_middle(line: RatingLine, key: Qt.Key) -> None:
    QTest.keyClick(line, key)
    assert (line.points, line.first_touch, line.method) == (50, 50, ARROWS)


def test_arrows_move_by_one_and_page_keys_by_ten(line: RatingLine) -> None:
    line.put(50)
    moves = [Key.Key_Up, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_PageUp, Key.Key_PageDown]
    seen = []
    for key in moves:
        QTest.keyClick(line, key)
        seen.append(line.points)
    assert seen == [51, 52, 51, 50, 60, 50]


def test_left_and_right_follow_the_direction_of_reading(line: RatingLine) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line.put(50)
    QTest.keyClick(line, Key.Key_Left)
    assert line.points == 51


def test_home_and_end_are_the_ends(line: RatingLine) -> None:
    QTest.keyClick(line, Key.Key_End)
    assert line.points == 100
    QTest.keyClick(line, Key.Key_Up)
    assert line.points == 100
    QTest.keyClick(line, Key.Key_Home)
    assert line.points == 0


def test_shortcuts_are_no_digits(line: RatingLine) -> None:
    QTest.keyClick(line, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert line.points is None


def test_the_wheel_never_sets_an_empty_line(line: RatingLine) -> None:
    assert not wheel(line, 1)
    assert line.points is None


def test_the_wheel_scrolls_the_page_while_the_keyboard_is_elsewhere(line: RatingLine) -> None:
    line.put(50)
    line.clearFocus()
    assert not wheel(line, 1)
    assert line.points == 50


def test_the_wheel_moves_a_value_that_is_there(line: RatingLine) -> None:
    line.put(50)
    assert wheel(line, 2)
    assert line.points == 52


def test_showing_an_earlier_value_says_nothing_and_is_no_touch(line: RatingLine, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(line.value_chosen):
        line.put(62)
    assert (line.points, line.first_touch, line.method) == (62, None, None)


def test_an_empty_line_is_heard_as_a_slider_without_value(line: RatingLine) -> None:
    assert heard(line).role() is QAccessible.Role.Slider
    assert heard(line).valueInterface() is None
    assert heard(line).text(QAccessible.Text.Value) == ""
    assert heard(line).text(QAccessible.Text.Name) == "How much energy is in your body?"
    assert heard(line).text(QAccessible.Text.Description) == "no answer yet"


def test_a_value_is_heard_as_a_number_and_in_words(line: RatingLine) -> None:
    heard(line)
    QTest.keyClicks(line, "62")
    value = heard(line).valueInterface()
    assert value is not None
    assert value.currentValue() == 62
    said = heard(line).text(QAccessible.Text.Description)
    assert said == "62 of 100, between almost none and as much as there can be"


def test_emptied_it_is_heard_without_value_again(line: RatingLine) -> None:
    for _again in range(3):
        QTest.keyClicks(line, "62")
        assert heard(line).valueInterface() is not None
        QTest.keyClick(line, Key.Key_Backspace)
        assert heard(line).role() is QAccessible.Role.Slider
        assert heard(line).valueInterface() is None


def test_assistive_technology_can_move_the_value(line: RatingLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "62")
    value = heard(line).valueInterface()
    assert value is not None
    with qtbot.waitSignal(line.value_chosen):
        value.setCurrentValue(70)
    assert line.points == 70
    assert line.method is DIGITS


def test_a_first_value_that_no_key_or_pointer_gave_is_assistive(line: RatingLine) -> None:
    line.setValue(33)
    assert (line.points, line.method) == (33, InputMethod.ASSISTIVE)


def test_it_is_large_enough_to_be_met(line: RatingLine) -> None:
    assert line.minimumSizeHint().width() >= 32
    assert RatingTrack(line.rect(), 1.0).thickness >= 32


@pytest.mark.parametrize("action", ["Increase", "Decrease"])
def test_assistive_technology_can_give_the_first_value(line: RatingLine, action: str, qtbot: QtBot) -> None:
    actions = heard(line).actionInterface()
    assert action in actions.actionNames()
    with qtbot.waitSignal(line.value_chosen):
        actions.doAction(action)
    assert (line.points, line.first_touch, line.method) == (50, 50, InputMethod.ASSISTIVE)
    value = heard(line).valueInterface()
    assert value is not None
    assert value.currentValue() == 50


def test_assistive_technology_can_still_go_to_an_empty_line(line: RatingLine) -> None:
    line.clearFocus()
    heard(line).actionInterface().doAction("SetFocus")
    assert line.hasFocus()
    assert line.points is None


@pytest.fixture
def lying(theme: Theme, qtbot: QtBot) -> Iterator[RatingLine]:
    """A line that lies, with the keyboard on it."""
    words = LineWords("How pleasant is this moment?", "unpleasant", "pleasant")
    made = RatingLine(words, theme, 200, is_upright=False)
    qtbot.addWidget(made)
    made.resize(200, 44)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    yield made
    made.close()


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_lying_line_is_clicked_in_the_direction_of_reading(lying: RatingLine, mirrored: bool) -> None:
    lying.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    QTest.mouseClick(lying, Qt.MouseButton.LeftButton, pos=QPoint(20, 22))
    assert lying.points is not None
    assert (lying.points > 50) is mirrored


def test_a_lying_line_is_the_same_instrument(lying: RatingLine) -> None:
    assert heard(lying).valueInterface() is None
    QTest.keyClicks(lying, "62")
    QTest.keyClick(lying, Key.Key_Right)
    assert (lying.points, lying.first_touch, lying.method) == (63, 62, DIGITS)
    QTest.keyClick(lying, Key.Key_Backspace)
    assert lying.points is None
    assert heard(lying).valueInterface() is None


def test_a_lying_line_says_its_own_ends(lying: RatingLine) -> None:
    lying.put(0)
    assert heard(lying).text(QAccessible.Text.Name) == "How pleasant is this moment?"
    assert heard(lying).text(QAccessible.Text.Description) == "0 of 100, between unpleasant and pleasant"


@pytest.mark.parametrize("points", [20, 80])
def test_on_a_lying_line_what_is_typed_is_echoed_inside_it(lying: RatingLine, points: int) -> None:
    QTest.keyClicks(lying, str(points))
    echoed = lying.grab().toImage()
    lying.end_typing()
    assert lying.grab().toImage() != echoed


def test_a_lying_line_is_high_enough_to_be_met(lying: RatingLine) -> None:
    assert lying.minimumSizeHint().height() >= 44
