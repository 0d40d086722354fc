"""Ctrl+Z takes back what was noted last, whatever that was, in the order in which it was noted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalFilter, JournalKind, kind_of
from companion.domain.zone import Zone
from companion.ui.screens.journal import JournalScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.journal_forms import ReflectionForm
from companion.ui.widgets.repair_form import RepairForm
from companion.ui.widgets.toast import Toast
from companion.ui.widgets.triangle_form import TriangleForm
from tests.journeys.conftest import Program

CONTROL = Qt.KeyboardModifier.ControlModifier
CHECK_IN, REFLECTION, REPAIR, TRIANGLE = (
    JournalKind.CHECK_IN,
    JournalKind.REFLECTION,
    JournalKind.REPAIR,
    JournalKind.TRIANGLE,
)
TAKEN_BACK = {
    CHECK_IN: "The last check-in was taken back.",
    REFLECTION: "The last reflection was taken back.",
    REPAIR: "The last repair was taken back.",
    TRIANGLE: "The last triangle was taken back.",
}


@pytest.fixture
def program(program: Program, qtbot: QtBot) -> Program:
    """The program, with the keyboard in its window."""
    program.desktop.window.bring_up()
    qtbot.waitUntil(program.desktop.window.isActiveWindow)
    return program


def kinds(program: Program) -> list[JournalKind]:
    """What stands in the journal, newest first."""
    return [kind_of(line) for line in program.core.journal.older(JournalFilter(), None, 20).lines]


def journal_of(program: Program) -> JournalScreen:
    screen = program.desktop.window.screen_of(ScreenName.JOURNAL)
    assert isinstance(screen, JournalScreen)
    return screen


def focused(program: Program) -> QWidget:
    widget = program.desktop.window.focusWidget()
    assert widget is not None
    return widget


def press_undo(program: Program) -> None:
    QTest.keyClick(focused(program), Qt.Key.Key_Z, CONTROL)
    program.settle()


def said(toast: Toast) -> str:
    return "" if toast.isHidden() else toast._text.text()


def check_in(program: Program) -> None:
    """On Today, by its keys."""
    program.clock.pass_time(seconds=60)
    QTest.keyClick(focused(program), Qt.Key.Key_N, CONTROL)
    program.settle()
    QTest.keyClicks(focused(program), "62")
    QTest.keyClick(focused(program), Qt.Key.Key_Return)
    program.settle()


def note(program: Program, kind: JournalKind) -> None:
    """In the journal; by the keyboard from where the form begins."""
    program.clock.pass_time(seconds=60)
    QTest.keyClick(focused(program), Qt.Key.Key_3, CONTROL)
    program.settle()
    head = journal_of(program).head
    wanted = {REFLECTION: head.reflection_wanted, REPAIR: head.repair_wanted, TRIANGLE: head.triangle_wanted}
    wanted[kind].emit()
    program.settle()
    editor = journal_of(program).side.part
    assert isinstance(editor, JournalEditor)
    assert isinstance(editor.form, {REFLECTION: ReflectionForm, REPAIR: RepairForm, TRIANGLE: TriangleForm}[kind])
    QTest.keyClicks(focused(program), "50" if kind is TRIANGLE else "tea")
    QTest.keyClick(focused(program), Qt.Key.Key_Return, CONTROL)
    program.settle()


@pytest.mark.parametrize("kind", [TRIANGLE, REPAIR, REFLECTION])
def test_the_note_just_saved_is_taken_back_before_the_check_in_and_can_be_kept(
    program: Program, kind: JournalKind
) -> None:
    program.core.check_ins.record(Answer(40, Zone.INSIDE), answers_open_prompt=False)
    note(program, kind)
    assert kinds(program) == [kind, CHECK_IN]
    press_undo(program)
    toast, journal = program.desktop.window.toast, journal_of(program)
    assert kinds(program) == [CHECK_IN]
    assert said(toast) == TAKEN_BACK[kind]
    assert said(journal.toast) == "", "one line lies over the other"
    assert [row.kind for row in journal.list.rows.rows] == [CHECK_IN]
    assert [row.kind for row in journal.list.chosen] in ([], [CHECK_IN]), "what is gone is not looked at"
    keep = toast.findChild(QPushButton)
    assert keep is not None
    QTest.keyClick(keep, Qt.Key.Key_Space)
    program.settle()
    assert kinds(program) == [kind, CHECK_IN]
    assert [row.kind for row in journal.list.rows.rows] == [kind, CHECK_IN]


def test_a_check_in_and_then_a_triangle_go_in_the_order_in_which_they_came(program: Program) -> None:
    check_in(program)
    note(program, TRIANGLE)
    press_undo(program)
    assert kinds(program) == [CHECK_IN]
    press_undo(program)
    assert kinds(program) == []
    assert said(program.desktop.window.toast) == TAKEN_BACK[CHECK_IN]
    press_undo(program)
    assert said(program.desktop.window.toast) == "There is nothing to take back."


def test_a_check_in_after_a_reflection_goes_first_and_its_form_stands_open_again(program: Program) -> None:
    note(program, REFLECTION)
    check_in(program)
    panel = program.desktop.screens.panel
    assert panel is not None
    press_undo(program)
    assert kinds(program) == [REFLECTION]
    assert (panel.is_folded, panel.form.line.points) == (False, 62)


def test_today_the_check_in_that_stands_saved_there_waits_for_the_triangle_noted_since(program: Program) -> None:
    check_in(program)
    note(program, TRIANGLE)
    QTest.keyClick(focused(program), Qt.Key.Key_1, CONTROL)
    program.settle()
    press_undo(program)
    assert kinds(program) == [CHECK_IN]
    press_undo(program)
    assert kinds(program) == []
    assert program.desktop.screens.panel is not None
    assert not program.desktop.screens.panel.is_folded


def test_today_the_check_in_that_stands_saved_there_waits_for_one_noted_elsewhere_since(program: Program) -> None:
    check_in(program)
    program.clock.pass_time(seconds=60)
    program.core.check_ins.record(Answer(30), answers_open_prompt=False)
    press_undo(program)
    (line,) = program.core.journal.older(JournalFilter(), None, 20).lines
    assert isinstance(line, CheckIn)
    assert line.arousal == 62


def test_todays_question_opens_again_with_what_was_written_to_it(program: Program, qtbot: QtBot) -> None:
    check_in(program)
    program.clock.pass_time(seconds=60)
    qtbot.waitUntil(lambda: bool(program.core.library.concepts()))
    program.desktop.screens.ways.begin_reflection()
    program.settle()
    QTest.keyClicks(focused(program), "tea")
    QTest.keyClick(focused(program), Qt.Key.Key_Return, CONTROL)
    assert kinds(program) == [REFLECTION, CHECK_IN]
    press_undo(program)
    assert kinds(program) == [CHECK_IN]
    field = focused(program)
    assert isinstance(field, QPlainTextEdit)
    assert (field.toPlainText(), field.isVisible()) == ("tea", True)


def test_what_was_deleted_comes_back_unless_something_was_noted_since(program: Program) -> None:
    note(program, TRIANGLE)
    journal = journal_of(program)
    program.clock.pass_time(seconds=60)
    QTest.keyClick(journal.list, Qt.Key.Key_Delete)
    program.settle()
    assert kinds(program) == []
    note(program, REPAIR)
    press_undo(program)
    assert kinds(program) == []
    press_undo(program)
    assert kinds(program) == [TRIANGLE]


def test_while_somebody_writes_it_takes_back_words_and_nothing_else(program: Program) -> None:
    note(program, TRIANGLE)
    journal_of(program).head.repair_wanted.emit()
    program.settle()
    QTest.keyClicks(focused(program), "tea")
    press_undo(program)
    field = focused(program)
    assert isinstance(field, QPlainTextEdit)
    assert (field.toPlainText(), kinds(program)) == ("", [TRIANGLE])
