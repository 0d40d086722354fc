"""The triangle: wanted once a week, asked, noted, corrected, looked at over the weeks, and deleted for good."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.adapters.storage.vault import SqliteVault
from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.prompt import PromptState
from companion.domain.reminder import FixedTimes, Manner, Purpose
from companion.domain.triangle import Corner, Triangle
from companion.presentation.invitation import CHECK_IN_ACTION
from companion.presentation.triangle import ABOUT_TRIANGLE
from companion.presentation.triangle_edit import TriangleSaid
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.reminders import RemindersScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.neighbours_card import NeighboursCard
from companion.ui.widgets.triangle_form import TriangleForm
from companion.ui.widgets.triangle_page import TrianglePage
from companion.ui.widgets.wrapped_link import WrappedLink
from tests.journeys.conftest import Program
from tests.journeys.test_concepts import concepts_of
from tests.support.decrypted import decrypted

CANARY = "Archaeopteryx"
CONTROL = Qt.KeyboardModifier.ControlModifier


def journal_of(program: Program) -> JournalScreen:
    screen = program.desktop.window.screen_of(ScreenName.JOURNAL)
    assert isinstance(screen, JournalScreen)
    return screen


def form_of(program: Program) -> TriangleForm:
    """The form, on the screen that is open."""
    program.settle()
    assert program.desktop.window.open_name is ScreenName.JOURNAL
    editor = journal_of(program).side.part
    assert isinstance(editor, JournalEditor)
    assert isinstance(editor.form, TriangleForm)
    return editor.form


def page_of(program: Program) -> TrianglePage:
    program.desktop.window.open_screen(ScreenName.JOURNAL)
    journal_of(program).head.triangle_weeks_wanted.emit()
    page = journal_of(program).side.part
    assert isinstance(page, TrianglePage)
    return page


def noted(program: Program) -> list[Triangle]:
    with program.core.vault.reading() as store:
        return store.triangles.between(None, None)


def test_it_is_asked_only_once_that_is_wanted_and_its_reminder_leads_to_it(program: Program) -> None:
    program.pass_time(days=8)
    assert program.notifier.sent == []
    page_of(program).remind.click()
    program.settle()
    reminders = program.desktop.window.screen_of(ScreenName.REMINDERS)
    assert isinstance(reminders, RemindersScreen)
    assert reminders._editor is not None
    reminders._editor.keep.click()
    (reminder,) = program.core.reminders.reminders()
    today = program.clock.now().local
    assert reminder.rule == FixedTimes((18 * 60,), frozenset({today.weekday()}))
    assert reminder.purpose is Purpose.TRIANGLE
    program.pass_time(hours=24)
    assert len(program.notifier.sent) == 1
    program.pass_time(days=6, hours=0)
    assert len(program.notifier.sent) == 1
    program.pass_time(days=1)
    assert len(program.notifier.sent) == 2


def test_what_is_noted_answers_it_stands_in_the_journal_and_in_the_weeks(program: Program) -> None:
    page_of(program).remind.click()
    reminders = program.desktop.window.screen_of(ScreenName.REMINDERS)
    assert isinstance(reminders, RemindersScreen)
    assert reminders._editor is not None
    reminders._editor.keep.click()
    while not program.notifier.shown:
        program.pass_time(hours=1)
    program.notifier.press(CHECK_IN_ACTION)
    form = form_of(program)
    QTest.keyClicks(form.first, "0")
    form.corners[Corner.BODY].words.setText(CANARY)
    QTest.keyClick(form.corners[Corner.BODY].words, Qt.Key.Key_Return, CONTROL)
    (triangle,) = noted(program)
    assert (triangle.mind, triangle.body, triangle.body_words) == (0, None, CANARY)
    with program.core.vault.reading() as store:
        states = [step.state for record in store.ledger.between(None, None) for step in record.transitions]
    assert PromptState.ANSWERED in states
    assert program.notifier.shown == {}
    assert journal_of(program).list.chosen[0].headline == "Mind, body and relationships"
    page = page_of(program)
    page.turn.click()
    assert CANARY in page.rows[Corner.BODY].accessibleDescription()


def test_discreet_the_icon_leads_to_it_while_it_is_asked_for(program: Program) -> None:
    program.core.reminders.add(FixedTimes((9 * 60,)), manner=Manner(Purpose.TRIANGLE))
    program.core.preferences.change(discreet_reminders=True)
    program.pass_time(hours=1, minutes=1)
    tray = program.desktop.background.tray
    tray.check_in_requested.emit()
    form = form_of(program)
    QTest.keyClicks(form.first, "50")
    QTest.keyClick(form.first, Qt.Key.Key_Return)
    assert [triangle.mind for triangle in noted(program)] == [50]
    tray.check_in_requested.emit()
    assert program.popup.isVisible()


def test_the_note_about_it_leads_to_its_form(program: Program) -> None:
    concepts = concepts_of(program)
    concepts.open_concept(ABOUT_TRIANGLE)
    cards = [card for card in concepts.findChildren(NeighboursCard) if card.isVisible()]
    link = cards[0].findChildren(WrappedLink)[0]
    assert link.text() == "Note how this week was"
    link.click()
    assert form_of(program).isVisible()


def test_deleted_it_comes_back_and_deleted_for_good_nothing_stays(new_program: Callable[[], Program]) -> None:
    program = new_program()
    program.start()
    triangle = program.core.triangles.note((5, None, 100), (CANARY, "", ""))
    program.desktop.window.open_screen(ScreenName.JOURNAL)
    journal = journal_of(program)
    journal.open_line(triangle.id, triangle.experienced_at.utc)
    journal.delete(journal.list.chosen)
    assert noted(program) == []
    assert journal.undo()
    assert noted(program) == [triangle]
    journal.open_line(triangle.id, triangle.experienced_at.utc)
    dialog = journal.purge(journal.list.chosen)
    assert dialog is not None
    dialog.accept()
    program.settle()
    assert noted(program) == []
    with program.core.vault.reading() as store:
        assert store.journal.older(JournalFilter(text=CANARY), None, 9).lines == ()
        assert store.journal.older(JournalFilter(kinds=frozenset({JournalKind.TRIANGLE})), None, 9).lines == ()
    program.stop()
    assert CANARY.encode() not in decrypted(program.folders.data)


def test_what_was_answered_is_there_after_the_program_was_killed(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.desktop.screens.ways.begin_triangle()
    form = form_of(program)
    QTest.keyClicks(form.first, "40")
    QTest.keyClicks(form.corners[Corner.BODY].words, CANARY)
    qtbot.waitUntil(lambda: getattr(program.core.triangles.draft(), "words", None) == ("", CANARY, ""))

    as_killed = tmp_path / "as-killed"
    shutil.copytree(program.folders.data, as_killed, ignore=shutil.ignore_patterns("*.sock"))
    vault = SqliteVault(as_killed)
    with vault.reading() as store:
        draft = store.triangle_drafts.current()
    vault.close()
    assert draft is not None
    assert (draft.points, draft.words) == ((40, None, None), ("", CANARY, ""))


def test_it_is_left_without_a_question_goes_on_in_the_next_run_and_can_begin_anew(
    new_program: Callable[[], Program],
) -> None:
    first = new_program()
    first.start()
    first.desktop.screens.ways.begin_triangle()
    form = form_of(first)
    QTest.keyClicks(form.first, "40")
    form.corners[Corner.BODY].words.setText(CANARY)
    QTest.keyClick(form.first, Qt.Key.Key_Escape)
    assert journal_of(first).side.part is None
    first.stop()
    second = new_program()
    second.start()
    second.desktop.screens.ways.begin_triangle()
    form, whole = form_of(second), TriangleSaid((40, None, None), ("", CANARY, ""))
    assert form.stands() == whole
    assert form._line.text().startswith("You began this on")
    form.anew.click()
    assert (form.stands(), second.core.triangles.draft()) == (TriangleSaid(), None)
    form.anew.click()
    assert form.stands() == whole
    QTest.keyClick(form.first, Qt.Key.Key_Return)
    assert [triangle.body_words for triangle in noted(second)] == [CANARY]
    assert second.core.triangles.draft() is None
