"""The brush: the whole history, and which part of it is shown."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.domain.day_start import START_OF_DAY
from companion.domain.period import Period
from companion.presentation.bins import Bin
from companion.presentation.timeline_overview import Overview
from companion.ui.chart.brush import HistoryBrush
from companion.ui.theme.theme import Theme

DAYS = Period(date(2026, 1, 1), date(2026, 4, 10))
SHOWN = Period(date(2026, 3, 14), date(2026, 4, 10))


def an_overview(days: Period = DAYS) -> Overview:
    start, end = days.wall_span(START_OF_DAY)
    return Overview(days, start, end, (Bin(start, start + 7 * 86_400, 10, 50, 90, 20),))


class Watched:
    """A brush 1014 pixels wide, of which 1000 are a hundred days, and what it asked for."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.brush = HistoryBrush(theme)
        qtbot.addWidget(self.brush)
        self.brush.resize(1014, 44)
        self.brush.show_days(an_overview(), SHOWN, "14 Mar to 10 Apr")
        self.brush.show()
        self.wanted: list[Period] = []
        self.brush.days_wanted.connect(self.wanted.append)

    def mouse(self, kind: QEvent.Type, day: float, *, is_down: bool = True) -> None:
        place = QPointF(7 + day * 10, 22)
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.LeftButton if is_down else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, place, self.brush.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.brush, event)

    def drag(self, start: float, end: float) -> Period:
        self.mouse(QEvent.Type.MouseButtonPress, start)
        self.mouse(QEvent.Type.MouseMove, end)
        self.mouse(QEvent.Type.MouseButtonRelease, end, is_down=False)
        return self.wanted[-1]


@pytest.fixture
def watched(qtbot: QtBot, theme: Theme) -> Watched:
    return Watched(qtbot, theme)


def test_the_window_is_dragged(watched: Watched) -> None:
    assert watched.drag(85, 65) == SHOWN.moved(-20)


def test_it_stops_at_the_last_day(watched: Watched) -> None:
    assert watched.drag(85, 99) == SHOWN


def test_its_ends_are_dragged_one_by_one(watched: Watched) -> None:
    assert watched.drag(72, 50) == Period(date(2026, 2, 20), SHOWN.last)
    watched.brush.show_days(an_overview(), SHOWN)
    assert watched.drag(100, 90) == Period(SHOWN.first, date(2026, 3, 31))


def test_beside_the_window_it_comes_to_the_pointer(watched: Watched) -> None:
    watched.mouse(QEvent.Type.MouseButtonPress, 30)
    watched.mouse(QEvent.Type.MouseButtonRelease, 30, is_down=False)

    (wanted,) = watched.wanted
    assert wanted.days == SHOWN.days
    assert wanted.first < date(2026, 1, 31) < wanted.last


@pytest.mark.parametrize(
    ("key", "last"),
    [
        (Qt.Key.Key_Left, date(2026, 4, 8)),
        (Qt.Key.Key_PageDown, date(2026, 3, 13)),
        (Qt.Key.Key_Home, date(2026, 1, 1)),
        (Qt.Key.Key_End, date(2026, 4, 10)),
    ],
)
def test_keys_move_the_window(watched: Watched, qtbot: QtBot, key: Qt.Key, last: date) -> None:
    if key == Qt.Key.Key_End:
        watched.brush.show_days(an_overview(), SHOWN.moved(-30))
    QTest.keyClick(watched.brush, key)
    qtbot.waitUntil(lambda: bool(watched.wanted))

    assert (watched.wanted[-1].last, watched.wanted[-1].days) == (last, SHOWN.days)


def test_many_moves_within_a_frame_ask_once_for_the_last(watched: Watched) -> None:
    watched.mouse(QEvent.Type.MouseButtonPress, 85)
    for day in range(84, 60, -1):
        watched.mouse(QEvent.Type.MouseMove, day)
    watched.mouse(QEvent.Type.MouseButtonRelease, 61, is_down=False)

    assert watched.wanted == [SHOWN.moved(-24)]


def test_a_year_of_many_is_never_too_narrow_to_be_taken(watched: Watched) -> None:
    days = Period(date(2016, 1, 1), date(2026, 4, 10))
    watched.brush.show_days(an_overview(days), Period(date(2026, 4, 10), date(2026, 4, 10)))

    window = watched.brush._window()
    assert window is not None
    assert window.width() >= 8
    assert window.right() <= watched.brush.width()


def test_readers_find_a_slider_with_a_name_and_the_range_in_words(watched: Watched) -> None:
    interface = QAccessible.queryAccessibleInterface(watched.brush)

    assert interface is not None
    assert interface.role() is QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Which days are shown, out of all of them"
    assert interface.text(QAccessible.Text.Description) == "14 Mar to 10 Apr"


@pytest.mark.parametrize("overview", [None, an_overview(Period(date(2026, 1, 1), date(2026, 1, 1)))])
def test_without_a_history_there_is_nothing_to_take(watched: Watched, overview: Overview | None) -> None:
    watched.brush.show_days(overview, SHOWN)
    watched.mouse(QEvent.Type.MouseButtonPress, 85)
    watched.mouse(QEvent.Type.MouseMove, 60)
    watched.brush.grab()

    assert not watched.brush.isEnabled()
    assert watched.wanted == []


def test_time_runs_from_left_to_right_in_every_language(watched: Watched) -> None:
    assert watched.brush.layoutDirection() is Qt.LayoutDirection.LeftToRight
