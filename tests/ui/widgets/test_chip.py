"""Chips are chosen by a click or Space."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QButtonGroup, QPushButton
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.chip import chip
from tests.support.assistive import turn_by_assistive_technology


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


def heard(*made: QPushButton) -> list[tuple[str, bool]]:
    """What the chips say, as it comes."""
    said: list[tuple[str, bool]] = []
    for each in made:
        each.clicked.connect(lambda chosen, each=each: said.append((each.text(), chosen)))
    return said


def test_assistive_technology_chooses_it_too(theme: Theme, qtbot: QtBot) -> None:
    made = chip("Month")
    qtbot.addWidget(made)
    said = heard(made)
    turn_by_assistive_technology(made)
    turn_by_assistive_technology(made)
    assert said == [("Month", True), ("Month", False)]


def test_a_click_is_said_once(theme: Theme, qtbot: QtBot) -> None:
    made = chip("Month")
    qtbot.addWidget(made)
    said = heard(made)
    made.click()
    assert said == [("Month", True)]


def test_put_by_the_program_it_says_nothing(theme: Theme, qtbot: QtBot) -> None:
    made = chip("Month")
    qtbot.addWidget(made)
    said = heard(made)
    made.setChecked(True)
    assert said == []


def test_of_several_the_one_that_gives_way_says_nothing(theme: Theme, qtbot: QtBot) -> None:
    day, week = chip("Day"), chip("Week")
    group = QButtonGroup()
    for made in (day, week):
        qtbot.addWidget(made)
        group.addButton(made)
    day.setChecked(True)
    said = heard(day, week)
    turn_by_assistive_technology(week)
    turn_by_assistive_technology(week)
    day.click()
    assert said == [("Week", True), ("Day", True)]
