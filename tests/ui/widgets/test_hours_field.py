"""Hours slept: no answer at first, none again when emptied, and zero is an answer."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.ui.widgets.hours_field import HoursField

Key = Qt.Key


@pytest.fixture
def hours(qtbot: QtBot) -> Iterator[HoursField]:
    made = HoursField()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    qtbot.waitUntil(lambda: made.lineEdit().hasSelectedText())
    yield made
    made.close()


def test_at_first_there_is_no_answer(hours: HoursField) -> None:
    assert hours.slept is None
    assert hours.text() == "no answer"


def test_what_is_typed_replaces_no_answer(hours: HoursField) -> None:
    QTest.keyClicks(hours, "6.25")
    assert hours.slept == timedelta(hours=6, minutes=15)


def test_zero_is_an_answer(hours: HoursField) -> None:
    QTest.keyClicks(hours, "0")
    assert hours.slept == timedelta(0)


def test_emptied_it_is_no_answer_again(hours: HoursField) -> None:
    hours.put(timedelta(hours=7))
    hours.selectAll()
    QTest.keyClick(hours, Key.Key_Backspace)
    assert hours.slept is None


def test_the_first_step_begins_at_seven(hours: HoursField) -> None:
    QTest.keyClick(hours, Key.Key_Down)
    assert hours.slept == timedelta(hours=7)
    QTest.keyClick(hours, Key.Key_Down)
    assert hours.slept == timedelta(hours=6, minutes=30)


def test_more_than_a_day_cannot_be_entered(hours: HoursField) -> None:
    QTest.keyClicks(hours, "99")
    slept = hours.slept
    assert slept is None or slept <= timedelta(hours=24)


@pytest.mark.parametrize("slept", [None, timedelta(0), timedelta(hours=7, minutes=15), timedelta(hours=24)])
def test_what_was_given_earlier_is_shown_to_the_minute(hours: HoursField, slept: timedelta | None) -> None:
    hours.put(slept)
    assert hours.slept == slept
