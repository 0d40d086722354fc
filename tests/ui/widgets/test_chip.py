"""Chips are chosen by a click or Space."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.chip import chip


def test_a_chip_stays_chosen(theme: Theme, qtbot: QtBot) -> None:
    made = chip("Month")
    qtbot.addWidget(made)
    made.show()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.isChecked()


def test_a_chip_that_is_no_choice_only_acts(theme: Theme, qtbot: QtBot) -> None:
    made = chip("regulation", checkable=False)
    qtbot.addWidget(made)
    made.click()
    assert not made.isChecked()
