"""Times of a day can be added and taken away, and at least one stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.time_list import MOST_TIMES, TimeList
from tests.support.date_words import PlainDateWords


@pytest.fixture
def times(theme: Theme, qtbot: QtBot) -> Iterator[TimeList]:
    made = TimeList((540, 780), PlainDateWords(), theme)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def crosses(times: TimeList) -> list[QToolButton]:
    return [found for found in times.findChildren(QToolButton) if found.isVisible()]


def test_another_one_comes_some_hours_later_and_has_the_keyboard(times: TimeList) -> None:
    times.more.click()
    assert times.minutes == (540, 780, 960)
    assert QApplication.focusWidget() is times.fields[2]


def test_another_one_stays_within_the_day(times: TimeList) -> None:
    for _time in range(5):
        times.more.click()
    assert times.minutes[-1] == 1439


def test_each_can_be_taken_away_by_its_own_cross(times: TimeList) -> None:
    QApplication.processEvents()
    assert [cross.accessibleName() for cross in crosses(times)] == ["Remove 09:00", "Remove 13:00"]
    crosses(times)[0].click()
    assert times.minutes == (780,)
    assert QApplication.focusWidget() is times.fields[0]


def test_the_last_one_stays(times: TimeList) -> None:
    times.remove(0)
    assert crosses(times) == []


def test_a_cross_is_called_by_the_time_that_stands_there_now(times: TimeList) -> None:
    QApplication.processEvents()
    times.fields[0].setTime(QTime(10, 30))
    assert crosses(times)[0].accessibleName() == "Remove 10:30"


def test_fields_are_numbered_for_readers(times: TimeList) -> None:
    times.more.click()
    times.remove(0)
    assert [field.accessibleName() for field in times.fields] == ["Time 1", "Time 2"]


def test_there_is_an_end_to_it(times: TimeList) -> None:
    for _time in range(MOST_TIMES - 2):
        times.more.click()
    assert len(times.minutes) == MOST_TIMES
    assert times.more.isHidden()
    times.remove(3)
    assert not times.more.isHidden()


def test_tab_comes_to_another_one_after_all_that_are_there(times: TimeList) -> None:
    times.more.click()
    stops: list[QWidget] = []
    stop = times.nextInFocusChain()
    while stop is not None and stop is not times:
        if stop.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            stops.append(stop)
        stop = stop.nextInFocusChain()
    assert stops[-1] is times.more
