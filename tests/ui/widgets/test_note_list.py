"""The list of notes says what the person chose, and only that."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.presentation.concepts import ConceptRow
from companion.ui.theme.theme import Theme
from companion.ui.widgets.note_list import NoteList

ROWS = (
    ConceptRow("a", "Attunement and co-regulation", "Settling together"),
    ConceptRow("b", "Window of Tolerance", "Where you can feel and think"),
    ConceptRow("c", "Mine", ""),
)


@pytest.fixture
def notes(qtbot: QtBot, theme: Theme) -> NoteList:
    made = NoteList(theme, "Notes")
    qtbot.addWidget(made)
    made.resize(236, 400)
    made.show()
    return made


def chosen_by(notes: NoteList) -> list[str]:
    keys: list[str] = []
    notes.chosen.connect(keys.append)
    return keys


def test_showing_and_marking_choose_nothing(notes: NoteList) -> None:
    keys = chosen_by(notes)
    notes.show_rows(ROWS, "b")
    notes.mark("c")
    notes.mark(None)
    notes.show_rows(ROWS[:1], "gone")
    assert keys == []


def test_the_arrow_keys_choose_and_enter_settles(notes: NoteList, qtbot: QtBot) -> None:
    notes.show_rows(ROWS, "a")
    keys = chosen_by(notes)
    QTest.keyClick(notes, Qt.Key.Key_Down)
    assert keys == ["b"]
    with qtbot.waitSignal(notes.settled):
        QTest.keyClick(notes, Qt.Key.Key_Return)


def test_a_click_chooses_and_settles(notes: NoteList, qtbot: QtBot) -> None:
    notes.show_rows(ROWS, "a")
    keys = chosen_by(notes)
    place = notes.visualRect(notes.model().index(2, 0)).center()
    with qtbot.waitSignal(notes.settled):
        QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert keys == ["c"]


def test_a_row_is_as_high_as_its_words_need(notes: NoteList) -> None:
    notes.resize(210, 400)
    notes.show_rows(ROWS, None)
    heights = [notes.visualRect(notes.model().index(row, 0)).height() for row in range(3)]
    assert heights[0] > heights[1] > heights[2]


def test_a_row_is_spoken_with_its_line(notes: NoteList) -> None:
    notes.show_rows(ROWS, None)
    accessible = QAccessible.queryAccessibleInterface(notes)
    assert accessible is not None
    names = [accessible.child(row).text(QAccessible.Text.Name) for row in range(3)]
    assert names == [
        "Attunement and co-regulation, Settling together",
        "Window of Tolerance, Where you can feel and think",
        "Mine",
    ]
