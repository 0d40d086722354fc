"""A note for repair: found where one looks for it, written, interrupted, gone on with, corrected and deleted."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from companion.adapters.storage.vault import SqliteVault
from companion.application.checkins import Answer
from companion.domain.repair import Repair
from companion.domain.zone import Zone
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.practices import PracticesScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.journal_forms import ReflectionForm
from companion.ui.widgets.practice_player import PracticePlayerView
from companion.ui.widgets.question_dialog import QuestionDialog
from companion.ui.widgets.repair_form import RepairForm
from tests.journeys.conftest import Program

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(program: Program, name: ScreenName) -> QWidget:
    window = program.desktop.window
    window.open_screen(name)
    program.settle()
    return window.screen_of(name)


def journal_of(program: Program) -> JournalScreen:
    screen = program.desktop.window.screen_of(ScreenName.JOURNAL)
    assert isinstance(screen, JournalScreen)
    return screen


def form_of(program: Program) -> RepairForm:
    """The form, on the screen that is open."""
    program.settle()
    assert program.desktop.window.open_name is ScreenName.JOURNAL
    editor = journal_of(program).side.part
    assert isinstance(editor, JournalEditor)
    assert isinstance(editor.form, RepairForm)
    assert editor.form.isVisible()
    return editor.form


def repairs(program: Program) -> list[Repair]:
    with program.core.vault.reading() as store:
        return store.repairs.between(None, None)


def focused(program: Program) -> QWidget:
    widget = program.desktop.window.focusWidget()
    assert widget is not None
    return widget


def test_by_the_keyboard_alone_from_the_practices_to_a_line_in_the_journal(program: Program, qtbot: QtBot) -> None:
    window = program.desktop.window
    window.bring_up()
    qtbot.waitUntil(window.isActiveWindow)
    practices = opened(program, ScreenName.PRACTICES)
    assert isinstance(practices, PracticesScreen)
    practices.new.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(practices.new, Qt.Key.Key_Tab)
    QTest.keyClick(focused(program), Qt.Key.Key_Space)
    form = form_of(program)
    assert focused(program) is form.happened
    spoken = QAccessible.queryAccessibleInterface(form.happened)
    assert spoken is not None
    assert "safety comes first" in spoken.text(QAccessible.Text.Description), "said before anything is asked"
    QTest.keyClick(form.happened, Qt.Key.Key_Tab, SHIFT)
    assert focused(program) is form.support
    QTest.keyClick(form.support, Qt.Key.Key_Tab)

    QTest.keyClicks(focused(program), "a joke landed wrong")
    QTest.keyClick(focused(program), Qt.Key.Key_Tab)
    assert focused(program) is form.line
    QTest.keyClicks(form.line, "74")
    QTest.keyClick(form.line, Qt.Key.Key_A)
    QTest.keyClick(form.line, Qt.Key.Key_Tab)
    for _answer in range(5):
        if focused(program) is not form.them:
            QTest.keyClick(focused(program), Qt.Key.Key_Tab)
    QTest.keyClicks(form.them, "tired")
    QTest.keyClick(form.them, Qt.Key.Key_Tab)
    QTest.keyClicks(form.helped, "tea")
    QTest.keyClick(form.helped, Qt.Key.Key_Return, CONTROL)

    (repair,) = repairs(program)
    assert (repair.happened, repair.arousal, repair.zone) == ("a joke landed wrong", 74, Zone.ABOVE)
    assert (repair.them, repair.helped, program.core.repairs.draft()) == ("tired", "tea", None)
    (row,) = journal_of(program).list.chosen
    assert (row.headline, row.text) == ("Repair", "a joke landed wrong")


def test_it_is_found_corrected_deleted_brought_back_and_deleted_permanently(program: Program, qtbot: QtBot) -> None:
    opened(program, ScreenName.JOURNAL)
    journal = journal_of(program)
    journal.head.repair_wanted.emit()
    form = form_of(program)
    QTest.keyClicks(form.happened, "a joke landed wrong")
    QTest.keyClick(form.happened, Qt.Key.Key_Return, CONTROL)
    QTest.keyClick(journal.list, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(journal.tools.search, "land")
    qtbot.waitUntil(lambda: [row.headline for row in journal.list.rows.rows] == ["Repair"])
    QTest.keyClick(journal.tools.search, Qt.Key.Key_Return)
    QTest.keyClick(journal.list, Qt.Key.Key_Return)
    journal.side.detail.correct.click()
    form_of(program).helped.setPlainText("tea")
    QTest.keyClick(form_of(program).helped, Qt.Key.Key_Return, CONTROL)
    assert repairs(program)[0].helped == "tea"
    journal.side.detail.delete.click()
    assert repairs(program) == []
    QTest.keyClick(program.desktop.window, Qt.Key.Key_Z, CONTROL)
    (repair,) = repairs(program)
    journal.open_line(repair.id, repair.experienced_at.utc)
    journal.side.detail.purge.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuestionDialog)
    dialog.yes.click()
    with program.core.vault.reading() as store:
        assert store.repairs.get(repair.id) is None


def test_one_that_grows_from_a_check_in_stands_with_it(program: Program) -> None:
    check_in = program.core.check_ins.record(Answer(84, Zone.ABOVE), answers_open_prompt=False)
    program.pass_time(minutes=40)
    opened(program, ScreenName.JOURNAL)
    journal = journal_of(program)
    journal.open_line(check_in.id, check_in.experienced_at.utc)
    journal.side.detail.repair.click()
    form = form_of(program)
    QTest.keyClicks(form.helped, "tea")
    QTest.keyClick(form.helped, Qt.Key.Key_Return, CONTROL)
    assert [row.headline for row in journal.list.rows.rows] == ["Repair", "Above my window"]
    (row,) = journal.list.chosen
    state = journal.side.detail._state
    assert state is not None
    assert (state.facts[0].name, row.place.at) == ("After the check-in", check_in.experienced_at.utc)


def test_what_was_typed_is_there_after_the_program_was_killed(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.desktop.screens.ways.open_concept("ours/repair-after-rupture")
    concepts = program.desktop.window.screen_of(ScreenName.CONCEPTS)
    assert isinstance(concepts, ConceptsScreen)
    concepts.practice_wanted.emit("repair")
    form = form_of(program)
    QTest.keyClicks(form.happened, "a joke")
    qtbot.waitUntil(lambda: program.core.repairs.draft() is not None)

    as_killed = tmp_path / "as-killed"
    shutil.copytree(program.folders.data, as_killed, ignore=shutil.ignore_patterns("*.sock"))
    vault = SqliteVault(as_killed)
    with vault.reading() as store:
        draft = store.repair_drafts.current()
    vault.close()
    assert draft is not None
    assert draft.happened == "a joke"


def test_it_is_left_without_a_question_and_goes_on_in_the_next_run(new_program: Callable[[], Program]) -> None:
    first = new_program()
    first.start()
    opened(first, ScreenName.JOURNAL)
    journal_of(first).side.repair()
    QTest.keyClicks(form_of(first).happened, "a joke")
    QTest.keyClick(form_of(first).happened, Qt.Key.Key_Escape)
    assert journal_of(first).side.part is None
    first.stop()
    second = new_program()
    second.start()
    opened(second, ScreenName.JOURNAL)
    journal_of(second).side.repair()
    form = form_of(second)
    assert form.happened.toPlainText() == "a joke"
    assert form.anew.isVisible()
    assert repairs(second) == []


def test_from_what_is_said_first_one_click_leads_to_people_and_places(program: Program) -> None:
    opened(program, ScreenName.JOURNAL)
    journal_of(program).side.repair()
    form_of(program).support.click()
    assert program.desktop.window.open_name is ScreenName.SUPPORT


def test_a_reflection_in_the_journal_has_the_way_to_grounding_and_what_was_written_stays(program: Program) -> None:
    opened(program, ScreenName.JOURNAL)
    side = journal_of(program).side
    side.reflect("What helped?", "ours/mindsight")
    editor = side.part
    assert isinstance(editor, JournalEditor)
    assert isinstance(editor.form, ReflectionForm)
    QTest.keyClicks(editor.form.text, "it was")
    editor.form.grounding.click()
    part = program.desktop.screens.practices.part
    assert isinstance(part, PracticePlayerView)
    assert part.isVisible()
    opened(program, ScreenName.JOURNAL)
    assert editor.form.isVisible()
    assert editor.form.text.toPlainText() == "it was"
