"""Which of two is asked where the clocks showed a time twice, and nowhere else."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.widgets.when_field import WhenField
from tests.support.check_in_desk import CheckInDesk

TWICE, ONCE = datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 3, 30)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[WhenField]:
    presenter = CheckInDesk().presenter()
    made = WhenField(presenter.wall_now, presenter.twice)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.earlier.setChecked(True)
    yield made
    made.close()


def choose(field: WhenField, wall: datetime) -> None:
    """The person sets that time."""
    date, time = QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)
    field.when_edit.setDateTime(QDateTime(date, time, QTimeZone(QTimeZone.Initialization.UTC)))


def test_nothing_is_asked_about_a_time_that_came_once(field: WhenField) -> None:
    choose(field, ONCE)
    assert field.which.isHidden()
    assert field.when == ONCE


def test_the_first_is_meant_until_the_second_is_chosen(field: WhenField) -> None:
    choose(field, TWICE)
    assert field.which.isVisible()
    assert field.when is not None
    assert (field.when, field.when.fold) == (TWICE, 0)
    field.which.first.setFocus()
    QTest.keyClick(field.which.first, Qt.Key.Key_Down)
    assert field.when.fold == 1


def test_it_comes_into_sight_where_the_page_scrolls(field: WhenField, qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    column = QVBoxLayout(content)
    column.addSpacing(600)
    column.addWidget(field)
    area.setWidget(content)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()
    choose(field, TWICE)
    second = field.which.second
    qtbot.waitUntil(lambda: second.visibleRegion().boundingRect() == second.rect())
    field.setParent(None)
    area.close()


def test_choosing_is_a_change(field: WhenField, qtbot: QtBot) -> None:
    choose(field, TWICE)
    with qtbot.waitSignal(field.changed):
        field.which.second.setChecked(True)


def test_of_another_time_the_first_is_meant_again(field: WhenField) -> None:
    choose(field, TWICE)
    field.which.second.setChecked(True)
    choose(field, TWICE.replace(minute=31))
    assert field.when is not None
    assert field.when.fold == 0


def test_what_was_meant_earlier_is_put_back(field: WhenField) -> None:
    field.put(TWICE.replace(fold=1))
    assert field.which.second.isChecked()
    assert field.when is not None
    assert field.when.fold == 1


def test_switched_off_nothing_is_asked(field: WhenField) -> None:
    choose(field, TWICE)
    field.earlier.setChecked(False)
    assert field.which.isHidden()
    assert field.when is None
