"""A reminder's card says what the person wants of it."""

import pytest
from pytestqt.qtbot import QtBot

from companion.presentation.reminders import ReminderCardState
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_card import ReminderCard

STATE = ReminderCardState("r1", "At set times", "09:00, every day", is_on=True, can_edit=True)


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


def test_a_kind_without_an_editor_has_no_edit(card: ReminderCard) -> None:
    card.show_state(ReminderCardState("r1", "Once", "2026-11-22, 14:06", is_on=False, can_edit=False))
    assert card.edit.isHidden()
    assert not card.row.is_on
