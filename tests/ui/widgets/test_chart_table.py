"""The chart as a table."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.chart_rows import ChartRowService
from companion.domain.checkin import CheckIn, Origin
from companion.domain.zone import Zone
from companion.presentation.chart_table_pages import ChartTablePages
from companion.ui.theme.theme import Theme
from companion.ui.widgets.chart_table import ChartTableView
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.reports import FOUR_WEEKS, a_store
from tests.support.screen_checks import show_for_checks

OLD = a_check_in(20, Zone.BELOW, 50, origin=Origin.RANDOM)
NEW = a_check_in(71, Zone.ABOVE, 2)


def a_table(qtbot: QtBot, theme: Theme, place: Path, *check_ins: CheckIn) -> ChartTableView:
    pages = ChartTablePages(ChartRowService(a_store(place, *(check_ins or (OLD, NEW)))), PlainDateWords())
    view = ChartTableView(pages, theme)
    qtbot.addWidget(view)
    show_for_checks(view, 800, 400)
    view.show_days(FOUR_WEEKS, (), "four weeks")
    view.table.setFocus()
    return view


def cells(view: ChartTableView, row: int) -> list[str]:
    return [view.rows.data(view.rows.index(row, column)) for column in range(view.rows.columnCount())]


def test_the_newest_stands_first_and_a_click_turns_it(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    assert cells(view, 0)[1:] == ["71", "Above my window", "by myself"]
    assert view.turn.text() == "Show oldest first"
    QTest.mouseClick(view.turn, Qt.MouseButton.LeftButton)
    assert cells(view, 1)[1:] == ["20", "Below my window", "asked"]
    assert view.turn.text() == "Show newest first"


def test_days_can_be_shown_in_place_of_check_ins(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    assert view.days.text() == "Show days"
    QTest.mouseClick(view.days, Qt.MouseButton.LeftButton)
    assert [cells(view, row)[3] for row in range(view.rows.rowCount())] == ["day", "day", "my window"]
    assert view.days.text() == "Show every check-in"
    QTest.mouseClick(view.days, Qt.MouseButton.LeftButton)
    assert view.rows.rowCount() == 3
    assert cells(view, 0)[3] == "by myself"


def test_home_end_and_arrows_go_from_row_to_row(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    for key, row in ((Qt.Key.Key_End, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 1)):
        QTest.keyClick(view.table, key)
        assert view.table.currentIndex().row() == row


def test_enter_opens_a_check_in_and_a_window_has_none(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    opened: list[tuple[str, float]] = []
    view.moment_opened.connect(lambda check_in, at: opened.append((check_in, at)))
    QTest.keyClick(view.table, Qt.Key.Key_Home)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    QTest.keyClick(view.table, Qt.Key.Key_End)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert opened == [(NEW.id, NEW.experienced_at.utc.timestamp())]


def test_tab_leaves_it(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    QTest.keyClick(view.table, Qt.Key.Key_Home)
    QTest.keyClick(view.table, Qt.Key.Key_Tab)
    assert not view.table.hasFocus()


def test_readers_find_rows_columns_and_headings(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    found = QAccessible.queryAccessibleInterface(view.table)
    said = [found.child(number).text(QAccessible.Text.Name) for number in range(found.childCount())]
    assert found.role() is QAccessible.Role.Table
    assert found.text(QAccessible.Text.Name) == "The chart as a table"
    # Before each row stands the head that Qt counts for it, hidden and without words.
    assert said[:5] == ["", "When", "Energy", "What was noted", "Kind"]
    assert said[5:10] == ["", *cells(view, 0)]
    assert len(said) == 4 * 5


def test_the_shape_of_an_answer_stands_beside_it_and_nowhere_else(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    role = Qt.ItemDataRole.DecorationRole
    shapes = [
        [isinstance(view.rows.data(view.rows.index(row, at), role), QPixmap) for at in range(4)] for row in (0, 2)
    ]
    assert shapes == [[False, False, True, False], [False] * 4]


def test_it_stays_on_its_row_while_the_same_days_are_shown_anew(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    view.table.selectRow(1)
    view.show_days(FOUR_WEEKS, (), "four weeks")
    assert view.table.currentIndex().row() == 1
    view.show_days(FOUR_WEEKS, (), "other days")
    assert not view.table.currentIndex().isValid()


def test_let_go_of_it_is_empty(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    view.let_go()
    assert view.rows.rowCount() == 0
    assert view.table.accessibleDescription() == ""


def test_rows_have_no_rows_in_them(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = a_table(qtbot, theme, tmp_path)
    assert view.rows.rowCount(view.rows.index(0, 0)) == 0
    assert view.rows.data(QModelIndex()) is None


@pytest.mark.parametrize("percent", [100, 200])
def test_every_column_is_as_wide_as_its_words(qtbot: QtBot, theme: Theme, tmp_path: Path, percent: int) -> None:
    theme.apply(theme._look, percent)
    view = a_table(qtbot, theme, tmp_path)
    metrics = view.table.fontMetrics()
    for column in range(4):
        assert view.table.columnWidth(column) >= metrics.horizontalAdvance(cells(view, 0)[column])
