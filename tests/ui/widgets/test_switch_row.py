"""A switch with words: they turn it too, and are its name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.switch_row import SwitchRow


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> Iterator[SwitchRow]:
    made = SwitchRow("Keep still", "Nothing glides.")
    qtbot.addWidget(made)
    made.resize(300, 80)
    made.show()
    yield made
    made.close()


def heard(row: SwitchRow) -> list[bool]:
    said: list[bool] = []
    row.switched.connect(said.append)
    return said


def test_it_says_when_the_person_turns_it(row: SwitchRow) -> None:
    said = heard(row)
    QTest.keyClick(row.switch, Qt.Key.Key_Space)
    QTest.keyClick(row.switch, Qt.Key.Key_Space)
    assert said == [True, False]


def test_it_says_nothing_when_it_is_put(row: SwitchRow) -> None:
    said = heard(row)
    row.put(True)
    assert row.is_on
    assert said == []


def test_assistive_technology_turns_it_too(row: SwitchRow) -> None:
    said = heard(row)
    actions = QAccessible.queryAccessibleInterface(row.switch).actionInterface()
    assert actions is not None
    actions.doAction(actions.toggleAction())
    assert said == [True]


def test_a_click_on_the_words_turns_it(row: SwitchRow) -> None:
    said = heard(row)
    for words in row.findChildren(QLabel):
        QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=words.rect().center())
    assert said == [True, False]


def test_a_click_that_leaves_the_words_does_not(row: SwitchRow) -> None:
    said = heard(row)
    words = row.findChildren(QLabel)[0]
    QTest.mousePress(words, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(words, Qt.MouseButton.LeftButton, pos=QPoint(0, 4000))
    assert said == []


def test_readers_call_it_by_its_words(row: SwitchRow) -> None:
    assert row.switch.accessibleName() == "Keep still, Nothing glides."
    row.show_words("Keep running")
    assert row.switch.accessibleName() == "Keep running"


def test_long_words_wrap(row: SwitchRow) -> None:
    row.show_words("A sentence that goes on for much longer than this little row is wide, and then some more")
    row.resize(200, row.heightForWidth(200))
    words = row.findChildren(QLabel)[0]
    assert words.height() >= 3 * words.fontMetrics().height()


def test_its_default_is_said_beside_its_name(theme: Theme, qtbot: QtBot) -> None:
    row = SwitchRow("Keep still", "Nothing glides.", usual=True)
    qtbot.addWidget(row)
    usual = "Default:\N{NO-BREAK SPACE}on"
    assert [words.text() for words in row.findChildren(QLabel)] == ["Keep still", f"Nothing glides. {usual}"]
    assert row.switch.accessibleName() == "Keep still, Nothing glides."
    assert row.switch.accessibleDescription() == usual
    row.show_words("Keep still", "nothing glides")
    assert row.findChildren(QLabel)[1].text() == f"nothing glides · {usual}"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_belongs_to_it_begins_where_its_words_begin(row: SwitchRow, direction: Qt.LayoutDirection) -> None:
    words, more = row.findChildren(QLabel)[0], QLabel("From when")
    row.add_below(more)
    more.show()
    row.setLayoutDirection(direction)
    row.resize(row.size())
    row.adjustSize()
    assert more.geometry().left() == words.geometry().left()
    assert more.geometry().right() == words.geometry().right()
    assert more.geometry().top() > words.geometry().bottom()


def test_a_click_on_what_stands_below_does_not_turn_it(row: SwitchRow) -> None:
    said, more = heard(row), QLabel("From when")
    row.add_below(more)
    more.show()
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert said == []
