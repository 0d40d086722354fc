"""The place beside the journal's list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_pane import JournalPane


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> JournalPane:
    made = JournalPane(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_with_nothing_in_it_it_says_what_it_is_for(pane: JournalPane) -> None:
    assert pane._hint.isVisible()
    assert not pane.cross.isVisible()


def test_one_part_takes_the_place_of_another(pane: JournalPane) -> None:
    first, second = QLabel("first"), QLabel("second")
    pane.show_part(first)
    pane.show_part(second)
    assert [first.isVisible(), second.isVisible(), pane._hint.isVisible()] == [False, True, False]


def test_the_way_back_is_there_where_it_lies_over_the_list(pane: JournalPane) -> None:
    pane.show_part(QLabel("part"))
    pane.show_alone(True)
    assert pane.back.isVisible()
    pane.show_alone(False)
    assert not pane.back.isVisible()


def test_escape_wants_it_closed_only_while_there_is_something(pane: JournalPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.close_wanted):
        QTest.keyClick(pane, Qt.Key.Key_Escape)
    pane.show_part(QLabel("part"))
    with qtbot.waitSignal(pane.close_wanted):
        QTest.keyClick(pane, Qt.Key.Key_Escape)
