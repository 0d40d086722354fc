"""The list of the journal: scrolls on, jumps, keeps its place, and what is chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.presentation.journal_row import JournalRow
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_list import JournalList
from companion.ui.widgets.journal_rows import MOST_LOADED
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk

MANY = 700


@pytest.fixture
def desk(tmp_path: Path) -> JournalDesk:
    return JournalDesk(tmp_path)


@pytest.fixture
def show(desk: JournalDesk, theme: Theme, qtbot: QtBot) -> Callable[[], JournalList]:
    def made() -> JournalList:
        view = JournalList(desk.pages, theme)
        qtbot.addWidget(view)
        view.resize(400, 500)
        view.show()
        view.refresh()
        QApplication.processEvents()
        return view

    return made


@pytest.fixture
def full(desk: JournalDesk, show: Callable[[], JournalList]) -> JournalList:
    desk.many(MANY)
    return show()


def top_row(view: JournalList) -> JournalRow:
    """The first row in sight."""
    return view.rows.rows[view.indexAt(QPoint(200, 1)).row()]


def scroll_to_end(view: JournalList, qtbot: QtBot) -> None:
    """As somebody does who keeps pulling the bar to the bottom."""
    bar = view.verticalScrollBar()

    def pull() -> bool:
        bar.setValue(bar.maximum())
        return not view.rows.has_older and bar.value() == bar.maximum()

    qtbot.waitUntil(pull, timeout=20_000)


def begin(view: JournalList) -> None:
    """The keyboard is on the newest line, which is chosen."""
    view.setFocus()
    view.choose(view.rows.rows[0].id)


def texts(rows: list[JournalRow]) -> list[str]:
    return [row.text for row in rows]


def test_scrolling_reaches_the_oldest_line_and_comes_back_to_the_newest(full: JournalList, qtbot: QtBot) -> None:
    scroll_to_end(full, qtbot)
    assert full.rows.rows[-1].text == f"note {MANY - 1}"
    bar = full.verticalScrollBar()

    def pull() -> bool:
        bar.setValue(0)
        return not full.rows.has_newer and bar.value() == 0

    qtbot.waitUntil(pull, timeout=20_000)
    assert full.rows.rows[0].text == "note 0"


def test_no_more_than_a_few_hundred_rows_are_ever_loaded(full: JournalList, qtbot: QtBot) -> None:
    most = 0

    def measure() -> None:
        nonlocal most
        most = max(most, full.rows.rowCount())

    full.rows.rowsInserted.connect(measure)
    full.rows.rowsRemoved.connect(measure)
    scroll_to_end(full, qtbot)
    assert full.rows.rowCount() <= MOST_LOADED
    assert most <= MOST_LOADED + 40


def test_what_is_in_sight_stays_where_it_was_while_more_is_loaded(full: JournalList, qtbot: QtBot) -> None:
    bar = full.verticalScrollBar()
    for _turn in range(12):
        bar.setValue(bar.maximum() - 1)
        QApplication.processEvents()
        before, top = top_row(full), full.visualRect(full.indexAt(QPoint(200, 1))).top()
        QApplication.processEvents()
        assert (top_row(full), full.visualRect(full.indexAt(QPoint(200, 1))).top()) == (before, top)
    assert full.rows.has_newer


def test_every_line_comes_past_once_and_in_order(full: JournalList, qtbot: QtBot) -> None:
    seen: dict[str, None] = {}
    bar = full.verticalScrollBar()

    def step() -> bool:
        seen.update(dict.fromkeys(texts(full.rows.rows)))
        at_end = bar.value() == bar.maximum() and not full.rows.has_older
        bar.setValue(bar.value() + 400)
        return at_end

    qtbot.waitUntil(step, timeout=30_000)
    assert list(seen) == [f"note {number}" for number in range(MANY)]


def test_home_and_end_go_to_the_ends_of_the_whole_journal(full: JournalList) -> None:
    full.setFocus()
    QTest.keyClick(full, Qt.Key.Key_End)
    assert texts(full.chosen) == [f"note {MANY - 1}"]
    QTest.keyClick(full, Qt.Key.Key_Home)
    assert texts(full.chosen) == ["note 0"]


def test_arrow_keys_walk_on_where_pages_meet(full: JournalList) -> None:
    begin(full)
    for _step in range(90):
        QTest.keyClick(full, Qt.Key.Key_Down)
    assert texts(full.chosen) == ["note 90"]


def test_it_says_what_is_looked_at(full: JournalList) -> None:
    looked: list[JournalRow] = []
    full.looked_at.connect(looked.append)
    begin(full)
    QTest.keyClick(full, Qt.Key.Key_Down)
    QTest.keyClick(full, Qt.Key.Key_Down)
    assert texts(looked) == ["note 1", "note 2"]


def test_coming_to_the_list_with_the_keyboard_looks_at_nothing_yet(full: JournalList) -> None:
    looked: list[JournalRow] = []
    full.looked_at.connect(looked.append)
    full.clearFocus()
    full.setFocus()
    assert looked == []


def test_enter_settles_on_the_row(full: JournalList, qtbot: QtBot) -> None:
    full.choose(full.rows.rows[3].id)
    with qtbot.waitSignal(full.settled) as settled:
        QTest.keyClick(full, Qt.Key.Key_Return)
    assert settled.args is not None
    assert settled.args[0].text == "note 3"


def test_what_was_chosen_stays_so_when_it_is_scrolled_away(full: JournalList, qtbot: QtBot) -> None:
    begin(full)
    QTest.keyClick(full, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    scroll_to_end(full, qtbot)
    assert full.rows.number_of(full.chosen[0].id) is None
    assert texts(full.chosen) == ["note 0", "note 1"]
    full.go_to(full._pages.newest())
    assert full.chosen == []


def test_choosing_anew_lets_go_of_what_was_scrolled_away(full: JournalList, qtbot: QtBot) -> None:
    full.setFocus()
    QTest.keyClick(full, Qt.Key.Key_Down)
    scroll_to_end(full, qtbot)
    QTest.mouseClick(full.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    (row,) = full.chosen
    assert row.text != "note 0"


def test_shift_and_ctrl_choose_several(full: JournalList) -> None:
    full.setFocus()
    full.choose(full.rows.rows[2].id)
    QTest.keyClick(full, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    place = full.visualRect(full.rows.index(6)).center()
    QTest.mouseClick(full.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert sorted(texts(full.chosen)) == ["note 2", "note 3", "note 6"]


def test_ctrl_a_chooses_what_is_loaded(full: JournalList) -> None:
    full.setFocus()
    QTest.keyClick(full, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(full.chosen) == full.rows.rowCount()


def test_a_refresh_keeps_place_choice_and_what_is_looked_at(full: JournalList, desk: JournalDesk) -> None:
    bar = full.verticalScrollBar()
    bar.setValue(900)
    QApplication.processEvents()
    chosen = top_row(full)
    full.choose(chosen.id)
    top = full.visualRect(full.currentIndex()).top()
    desk.note([a_check_in(hours_ago=-0.5, note="new")])
    full.refresh()
    assert full.chosen == [chosen]
    assert full.rows.rows[full.currentIndex().row()] == chosen
    assert full.visualRect(full.currentIndex()).top() == top
    assert full.rows.rows[0].text in ("new", "note 0")


def test_at_the_top_a_new_line_comes_into_sight(full: JournalList, desk: JournalDesk) -> None:
    desk.note([a_check_in(hours_ago=-0.5, note="new")])
    full.refresh()
    assert top_row(full).text == "new"


def test_a_deleted_line_is_chosen_no_more(full: JournalList, desk: JournalDesk) -> None:
    row = full.choose(full.rows.rows[1].id)
    assert row is not None
    desk.journal.forget([row.place])
    full.refresh()
    assert full.chosen == []
    assert texts(full.rows.rows)[:2] == ["note 0", "note 2"]


def test_each_day_begins_with_its_name_once(full: JournalList) -> None:
    headings = [full.rows.heading(number) for number in range(full.rows.rowCount())]
    named = [heading for heading in headings if heading]
    assert named[:3] == ["Today, 2026-11-22", "Yesterday, 2026-11-21", "2026-11-20"]
    assert len(named) == len(set(named))


def test_it_says_which_day_is_in_sight(full: JournalList) -> None:
    days: list[object] = []
    full.day_in_sight.connect(days.append)
    full.verticalScrollBar().setValue(1_000)
    assert days[-1] == top_row(full).day


def test_a_reader_hears_each_row_as_a_sentence_and_the_day_before_the_first(full: JournalList) -> None:
    voice = QAccessible.queryAccessibleInterface(full)
    assert voice.childCount() == full.rows.rowCount()
    said = [voice.child(number).text(QAccessible.Text.Name) for number in (0, 1)]
    assert said[0] == "Today, 2026-11-22. 14:06: Inside my window, energy 0, by myself. Note: note 0"
    assert said[1].startswith("13:06: Inside my window")


def test_letters_typed_in_the_list_do_not_jump(full: JournalList) -> None:
    full.choose(full.rows.rows[0].id)
    QTest.keyClicks(full, "i")
    assert texts(full.chosen) == ["note 0"]


def test_rows_grow_with_the_text_and_with_less_room(full: JournalList, desk: JournalDesk, theme: Theme) -> None:
    desk.note([a_check_in(hours_ago=-0.5, note="many words " * 20)])
    full.refresh()
    wide = full.visualRect(full.rows.index(0)).height()
    full.resize(260, 500)
    QApplication.processEvents()
    assert full.visualRect(full.rows.index(0)).height() >= wide
    assert full.visualRect(full.rows.index(0)).width() <= full.viewport().width()


def test_while_locked_nothing_is_loaded_and_nothing_breaks(full: JournalList, desk: JournalDesk) -> None:
    desk.vault.lock()
    full.refresh()
    assert full.rows.rowCount() == 0
    QTest.keyClick(full, Qt.Key.Key_End)
    assert full.chosen == []
