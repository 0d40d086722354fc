"""Something is noted, found by its words, corrected, deleted, brought back, and deleted permanently."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.domain.checkin import CheckIn
from companion.domain.reminder import FixedTimes
from companion.domain.zone import Zone
from companion.ui.screens.chart import ChartScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.journal_forms import CheckInCorrection, ReflectionForm
from companion.ui.widgets.question_dialog import QuestionDialog
from tests.journeys.conftest import Program
from tests.support.everything_said import everything_said

CONTROL = Qt.KeyboardModifier.ControlModifier


def journal_of(program: Program) -> JournalScreen:
    """The Journal, opened by its key."""
    window = program.desktop.window
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    screen = window.screen_of(ScreenName.JOURNAL)
    assert isinstance(screen, JournalScreen)
    program.settle()
    return screen


def note(program: Program, text: str, arousal: int = 50) -> CheckIn:
    """A check-in with that note, a minute after the one before."""
    program.pass_time(minutes=1)
    return program.core.check_ins.record(Answer(arousal, Zone.INSIDE, text), answers_open_prompt=True)


def texts(screen: JournalScreen) -> list[str]:
    return [row.text for row in screen.list.rows.rows]


def there(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return store.check_ins.between(None, None)


def test_from_noting_to_deleting_permanently(program: Program, qtbot: QtBot) -> None:
    for text in ("slow morning", "long call with the landlord", "walk"):
        note(program, text)
    screen = journal_of(program)
    assert texts(screen) == ["walk", "long call with the landlord", "slow morning"]

    QTest.keyClick(screen.list, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(screen.tools.search, "landl")
    qtbot.waitUntil(lambda: texts(screen) == ["long call with the landlord"])
    QTest.keyClick(screen.tools.search, Qt.Key.Key_Return)

    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    screen.side.detail.correct.click()
    editor = screen.side.part
    assert isinstance(editor, JournalEditor)
    assert isinstance(editor.form, CheckInCorrection)
    QTest.keyClick(editor.form.line, Qt.Key.Key_A)
    editor.form.fields.note.setPlainText("long call with the landlady")
    QTest.keyClick(editor.form.fields.note, Qt.Key.Key_Return, CONTROL)

    (row,) = screen.list.chosen
    assert (row.headline, row.text) == ("Above my window", "long call with the landlady")
    state = screen.side.detail._state
    assert state is not None
    assert [fact.text for fact in state.changes[0].before] == ["Inside my window", "long call with the landlord"]

    screen.side.detail.delete.click()
    qtbot.waitUntil(lambda: "long call with the landlady" not in texts(screen))
    assert len(there(program)) == 2
    QTest.keyClick(program.desktop.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "long call with the landlady" in texts(screen))
    assert len(there(program)) == 3

    screen.open_line(row.id, row.place.at)
    screen.side.detail.purge.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuestionDialog)
    dialog.yes.click()
    qtbot.waitUntil(lambda: "long call with the landlady" not in texts(screen))
    assert [check_in.note for check_in in there(program)] == ["slow morning", "walk"]


def test_a_reflection_grows_from_a_check_in_and_one_from_a_note_leads_back_to_it(
    program: Program, qtbot: QtBot
) -> None:
    check_in = note(program, "slow morning")
    program.pass_time(minutes=30)
    screen = journal_of(program)
    screen.open_line(check_in.id, check_in.experienced_at.utc)
    screen.side.detail.reflect.click()
    editor = screen.side.part
    assert isinstance(editor, JournalEditor)
    assert isinstance(editor.form, ReflectionForm)
    QTest.keyClicks(editor.form.text, "rain")
    QTest.keyClick(editor.form.text, Qt.Key.Key_Return, CONTROL)
    (row,) = screen.list.chosen
    state = screen.side.detail._state
    assert state is not None
    assert (row.headline, row.place.at) == ("Reflection", check_in.experienced_at.utc)
    assert [fact.name for fact in state.facts] == ["After the check-in", "What I wrote"]
    assert not screen.side.detail.note.isVisible()

    kept = program.core.journal.reflect("What helped?", "tea", concept="ours/mindsight")
    screen.open_line(kept.id, kept.experienced_at.utc)
    screen.side.detail.note.click()
    assert program.desktop.window.open_name is ScreenName.CONCEPTS
    qtbot.waitUntil(lambda: "Mindsight" in everything_said())


def test_enter_on_the_chart_opens_the_moment_in_the_journal(program: Program) -> None:
    saved = [note(program, text, 40 + n) for n, text in enumerate(("one", "two", "three"))]
    window = program.desktop.window
    window.open_screen(ScreenName.CHART)
    chart = window.screen_of(ScreenName.CHART)
    assert isinstance(chart, ChartScreen)
    chart.refresh()
    number = next(n for n, moment in enumerate(chart.chart.moments) if moment.point == chart.chart.moments[1].point)
    chart.chart.look_at(number)
    QTest.keyClick(chart.chart, Qt.Key.Key_Return)
    assert window.open_name is ScreenName.JOURNAL
    screen = window.screen_of(ScreenName.JOURNAL)
    assert isinstance(screen, JournalScreen)
    assert [row.id for row in screen.list.chosen] == [saved[1].id]


def test_an_earlier_check_in_is_begun_on_today_with_the_question_when(program: Program) -> None:
    screen = journal_of(program)
    screen.head.new.menu().actions()[0].trigger()
    assert program.desktop.window.open_name is ScreenName.TODAY
    panel = program.desktop.screens.panel
    assert panel is not None
    assert panel.form.fields is not None
    assert panel.form.fields.moment.earlier.isChecked()


def test_a_prompt_nobody_answered_stands_in_the_journal_and_one_to_come_does_not(program: Program) -> None:
    program.core.reminders.add(FixedTimes((9 * 60, 18 * 60)))
    program.pass_time(hours=2)
    screen = journal_of(program)
    assert [row.headline for row in screen.list.rows.rows] == ["Reminder, not answered"]


def test_locking_takes_everything_off_the_screen(program: Program) -> None:
    note(program, "private")
    screen = journal_of(program)
    program.core.vault.lock()
    program.desktop.window.show_locked(True)
    assert program.desktop.window.open_name is ScreenName.TODAY
    screen.refresh()
    assert texts(screen) == []
