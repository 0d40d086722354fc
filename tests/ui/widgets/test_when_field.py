"""When it was: off unless chosen, then any time a wall clock can show."""

from datetime import datetime

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from companion.ui.widgets.when_field import WhenField

NOW = datetime(2026, 11, 22, 14, 6)


@pytest.fixture
def field(qtbot: QtBot) -> WhenField:
    made = WhenField(lambda: NOW)
    qtbot.addWidget(made)
    return made


def test_it_is_off_unless_chosen(field: WhenField) -> None:
    assert field.when is None
    assert not field.when_edit.isEnabled()


def test_once_chosen_it_begins_at_now(field: WhenField) -> None:
    field.earlier.click()
    assert field.when == NOW
    assert field.when_edit.isEnabled()


def test_another_time_is_that_time_on_the_wall(field: WhenField) -> None:
    field.earlier.click()
    field.when_edit.setTime(QTime(9, 30))
    assert field.when == datetime(2026, 11, 22, 9, 30)


def test_an_hour_that_clocks_leave_out_somewhere_can_be_entered(field: WhenField) -> None:
    field.put(datetime(2026, 3, 29, 2, 30))
    assert field.when == datetime(2026, 3, 29, 2, 30)


def test_every_change_is_said_and_showing_an_earlier_one_is_not(field: WhenField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.put(datetime(2026, 11, 22, 9, 30))
    with qtbot.waitSignal(field.changed):
        field.earlier.click()


def test_it_has_a_name(field: WhenField) -> None:
    assert field.when_edit.accessibleName() == "When was it"
