"""A reminder's card says what the person wants of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.presentation.reminders import ReminderCardState
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_card import ReminderCard

STATE = ReminderCardState("r1", "At set times", "09:00, every day", is_on=True)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ReminderCard:
    made = ReminderCard(STATE)
    qtbot.addWidget(made)
    return made


def test_it_says_what_is_wanted(card: ReminderCard) -> None:
    said: list[object] = []
    card.switched.connect(said.append)
    card.edit_wanted.connect(lambda: said.append("edit"))
    card.remove_wanted.connect(lambda: said.append("remove"))
    card.row.switch.click()
    card.edit.click()
    card.remove.click()
    assert said == [False, "edit", "remove"]


def test_its_controls_are_called_by_their_reminder(card: ReminderCard) -> None:
    assert card.row.switch.accessibleName() == "At set times, 09:00, every day"
    assert card.edit.accessibleName() == "Edit 09:00, every day"
    assert card.remove.accessibleName() == "Remove 09:00, every day"


def test_it_says_when_it_comes_next_where_that_is_known(card: ReminderCard) -> None:
    def shown() -> list[str]:
        return [found.text() for found in card.findChildren(QLabel) if not found.isHidden()]

    assert shown() == ["At set times", "09:00, every day"]
    card.show_state(replace(STATE, coming="next at 21:00"))
    assert "next at 21:00" in shown()


def test_the_persons_own_name_for_it_is_theirs(card: ReminderCard) -> None:
    card.show_state(replace(STATE, name="Evening", is_own_name=True))
    assert card.row.property("personal")
    card.show_state(STATE)
    assert not card.row.property("personal")


def test_with_less_room_the_rest_stands_below_the_words(card: ReminderCard, qtbot: QtBot) -> None:
    card.show_state(replace(STATE, coming="next at 21:00"))
    card.resize(420, 200)
    card.show()

    def place(text: str) -> QPoint:
        return next(found for found in card.findChildren(QLabel) if found.text() == text).mapTo(card, QPoint())

    qtbot.waitUntil(lambda: place("next at 21:00").x() > place(STATE.name).x())
    card.show_narrow(True)
    qtbot.waitUntil(lambda: place("next at 21:00").y() > place(STATE.rule).y())
    assert place("next at 21:00").x() == place(STATE.name).x()
