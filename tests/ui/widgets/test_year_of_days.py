"""A year of days, for the pointer, the keyboard and readers."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.domain.zone import Zone
from companion.presentation.chart_year import YearDay
from companion.ui.theme.theme import Theme
from companion.ui.widgets import year_of_days
from companion.ui.widgets.year_of_days import YearOfDays
from tests.support.screen_checks import show_for_checks

MONDAY = date(2025, 11, 24)
DAYS = tuple(
    YearDay(
        MONDAY + timedelta(n), n % 2, Zone.ABOVE if n % 4 == 1 else None, f"day {n}", "" if n % 28 else "label"
    )
    for n in range(364)
)  # fmt: skip


@pytest.fixture
def year(qtbot: QtBot, theme: Theme) -> YearOfDays:
    made = YearOfDays(theme)
    qtbot.addWidget(made)
    made.show_days(DAYS, "182 days with check-ins.")
    show_for_checks(made, 900, made.sizeHint().height())
    made.setFocus()
    return made


def at(year: YearOfDays) -> int:
    assert year.day is not None
    return DAYS.index(year.day)


def test_the_keyboard_begins_on_the_last_day_and_moves_by_days_and_weeks(year: YearOfDays) -> None:
    assert at(year) == 363
    for key, place in (
        (Qt.Key.Key_Up, 362),
        (Qt.Key.Key_Left, 355),
        (Qt.Key.Key_Down, 356),
        (Qt.Key.Key_Right, 363),
        (Qt.Key.Key_Right, 363),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 363),
    ):
        QTest.keyClick(year, key)
        assert at(year) == place, key


def test_from_right_to_left_the_arrows_go_where_they_point(year: YearOfDays) -> None:
    year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert at(year) == 356


def test_readers_hear_each_day_and_what_the_whole_is(year: YearOfDays, monkeypatch: pytest.MonkeyPatch) -> None:
    said = list[str]()
    monkeypatch.setattr(year_of_days, "announce", lambda _widget, text: said.append(text))
    QTest.keyClick(year, Qt.Key.Key_Up)
    assert said == ["day 362"]
    assert year.accessibleName() == "A year of days. day 362"
    assert year.accessibleDescription() == "182 days with check-ins."


def test_enter_chooses_the_day(year: YearOfDays, qtbot: QtBot) -> None:
    with qtbot.waitSignal(year.day_chosen) as chosen:
        QTest.keyClick(year, Qt.Key.Key_Return)
    assert chosen.args == [MONDAY + timedelta(363)]


def test_a_click_moves_the_cursor_there(year: YearOfDays) -> None:
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=QPoint(3, year.height() - 3))
    assert at(year) == 6


def test_where_there_is_little_room_the_newest_weeks_are_shown(year: YearOfDays) -> None:
    year.resize(210, year.height())
    QTest.keyClick(year, Qt.Key.Key_Home)
    assert at(year) == 364 - 30 * 7
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=QPoint(3, year.height() - 3))
    assert at(year) == 364 - 30 * 7 + 6


def test_other_days_keep_the_cursor_on_its_day(year: YearOfDays) -> None:
    QTest.keyClick(year, Qt.Key.Key_Left)
    year.show_days(DAYS[7:], "fewer")
    assert year.day == DAYS[356]


def test_without_days_every_key_is_harmless(qtbot: QtBot, theme: Theme) -> None:
    made = YearOfDays(theme)
    qtbot.addWidget(made)
    show_for_checks(made, 300, 100)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(made, key)
    assert made.day is None
