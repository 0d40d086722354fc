"""Tags: Enter adds, Backspace takes the last away, each can be taken away by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.tags_field import MOST_CHIPS, TagsField

Key = Qt.Key


@pytest.fixture
def tags(theme: Theme, qtbot: QtBot) -> Iterator[TagsField]:
    made = TagsField("Tags", "Add a tag", theme, lambda _letters: [])
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.add_field.setFocus()
    yield made
    made.close()


def type_in(tags: TagsField, *names: str) -> None:
    for name in names:
        QTest.keyClicks(tags.add_field, name)
        QTest.keyClick(tags.add_field, Key.Key_Return)


def test_enter_adds_in_the_order_of_typing(tags: TagsField) -> None:
    type_in(tags, "rain", "#night shift")
    assert tags.names == ("rain", "night shift")


def test_the_same_word_twice_is_one_tag(tags: TagsField) -> None:
    type_in(tags, "rain", "Rain")
    assert tags.names == ("rain",)


def test_backspace_takes_the_last_one_away(tags: TagsField) -> None:
    type_in(tags, "rain", "sun")
    QTest.keyClick(tags.add_field, Key.Key_Backspace)
    assert tags.names == ("rain",)
    assert tags.add_field.hasFocus()


def test_what_is_being_typed_counts_but_is_not_settled(tags: TagsField) -> None:
    type_in(tags, "rain")
    QTest.keyClicks(tags.add_field, "su")
    assert tags.names == ("rain", "su")
    assert tags.settled == ("rain",)


def test_a_tag_taken_away_by_key_leaves_the_keyboard_with_its_neighbour(tags: TagsField) -> None:
    type_in(tags, "rain", "sun")
    tags.chips.chips["rain"].setFocus()
    QTest.keyClick(tags.chips.chips["rain"], Key.Key_Delete)
    assert tags.chips.chips["sun"].hasFocus()
    QTest.keyClick(tags.chips.chips["sun"], Key.Key_Space)
    assert tags.names == ()
    assert tags.add_field.hasFocus()


def test_a_tag_is_taken_away_by_click(tags: TagsField, qtbot: QtBot) -> None:
    tags.put(("rain", "sun"))
    with qtbot.waitSignal(tags.changed):
        QTest.mouseClick(tags.chips.chips["rain"], Qt.MouseButton.LeftButton)
    assert tags.names == ("sun",)


def test_showing_earlier_ones_says_nothing(tags: TagsField, qtbot: QtBot) -> None:
    QTest.keyClicks(tags.add_field, "x")
    with qtbot.assertNotEmitted(tags.changed):
        tags.put(("rain",))
    assert tags.names == ("rain",)


def test_of_very_many_the_last_are_chips_and_all_are_kept(tags: TagsField) -> None:
    names = tuple(f"tag {number}" for number in range(10_000))
    tags.put(names)
    assert tags.names == names
    assert list(tags.chips.chips) == list(names[-MOST_CHIPS:])
    assert "9900 more, and these:" in [found.text() for found in tags.findChildren(QLabel) if found.isVisible()]
    type_in(tags, "tag 3", "rain")
    assert tags.names == (*names, "rain")


def test_once_the_last_are_gone_those_before_them_are_there(tags: TagsField) -> None:
    names = tuple(f"tag {number}" for number in range(MOST_CHIPS + 2))
    tags.put(names)
    for name in names[2:]:
        tags.chips.removal_wanted.emit(name)
    assert tags.names == tuple(tags.chips.chips) == names[:2]
    assert tags.add_field.hasFocus()
