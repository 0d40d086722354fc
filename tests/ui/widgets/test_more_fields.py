"""What More unfolds: a note, and a moment that is off unless chosen."""

from datetime import datetime

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.more_fields import MoreFields

NOW = datetime(2026, 11, 22, 14, 6)


@pytest.fixture
def fields(theme: Theme, qtbot: QtBot) -> MoreFields:
    made = MoreFields(theme, lambda: NOW)
    qtbot.addWidget(made)
    return made


def test_when_it_was_is_off_unless_chosen(fields: MoreFields) -> None:
    assert fields.when is None
    assert not fields.when_edit.isEnabled()


def test_once_chosen_it_begins_at_now(fields: MoreFields) -> None:
    fields.earlier.click()
    assert fields.when == NOW
    assert fields.when_edit.isEnabled()


def test_another_time_is_that_time_on_the_wall(fields: MoreFields) -> None:
    fields.earlier.click()
    fields.when_edit.setTime(QTime(9, 30))
    assert fields.when == datetime(2026, 11, 22, 9, 30)


def test_an_hour_that_clocks_leave_out_somewhere_can_be_entered(fields: MoreFields) -> None:
    fields.put("", datetime(2026, 3, 29, 2, 30))
    assert fields.when == datetime(2026, 3, 29, 2, 30)


def test_every_change_is_said_and_showing_an_earlier_one_is_not(fields: MoreFields, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(fields.changed):
        fields.put("rain", datetime(2026, 11, 22, 9, 30))
    with qtbot.waitSignal(fields.changed):
        fields.note.setPlainText("sun")
    with qtbot.waitSignal(fields.changed):
        fields.earlier.click()


def test_both_have_names(fields: MoreFields) -> None:
    assert fields.note.accessibleName() == "Note"
    assert fields.when_edit.accessibleName() == "When was it"
