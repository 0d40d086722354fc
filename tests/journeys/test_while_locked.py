"""The loop while the store is locked: reminders come neutrally, a check-in is sealed away and joins on unlocking."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from companion.application.events import VaultUnlocked
from companion.domain.checkin import Origin
from companion.domain.prompt import PromptState
from companion.domain.reminder import FixedTimes
from companion.domain.zone import Zone
from companion.presentation.invitation import CHECK_IN_ACTION, build_invitation
from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program

NewProgram = Callable[[], Program]


def locked_program(new_program: NewProgram) -> Program:
    """A program that starts locked, after one that planned a reminder at nine and at twelve."""
    before = new_program()
    before.start()
    before.core.reminders.add(FixedTimes((9 * 60, 12 * 60)))
    before.core.vault.lock()
    before.stop()
    program = new_program()
    program.start(locked=True)
    return program


def answer(program: Program) -> None:
    QTest.qWait(450)
    line = program.popup.panel.form.line
    QTest.keyClicks(line, "81")
    QTest.keyClick(line, Qt.Key.Key_A)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_reminder_comes_while_locked_and_its_answer_joins_the_store_once(new_program: NewProgram) -> None:
    program = locked_program(new_program)
    program.pass_time(hours=1)
    assert list(program.notifier.shown.values()) == [build_invitation(may_snooze=True)]

    program.notifier.press(CHECK_IN_ACTION)
    answer(program)
    assert program.popup.card is not None
    assert program.notifier.shown == {}

    for _time in range(2):
        program.core.vault.unlock()
        program.core.vault.lock()
    program.core.vault.unlock()
    program.core.bus.publish(VaultUnlocked())
    with program.core.vault.reading() as store:
        (check_in,) = store.check_ins.between(None, None)
    assert (check_in.arousal, check_in.zone, check_in.origin) == (81, Zone.ABOVE, Origin.FIXED)
    assert check_in.window_id is not None
    nine = program.ledger()[0]
    assert [t.state for t in nine.transitions][-2:] == [PromptState.SHOWN, PromptState.ANSWERED]


def test_what_was_sealed_is_nowhere_in_clear(new_program: NewProgram) -> None:
    program = locked_program(new_program)
    program.desktop.popups.open()
    QTest.qWait(450)
    panel = program.popup.panel
    panel.form.more.click()
    QTest.keyClicks(panel.form.line, "17")
    assert panel.form.fields is not None
    panel.form.fields.note.setPlainText("a very private canary")
    panel.submit()
    assert program.popup.card is not None
    everything = b"".join(file.read_bytes() for file in program.folders.data.rglob("*") if file.is_file())
    assert b"canary" not in everything


def test_while_locked_only_what_needs_no_store_can_be_gone_to(new_program: NewProgram) -> None:
    program = locked_program(new_program)
    shown = [name for name, button in program.desktop.window.side_bar.buttons.items() if not button.isHidden()]
    assert shown == [ScreenName.TODAY, ScreenName.SETTINGS, ScreenName.SUPPORT]


def test_a_crash_while_locked_shows_no_prompt_twice(new_program: NewProgram) -> None:
    program = locked_program(new_program)
    program.pass_time(hours=1)
    assert len(program.notifier.sent) == 1
    again = new_program()
    again.start(locked=True)
    again.pass_time(minutes=5)
    assert again.notifier.sent == []
