"""Stretches of the day can be added and taken away, and at least one stays."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from companion.presentation.reminders_form import RangeForm
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_ranges import MOST_RANGES, ReminderRanges, range_after
from tests.support.date_words import PlainDateWords

WORKING_WEEK, WEEKEND = frozenset(range(5)), frozenset({5, 6})
MORNING = RangeForm(540, 720, 2, WORKING_WEEK)


@pytest.fixture
def ranges(theme: Theme, qtbot: QtBot) -> Iterator[ReminderRanges]:
    made = ReminderRanges((MORNING, RangeForm(900, 1440, 1)), PlainDateWords(), theme)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def test_it_gives_back_what_it_was_given(ranges: ReminderRanges) -> None:
    assert ranges.value == (MORNING, RangeForm(900, 1440, 1))


def test_another_one_has_the_keyboard_and_is_told_apart(ranges: ReminderRanges) -> None:
    ranges.remove(1)
    ranges.more.click()
    assert len(ranges.rows) == 2
    assert QApplication.focusWidget() is ranges.rows[1].start
    assert [row.start.accessibleName() for row in ranges.rows] == ["Not before, 1", "Not before, 2"]


def test_the_last_one_stays(ranges: ReminderRanges) -> None:
    ranges.rows[0].remove.click()
    assert ranges.value == (RangeForm(900, 1440, 1),)
    assert ranges.rows[0].remove.isHidden()
    assert ranges.rows[0].start.accessibleName() == "Not before"
    assert QApplication.focusWidget() is ranges.rows[0].start


def test_there_is_a_limit(ranges: ReminderRanges) -> None:
    for _time in range(MOST_RANGES - 2):
        ranges.more.click()
    assert len(ranges.rows) == MOST_RANGES
    assert ranges.more.isHidden()


def test_every_change_is_told(ranges: ReminderRanges, qtbot: QtBot) -> None:
    row = ranges.rows[0]
    acts: tuple[Callable[[], object], ...] = (
        lambda: row.count.setValue(5),
        lambda: row.start.put(600),
        lambda: row.end.put(700),
        row.weekdays.chips[0].click,
        ranges.more.click,
        lambda: ranges.remove(0),
    )
    for act in acts:
        with qtbot.waitSignal(ranges.changed):
            act()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((RangeForm(540, 720),), RangeForm(780, 960, 1)),
        ((RangeForm(540, 1320, 4, WORKING_WEEK),), RangeForm(540, 1320, 4, WEEKEND)),
        ((RangeForm(540, 1440),), RangeForm(300, 480, 1)),
        ((RangeForm(540, 1260),), RangeForm(1320, 1439, 1)),
    ],
)
def test_another_one_begins_where_there_is_room(before: tuple[RangeForm, ...], after: RangeForm) -> None:
    assert range_after(before) == after


def test_tab_comes_to_another_one_after_all_that_are_there(ranges: ReminderRanges) -> None:
    ranges.more.click()
    stops: list[QWidget] = []
    stop = ranges.nextInFocusChain()
    while stop is not None and stop is not ranges:
        if stop.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            stops.append(stop)
        stop = stop.nextInFocusChain()
    assert stops[-1] is ranges.more
