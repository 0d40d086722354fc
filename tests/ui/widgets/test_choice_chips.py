"""A question answered by choosing names: none first, any number, others added, one stop for Tab."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.domain.checkin_field import CheckInField
from companion.presentation.checkin_fields import choice
from companion.ui.theme.theme import Theme
from companion.ui.widgets.choice_chips import ChoiceChips

Key = Qt.Key


@pytest.fixture
def people(theme: Theme, qtbot: QtBot) -> Iterator[ChoiceChips]:
    made = ChoiceChips(choice(CheckInField.PEOPLE, ("alone", "Anna", "online")), theme, lambda _letters: [])
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def add(people: ChoiceChips, name: str) -> None:
    people.add_field.setFocus()
    QTest.keyClicks(people.add_field, name)
    QTest.keyClick(people.add_field, Key.Key_Return)


def test_none_is_chosen_first_and_any_number_can_be(people: ChoiceChips, qtbot: QtBot) -> None:
    assert not people.value
    with qtbot.waitSignal(people.changed):
        people.chips.chips["online"].click()
    people.chips.chips["alone"].click()
    assert people.value == ("alone", "online")


def test_a_name_that_is_added_is_chosen(people: ChoiceChips) -> None:
    add(people, "Bob")
    assert people.value == ("Bob",)
    assert people.chips.chips["Bob"].isVisible()


def test_a_name_that_is_there_already_is_chosen_and_not_doubled(people: ChoiceChips) -> None:
    add(people, "anna")
    assert people.value == ("Anna",)
    assert len(people.chips.chips) == 3


def test_what_is_being_typed_counts(people: ChoiceChips) -> None:
    QTest.keyClicks(people.add_field, "Bo")
    assert people.value == ("Bo",)


def test_other_names_to_choose_from_leave_what_is_chosen(people: ChoiceChips) -> None:
    people.chips.chips["Anna"].click()
    people.show_choice(choice(CheckInField.PEOPLE, ("Bob",)))
    assert people.value == ("Anna",)
    assert list(people.chips.chips) == ["Bob", "Anna"]


def test_showing_an_earlier_answer_says_nothing(people: ChoiceChips, qtbot: QtBot) -> None:
    QTest.keyClicks(people.add_field, "Bo")
    with qtbot.assertNotEmitted(people.changed):
        people.put(("Zoë",))
    assert people.value == ("Zoë",)


def test_one_chip_is_reached_by_tab_and_the_others_by_arrows(people: ChoiceChips) -> None:
    people.chips.chips["alone"].setFocus()
    QTest.keyClick(people.chips.chips["alone"], Key.Key_Right)
    assert people.chips.chips["Anna"].hasFocus()
    QTest.keyClick(people.chips.chips["Anna"], Key.Key_Tab)
    assert people.add_field.hasFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_Backtab)
    assert people.chips.chips["Anna"].hasFocus()


def test_the_field_stands_at_the_end_of_the_chips(people: ChoiceChips) -> None:
    add(people, "Bob")
    QApplication.processEvents()
    last = people.chips.chips["Bob"]
    assert (people.add_field.y(), people.add_field.x()) > (last.y(), last.x())
