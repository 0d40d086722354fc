"""The Journal screen: the list and what is beside it, searching, deleting, adding, keys, and a small window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from companion.application.events import VaultLocked, VaultLocking
from companion.domain.checkin import CheckIn
from companion.domain.checkin_field import CheckInField
from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.life_event import LifeEvent
from companion.domain.prompt import PromptState
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from companion.presentation.journal_edit import When, Written
from companion.presentation.journal_filter import EVERYTHING
from companion.ui.screens.journal import JournalScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.journal_forms import CheckInCorrection, LifeEventForm, ReflectionForm
from companion.ui.widgets.tag_list import TagList
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> JournalDesk:
    return JournalDesk(tmp_path)


@pytest.fixture
def show(desk: JournalDesk, theme: Theme, qtbot: QtBot) -> Callable[..., JournalScreen]:
    def made(width: int = 1010) -> JournalScreen:
        screen = desk.screen(theme)
        qtbot.addWidget(screen)
        screen.resize(width, 700)
        screen.show()
        screen.activateWindow()
        screen.setFocus()
        QApplication.processEvents()
        return screen

    return made


@pytest.fixture
def screen(desk: JournalDesk, show: Callable[..., JournalScreen]) -> JournalScreen:
    desk.many(60)
    return show()


def texts(screen: JournalScreen) -> list[str]:
    return [row.text for row in screen.list.rows.rows]


def begin(screen: JournalScreen, number: int = 0) -> None:
    """The keyboard is on that line, as by a click."""
    screen.list.setFocus()
    place = screen.list.visualRect(screen.list.rows.index(number)).center()
    QTest.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def editor(screen: JournalScreen) -> JournalEditor:
    assert isinstance(screen.side.part, JournalEditor)
    return screen.side.part


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_it_shows_what_there_is_and_how_much(screen: JournalScreen) -> None:
    assert texts(screen)[:2] == ["note 0", "note 1"]
    assert screen.head.sentence.text() == "60 check-ins since 2026-11-19 2026"


def test_a_line_that_is_clicked_is_shown_whole_beside_the_list(screen: JournalScreen) -> None:
    begin(screen, 2)
    assert screen.side.part is screen.side.detail
    assert screen.side.isVisible()
    assert screen.list.isVisible()


def test_arrow_keys_look_through_the_lines_and_stay_in_the_list(screen: JournalScreen) -> None:
    begin(screen)
    QTest.keyClick(screen.list, Qt.Key.Key_Down)
    state = screen.side.detail._state
    assert state is not None
    assert state.facts[-1].text == "note 1" or "note 1" in [fact.text for fact in state.facts]
    assert screen.list.hasFocus()


def test_typing_in_the_search_finds_while_typing(screen: JournalScreen, qtbot: QtBot) -> None:
    QTest.keyClick(screen, Qt.Key.Key_F, CONTROL)
    assert screen.tools.search.hasFocus()
    QTest.keyClicks(screen.tools.search, "note 17")
    qtbot.waitUntil(lambda: texts(screen) == ["note 17"])


def test_only_what_was_typed_last_is_looked_for(screen: JournalScreen, qtbot: QtBot) -> None:
    looked: list[str] = []
    screen.tools.looked_for.connect(looked.append)
    QTest.keyClicks(screen.tools.search, "note 5")
    qtbot.waitUntil(lambda: texts(screen) == [f"note {number}" for number in (5, *range(50, 60))])
    assert looked == ["note 5"]


def test_escape_in_the_search_shows_everything_again_and_goes_to_the_list(
    screen: JournalScreen, qtbot: QtBot
) -> None:
    screen.search()
    QTest.keyClicks(screen.tools.search, "note 17")
    qtbot.waitUntil(lambda: len(texts(screen)) == 1)
    QTest.keyClick(screen.tools.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(texts(screen)) > 1)
    assert screen.list.hasFocus()


def test_where_nothing_is_found_one_sentence_leads_back_to_everything(screen: JournalScreen, qtbot: QtBot) -> None:
    QTest.keyClicks(screen.tools.search, "nowhere")
    qtbot.waitUntil(screen.empty.isVisible)
    assert not screen.list.isVisible()
    screen.empty.action.click()
    assert screen.list.isVisible()
    assert screen.tools.search.text() == ""
    assert len(texts(screen)) > 1


def test_before_the_first_line_it_leads_to_a_check_in(show: Callable[..., JournalScreen], qtbot: QtBot) -> None:
    screen = show()
    with qtbot.waitSignal(screen.check_in_wanted):
        screen.empty.action.click()


def test_the_filter_narrows_the_list_and_says_so_in_chips(
    desk: JournalDesk, show: Callable[..., JournalScreen]
) -> None:
    desk.note([a_check_in(80, Zone.ABOVE, note="above"), a_check_in(50, Zone.INSIDE, note="inside")])
    screen = show()
    screen.tools.filter.click()
    screen.side.filter.zones[Zone.ABOVE].click()
    assert texts(screen) == ["above"]
    assert [chip.text() for chip in screen.tools.chips] == ["Above my window"]
    screen.tools.chips[0].click()
    assert len(texts(screen)) == 2
    assert not screen.side.filter.zones[Zone.ABOVE].isChecked()


def test_a_day_is_gone_to(screen: JournalScreen) -> None:
    screen.head.day.setDate(QDate(2026, 11, 21))
    assert screen.list.rows.rows[0].day == date(2026, 11, 21)


def test_a_day_before_everything_leads_to_the_oldest_line(screen: JournalScreen) -> None:
    screen.head.day.setDate(QDate(1999, 1, 1))
    assert texts(screen)[-1] == "note 59"


def test_the_day_in_sight_is_shown(screen: JournalScreen) -> None:
    screen.list.verticalScrollBar().setValue(1200)
    shown = screen.head.day.date()
    assert (shown.year(), shown.month()) == (2026, 11)
    assert shown.day() < 22


def test_a_deleted_line_can_be_brought_back(screen: JournalScreen, qtbot: QtBot) -> None:
    begin(screen)
    QTest.keyClick(screen.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "note 0" not in texts(screen))
    assert screen.undo()
    qtbot.waitUntil(lambda: "note 0" in texts(screen))
    assert not screen.undo()


def test_the_detail_of_a_deleted_line_goes(screen: JournalScreen, qtbot: QtBot) -> None:
    begin(screen)
    screen.side.detail.delete.click()
    qtbot.waitUntil(lambda: screen.side.part is None)


def test_several_are_deleted_at_once_and_come_back_at_once(screen: JournalScreen, qtbot: QtBot) -> None:
    begin(screen)
    QTest.keyClick(screen.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(screen.list, Qt.Key.Key_Down, SHIFT)
    assert screen.bar.words.text() == "3 lines are chosen."
    screen.bar.delete.click()
    qtbot.waitUntil(lambda: texts(screen)[0] == "note 3")
    assert not screen.bar.isVisible()
    screen.undo()
    qtbot.waitUntil(lambda: texts(screen)[0] == "note 0")


def test_no_line_moves_under_the_pointer_while_several_are_chosen(screen: JournalScreen, qtbot: QtBot) -> None:
    begin(screen)
    before = screen.list.viewport().mapTo(screen, QPoint(0, 0))
    QTest.keyClick(screen.list, Qt.Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: screen.bar.isVisible() and screen.bar.geometry().top() > screen.list.geometry().bottom())
    assert screen.list.viewport().mapTo(screen, QPoint(0, 0)) == before
    assert screen.list.verticalScrollBar().value() == 0


def test_the_line_that_was_chosen_last_is_in_sight_above_what_can_be_done(
    screen: JournalScreen, qtbot: QtBot
) -> None:
    area = screen.list.viewport().rect()
    last = screen.list.indexAt(area.bottomLeft() + QPoint(20, -8))
    begin(screen, last.row() - 1)
    QTest.keyClick(screen.list, Qt.Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: screen.list.viewport().height() < area.height())
    qtbot.waitUntil(lambda: screen.list.visualRect(last).bottom() <= screen.list.viewport().rect().bottom())


def test_choosing_all_says_that_only_what_is_loaded_is_chosen(screen: JournalScreen) -> None:
    screen.list.setFocus()
    QTest.keyClick(screen.list, Qt.Key.Key_A, CONTROL)
    assert "There is more further down" in screen.bar.words.text()


def test_escape_chooses_none(screen: JournalScreen) -> None:
    screen.list.setFocus()
    QTest.keyClick(screen.list, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(screen.list, Qt.Key.Key_Escape)
    assert screen.list.chosen == []


def test_deleting_permanently_asks_once_and_keeps_by_default(screen: JournalScreen, qtbot: QtBot) -> None:
    begin(screen)
    dialog = screen.purge(screen.list.chosen)
    assert dialog is not None
    assert dialog.no.isDefault()
    dialog.no.click()
    assert "note 0" in texts(screen)
    again = screen.purge(screen.list.chosen)
    assert again is not None
    again.yes.click()
    qtbot.waitUntil(lambda: "note 0" not in texts(screen))
    assert not screen.undo()


def test_a_reminder_can_neither_be_deleted_nor_corrected(
    desk: JournalDesk, show: Callable[..., JournalScreen]
) -> None:
    desk.ask(1, 2, PromptState.EXPIRED)
    screen = show()
    begin(screen)
    assert not screen.side.detail.correct.isVisible()
    assert screen.purge(screen.list.chosen) is None
    QTest.keyClick(screen.list, Qt.Key.Key_Delete)
    assert not screen.undo()


def test_a_correction_is_kept_and_its_history_shown(screen: JournalScreen, qtbot: QtBot) -> None:
    begin(screen)
    screen.side.detail.correct.click()
    form = editor(screen).form
    assert isinstance(form, CheckInCorrection)
    assert form.line.hasFocus()
    QTest.keyClick(form.line, Qt.Key.Key_A)
    QTest.keyClicks(form.line, "88")
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.side.part is screen.side.detail)
    assert screen.list.chosen[0].detail == "energy 88 · by myself · changed"
    state = screen.side.detail._state
    assert state is not None
    (change,) = state.changes
    assert {fact.name: fact.text for fact in change.before} == {"Energy": "0 of 100", "Answer": "Inside my window"}


def test_a_form_with_something_in_it_is_not_left_at_the_first_escape(screen: JournalScreen) -> None:
    begin(screen)
    screen.side.correct()
    form = editor(screen)
    QTest.keyClicks(form.form.first, "5")
    QTest.keyClick(form.form.first, Qt.Key.Key_Escape)
    assert screen.side.part is form
    assert form.trouble != ""
    QTest.keyClick(form.form.first, Qt.Key.Key_Escape)
    assert screen.side.detail.isVisible()


def test_looking_at_another_line_does_not_take_a_changed_form_away(screen: JournalScreen) -> None:
    begin(screen)
    screen.side.correct()
    form = editor(screen)
    QTest.keyClicks(form.form.first, "5")
    begin(screen, 3)
    assert screen.side.part is form


def test_what_cannot_be_kept_stays_in_the_form_with_one_sentence(screen: JournalScreen) -> None:
    screen.side.note_life_event()
    form = editor(screen)
    assert isinstance(form.form, LifeEventForm)
    form.form.text.setPlainText("Boxes.")
    form.submit()
    assert form.trouble == "There is nothing written yet. A word is enough."
    assert form.form.text.toPlainText() == "Boxes."


def test_a_new_reflection_stands_in_the_list_and_is_looked_at(screen: JournalScreen) -> None:
    screen.side.reflect()
    form = editor(screen)
    assert isinstance(form.form, ReflectionForm)
    form.form.text.setPlainText("Being asked.")
    QTest.keyClick(form.form.text, Qt.Key.Key_Return, CONTROL)
    (row,) = screen.list.chosen
    assert (row.kind, row.text) == (JournalKind.REFLECTION, "Being asked.")
    assert screen.side.part is screen.side.detail


def test_an_earlier_check_in_is_wanted_elsewhere(screen: JournalScreen, qtbot: QtBot) -> None:
    menu = screen.head.new.menu()
    with qtbot.waitSignal(screen.earlier_check_in_wanted):
        menu.actions()[0].trigger()


def test_a_line_is_opened_from_elsewhere_whatever_is_wanted_here(screen: JournalScreen) -> None:
    line = screen.list.rows.rows[30].line
    assert isinstance(line, CheckIn)
    screen._want(JournalFilter(zones=frozenset({Zone.MIXED})))
    screen.open_line(line.id, line.experienced_at.utc)
    assert [row.text for row in screen.list.chosen] == ["note 30"]
    assert screen.side.part is screen.side.detail
    assert screen.tools.chips == []


def test_a_line_that_is_gone_leads_to_its_moment(screen: JournalScreen) -> None:
    screen.open_line("gone", datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert screen.list.rows.rows[0].day == date(2026, 11, 21)
    assert screen.list.chosen == []


def test_news_keeps_place_and_choice(screen: JournalScreen, desk: JournalDesk, qtbot: QtBot) -> None:
    begin(screen, 2)
    desk.clock.pass_time(minutes=1)
    desk.check_in()
    qtbot.waitUntil(lambda: screen.list.rows.rows[0].text == "")
    assert [row.text for row in screen.list.chosen] == ["note 2"]
    assert screen.side.part is screen.side.detail


def test_what_happened_while_it_was_hidden_is_shown_when_it_comes_back(
    screen: JournalScreen, desk: JournalDesk, qtbot: QtBot
) -> None:
    screen.hide()
    desk.clock.pass_time(minutes=1)
    desk.check_in()
    assert screen.list.rows.rows[0].text == "note 0"
    screen.show()
    assert screen.list.rows.rows[0].text == ""


def test_while_locked_it_shows_one_sentence_and_nothing_of_theirs(
    screen: JournalScreen, desk: JournalDesk, qtbot: QtBot
) -> None:
    begin(screen)
    desk.vault.lock()
    screen.refresh()
    assert "locked" in screen.empty.words.text()
    assert screen.list.rows.rowCount() == 0
    assert screen.side.part is None
    for part in (screen.list, screen.side, screen.tools, screen.head.new):
        assert not part.isVisible()
    desk.vault.unlock()
    screen.refresh()
    assert texts(screen)[0] == "note 0"


def test_the_check_ins_of_a_tag_are_shown_from_the_list_of_tags(
    desk: JournalDesk, show: Callable[..., JournalScreen]
) -> None:
    desk.note([a_check_in(note="with", tags=("work",)), a_check_in(note="without")])
    screen = show()
    screen.side.open_tags()
    tags = screen.side.part
    assert isinstance(tags, TagList)
    tags.list.setCurrentIndex(tags.rows.index(0))
    tags.show_lines.click()
    assert texts(screen) == ["with"]
    assert screen._presenter.wanted == replace(EVERYTHING, tag=Tag(TagKind.TAG, "work"))


def visible(*parts: QWidget) -> list[bool]:
    return [part.isVisible() for part in parts]


def test_in_a_small_window_list_and_line_take_turns(desk: JournalDesk, show: Callable[..., JournalScreen]) -> None:
    desk.many(10)
    screen = show(560)
    assert visible(screen.list, screen.side) == [True, False]
    begin(screen)
    assert visible(screen.list, screen.side) == [False, True]
    assert screen.side.detail.correct.hasFocus()
    QTest.keyClick(screen.side.detail.correct, Qt.Key.Key_Escape)
    assert visible(screen.list, screen.side) == [True, False]
    assert screen.list.hasFocus()


def test_in_a_small_window_arrow_keys_stay_with_the_list(
    desk: JournalDesk, show: Callable[..., JournalScreen]
) -> None:
    desk.many(10)
    screen = show(560)
    screen.list.setFocus()
    QTest.keyClick(screen.list, Qt.Key.Key_Down)
    assert visible(screen.list, screen.side) == [True, False]


def test_a_form_that_is_open_stays_reachable_when_the_window_gets_small(screen: JournalScreen) -> None:
    screen.side.reflect()
    screen.resize(560, 700)
    QApplication.processEvents()
    assert visible(screen.list, screen.side) == [False, True]


def test_locking_lets_go_of_everything_at_once_also_where_it_is_not_seen(
    screen: JournalScreen, desk: JournalDesk
) -> None:
    begin(screen)
    screen.tools.search.setText("note")
    screen.hide()
    desk.vault.lock()
    desk.bus.publish(VaultLocked())
    assert screen.list.rows.rowCount() == 0
    assert screen.side.detail._state is None
    assert screen.tools.search.text() == ""
    assert screen._presenter.wanted == EVERYTHING


def test_what_is_half_written_is_kept_before_it_is_locked(screen: JournalScreen, desk: JournalDesk) -> None:
    screen.side.reflect()
    form = editor(screen).form
    assert isinstance(form, ReflectionForm)
    form.text.setPlainText("Half a thou")
    desk.bus.publish(VaultLocking())
    assert desk.pages.newest().rows[0].text == "Half a thou"


def lock(desk: JournalDesk) -> None:
    desk.bus.publish(VaultLocking())
    desk.vault.lock()
    desk.bus.publish(VaultLocked())


def unlock(screen: JournalScreen, desk: JournalDesk) -> None:
    desk.vault.unlock()
    screen.refresh()


def everything_typed_in(screen: JournalScreen) -> str:
    """What is in any field of the screen, also in one that is not shown."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts = [field.text() for field in screen.findChildren(QLineEdit)]
    return " ".join([*texts, *(field.toPlainText() for field in screen.findChildren(QPlainTextEdit))])


def test_what_cannot_be_kept_yet_is_nowhere_while_locked_and_there_again_afterwards(
    screen: JournalScreen, desk: JournalDesk
) -> None:
    screen.side.note_life_event()
    form = editor(screen).form
    assert isinstance(form, LifeEventForm)
    form.text.setPlainText("A note without a title")
    editor(screen).moment.put(When(datetime(2026, 11, 22, 9, 30)))
    lock(desk)
    assert screen.side.part is None
    assert "title" not in everything_typed_in(screen)
    unlock(screen, desk)
    form = editor(screen).form
    assert isinstance(form, LifeEventForm)
    assert form.stands() == Written("", "A note without a title")
    assert editor(screen).trouble.startswith("This is how it was")
    form.title.setText("Moved")
    editor(screen).submit()
    (event,) = (row.line for row in desk.pages.newest().rows if row.headline == "Moved")
    assert isinstance(event, LifeEvent)
    assert (event.note, event.experienced_at.local.hour) == ("A note without a title", 9)


def test_a_correction_that_cannot_be_kept_is_there_again_too(screen: JournalScreen, desk: JournalDesk) -> None:
    begin(screen)
    screen.side.correct()
    form = editor(screen).form
    assert isinstance(form, CheckInCorrection)
    form.answers.put(Zone.MIXED)
    form.fields.note.setPlainText("x" * (64 * 1024 + 1))
    lock(desk)
    unlock(screen, desk)
    form = editor(screen).form
    assert isinstance(form, CheckInCorrection)
    assert (form.stands().zone, len(form.stands().note)) == (Zone.MIXED, 64 * 1024 + 1)


def test_locked_twice_it_is_still_there_and_once_it_was_left_it_is_not(
    screen: JournalScreen, desk: JournalDesk
) -> None:
    screen.side.note_life_event()
    form = editor(screen).form
    assert isinstance(form, LifeEventForm)
    form.text.setPlainText("A note")
    for _time in range(2):
        lock(desk)
        unlock(screen, desk)
    assert editor(screen).form.stands() == Written("", "A note")
    editor(screen).left.emit()
    lock(desk)
    unlock(screen, desk)
    assert screen.side.part is None


def test_a_form_that_says_nothing_yet_leaves_nothing_behind(screen: JournalScreen, desk: JournalDesk) -> None:
    screen.side.reflect()
    desk.bus.publish(VaultLocking())
    assert desk.pages.newest().rows[0].text == "note 0"


def test_tab_reaches_everything_and_comes_back_to_the_list(screen: JournalScreen) -> None:
    begin(screen)
    reached: list[QWidget] = []
    for _step in range(14):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    detail = screen.side.detail
    expected = (
        screen.head.day,
        screen.head.new,
        screen.tools.search,
        screen.tools.filter,
        screen.list,
        detail.correct,
    )
    assert [part for part in expected if part not in reached] == []
    assert reached.count(screen.list) == 2


def test_in_a_small_window_the_keyboard_finds_the_way_back_from_a_reminder(
    desk: JournalDesk, show: Callable[..., JournalScreen]
) -> None:
    desk.ask(1, 2, PromptState.EXPIRED)
    screen = show(560)
    begin(screen)
    assert screen.side.back.hasFocus()


def test_tab_goes_through_a_correction_from_top_to_bottom(screen: JournalScreen, desk: JournalDesk) -> None:
    desk.note([replace(a_check_in(hours_ago=-0.1, note="new"), pleasantness=31)])
    screen.refresh()
    begin(screen)
    screen.side.correct()
    form = editor(screen)
    assert isinstance(form.form, CheckInCorrection)
    reached: list[QWidget] = []
    for _step in range(12):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    pleasantness = form.form.fields.optional[CheckInField.PLEASANTNESS].stops[0]
    expected = [form.form.line, pleasantness, form.form.fields.note, form.moment.edit, form.save]
    assert [part for part in dict.fromkeys(reached) if part in expected] == expected


def test_the_keyboard_comes_to_the_list_when_the_screen_is_gone_to(screen: JournalScreen) -> None:
    screen.head.new.setFocus()
    screen.setFocus()
    assert screen.list.hasFocus()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_on_the_widest_screen_what_was_opened_stands_near_its_line(
    screen: JournalScreen, direction: Qt.LayoutDirection
) -> None:
    screen.setLayoutDirection(direction)
    screen.resize(3840, 900)
    QApplication.processEvents()
    side = screen.side.geometry()
    far = side.right() if direction is Qt.LayoutDirection.LeftToRight else 3839 - side.left()
    assert 1_000 < far < 1_280
