"""Each kind of reminder through the whole program: made on its screen, due, shown or held back, and told why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from companion.application.events import VaultLocked
from companion.domain.prompt import PromptState, Reason
from companion.domain.reminder import Outside, Purpose, ReminderKind
from companion.domain.zone import Zone
from companion.presentation.invitation import CHECK_IN_ACTION
from companion.presentation.journal_edit import When
from companion.presentation.reminders_form import RangeForm, ReminderForm
from companion.presentation.reminders_pause import PauseChoice
from companion.presentation.reminders_stillness import quiet_from
from companion.ui.screens.reminders import RemindersScreen
from companion.ui.screens.today import TodayScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.reminder_editor import ReminderEditor
from tests.journeys.conftest import Program

AT_NINE = ReminderForm(kind=ReminderKind.FIXED, times=(9 * 60,))
MORNING = (RangeForm(540, 720, 1),)


def screen(program: Program) -> RemindersScreen:
    program.desktop.window.open_screen(ScreenName.REMINDERS)
    made = program.desktop.window.screen_of(ScreenName.REMINDERS)
    assert isinstance(made, RemindersScreen)
    return made


def remind(program: Program, form: ReminderForm) -> None:
    """Makes a reminder on the screen, in the editor, by its fields."""
    editor = screen(program).edit(None)
    assert editor is not None
    editor.kinds[form.kind].click()
    fill(editor, form)
    assert editor.trouble == ""
    editor.keep.click()
    assert not editor.isVisible()


def fill(editor: ReminderEditor, form: ReminderForm) -> None:
    """Puts into the fields what is in the form, as far as these journeys need it."""
    parts, more = editor.parts, editor.more
    for _time in form.times[1:]:
        parts.times.more.click()
    for field, minutes in zip(parts.times.fields, form.times, strict=True):
        field.put(minutes)
    (row,), (stretch,) = parts.ranges.rows, form.ranges
    row.start.put(stretch.start)
    row.end.put(stretch.end)
    row.count.setValue(stretch.count)
    parts.spread.setChecked(form.is_spread)
    parts.every.setValue(form.every)
    if form.once is not None:
        parts.once.put(form.once)
    for choice, value in (
        (parts.side, form.side),
        (parts.delay, form.delay),
        (more.purpose, form.purpose),
        (more.silence, form.silence),
    ):
        choice.setCurrentIndex(choice.findData(value))
    more.text.setText(form.text)


def story(program: Program) -> list[str]:
    """What the page says that tells why, each prompt of today in one line with its steps."""
    reminders = screen(program)
    reminders.show_story()
    program.settle()
    return [
        " / ".join(label.text() for label in card.findChildren(QLabel) if label.text())
        for card in reminders.story.cards
    ]


def states(program: Program) -> list[list[PromptState]]:
    return [[step.state for step in record.transitions] for record in program.ledger()]


def answer(program: Program, letter: Qt.Key = Qt.Key.Key_I) -> None:
    program.notifier.press(CHECK_IN_ACTION)
    QTest.qWait(450)
    QTest.keyClicks(program.popup.panel.form.line, "60")
    QTest.keyClick(program.popup.panel.form.line, letter)
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_Return)


KINDS = [
    (AT_NINE, "A set time."),
    (ReminderForm(ranges=MORNING), "A moment drawn by chance between 09:00 and 12:00."),
    (ReminderForm(ranges=MORNING, is_spread=False), "A moment drawn by chance between 09:00 and 12:00."),
    (
        ReminderForm(kind=ReminderKind.INTERVAL, every=180, ranges=MORNING),
        "The middle of the time between 09:00 and 12:00.",
    ),
    (ReminderForm(kind=ReminderKind.ONCE, once=When(datetime(2026, 11, 23, 9, 40))), "You asked for it once."),
]


@pytest.mark.parametrize(("form", "origin"), KINDS)
def test_it_comes_is_answered_and_the_page_says_why(program: Program, form: ReminderForm, origin: str) -> None:
    remind(program, form)
    while not program.notifier.shown:
        program.pass_time(minutes=5)
    answer(program)
    expected = [PromptState.PLANNED, PromptState.DUE, PromptState.SHOWN, PromptState.ANSWERED]
    assert expected in states(program)
    (told,) = [line for line in story(program) if "answered" in line]
    assert origin in told


@pytest.mark.parametrize(("form", "_origin"), KINDS)
def test_nobody_answers_and_it_goes_quietly(program: Program, form: ReminderForm, _origin: str) -> None:
    remind(program, form)
    program.pass_time(hours=5)
    assert program.notifier.shown == {}
    assert [record.state for record in program.ledger() if record.prompt.day.day == 23] == [PromptState.EXPIRED]
    assert len(program.notifier.sent) == 1
    assert "not answered" in story(program)[0]


def test_after_a_check_in_outside_the_window_it_asks_how_it_is_then(program: Program) -> None:
    remind(program, ReminderForm(kind=ReminderKind.EVENT, side=Outside.ABOVE, delay=45))
    program.desktop.popups.open()
    QTest.qWait(450)
    QTest.keyClicks(program.popup.panel.form.line, "90")
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_A)
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_Return)
    program.popup.close()
    program.pass_time(minutes=44)
    assert program.notifier.sent == []
    program.pass_time(minutes=2)
    assert len(program.notifier.sent) == 1
    answer(program, Qt.Key.Key_I)
    assert "It followed a check-in." in story(program)[0]
    assert len(program.ledger()) == 1


def test_after_a_check_in_inside_it_asks_nothing(program: Program) -> None:
    remind(program, ReminderForm(kind=ReminderKind.EVENT))
    program.desktop.popups.open()
    QTest.qWait(450)
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_I)
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_Return)
    with program.core.vault.reading() as store:
        assert store.check_ins.between(None, None)[0].zone is Zone.INSIDE
    program.pass_time(hours=2)
    assert program.ledger() == []


def pause(program: Program, words: str) -> None:
    """Chooses that from the menu of pauses."""
    (chosen,) = [action for action in screen(program).pause.menu().actions() if action.text() == words]
    chosen.trigger()


Holding = Callable[[Program], object]
HELD: list[tuple[Holding, Reason, str]] = [
    (lambda program: program.core.reminders.keep_quiet(quiet_from(0, 12 * 60)), Reason.QUIET_HOURS, "quiet hours"),
    (lambda program: pause(program, "Until tomorrow"), Reason.PAUSED, "reminders were paused"),
    (lambda program: pause(program, "Not today"), Reason.NOT_TODAY, "not today"),
    (lambda program: program.says.say(is_full_screen=True), Reason.FULL_SCREEN, "a full-screen window was open"),
    (lambda program: program.says.say(do_not_disturb=True), Reason.DO_NOT_DISTURB, "do not disturb was on"),
    (lambda program: program.says.say(screen_locked=True), Reason.SCREEN_LOCKED, "the screen was locked"),
    (lambda program: program.says.say(idle_for=timedelta(minutes=20)), Reason.AWAY, "you were away"),
    (
        lambda program: program.says.say(is_typing=True, idle_for=timedelta(seconds=1)),
        Reason.TYPING,
        "you were typing",
    ),
]


@pytest.mark.parametrize(("hold", "reason", "words"), HELD)
def test_it_is_held_back_and_the_page_says_why(program: Program, hold: Holding, reason: Reason, words: str) -> None:
    remind(program, AT_NINE)
    hold(program)
    program.pass_time(hours=3)
    assert program.notifier.sent == []
    (record,) = program.ledger()
    assert (record.state, record.transitions[-1].reason) == (PromptState.SUPPRESSED, reason)
    assert f"held back: {words}" in story(program)[0]


def test_what_it_does_not_have_to_wait_for_holds_nothing_back(program: Program) -> None:
    remind(program, AT_NINE)
    program.says.say(is_full_screen=True)
    screen(program).stillness.waits["waits_in_full_screen"].switch.click()
    program.pass_time(hours=2)
    assert len(program.notifier.sent) == 1


def test_only_if_nothing_was_noted_for_long(program: Program) -> None:
    remind(program, replace(AT_NINE, silence=120))
    program.pass_time(minutes=15)
    program.desktop.popups.open()
    QTest.qWait(450)
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_I)
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_Return)
    program.pass_time(hours=2)
    assert program.notifier.sent == []
    assert "held back: you had just checked in" in story(program)[0]


def test_its_own_text_is_what_the_notification_says(program: Program) -> None:
    remind(program, replace(AT_NINE, text="Evening light"))
    program.pass_time(hours=1)
    assert [invitation.text for invitation in program.notifier.shown.values()] == ["Evening light"]


def test_while_locked_its_own_text_is_nowhere(program: Program) -> None:
    remind(program, replace(AT_NINE, text="Evening light"))
    assert any("Evening light" in line for line in story(program))
    program.core.vault.lock()
    program.core.bus.publish(VaultLocked())
    program.pass_time(hours=1)
    assert [invitation.text for invitation in program.notifier.shown.values()] == ["A moment for you"]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    labels = program.desktop.window.findChildren(QLabel)
    assert not any("Evening light" in label.text() for label in labels)
    plain = b"".join(file.read_bytes() for file in program.folders.data.rglob("*") if file.is_file())
    assert b"Evening light" not in plain


def test_discreet_it_shows_no_words(program: Program) -> None:
    remind(program, replace(AT_NINE, text="Evening light"))
    screen(program).stillness.discreet.switch.click()
    program.pass_time(hours=1)
    assert [invitation.text for invitation in program.notifier.shown.values()] == [""]


def test_a_reminder_to_reflect_leads_to_where_one_is_written(program: Program) -> None:
    remind(program, replace(AT_NINE, purpose=Purpose.REFLECTION))
    program.pass_time(hours=1)
    program.notifier.press(CHECK_IN_ACTION)
    program.settle()
    window = program.desktop.window
    today = window.screen_of(ScreenName.TODAY)
    assert isinstance(today, TodayScreen)
    assert window.open_name is ScreenName.TODAY
    today.reflection_card.field.setPlainText("A quiet morning.")
    today.reflection_card.keep.click()
    assert states(program)[0][-1] is PromptState.ANSWERED


def test_what_passed_overnight_is_one_quiet_card(
    new_program: Callable[[], Program],
) -> None:
    before = new_program()
    before.start()
    remind(before, replace(AT_NINE, times=(540, 600, 660)))
    before.stop()
    before.clock.set("2026-11-23T13:00:00")
    program = new_program()
    program.start()
    today = program.desktop.window.screen_of(ScreenName.TODAY)
    assert isinstance(today, TodayScreen)
    notices = today._notices
    assert notices is not None
    assert notices.isVisible()
    said = [label.text() for label in notices.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("3 reminders passed") for text in said)
    assert program.notifier.sent == []
    notices.passed.why.click()
    assert program.desktop.window.open_name is ScreenName.REMINDERS
    reminders = screen(program)
    assert len(reminders.story.cards) == 3
    notices.passed.close_link.click()
    assert notices.isHidden()


def test_it_can_be_paused_from_the_tray_and_says_until_when(program: Program) -> None:
    remind(program, AT_NINE)
    tray = program.desktop.background.tray
    tray.pause_requested.emit(PauseChoice.HOUR)
    assert tray._icon.toolTip() == "Companion, paused, goes on at 09:00"
    assert screen(program).end_pause.isVisible()
    tray.end_pause_requested.emit()
    assert tray._icon.toolTip() == "Companion"
    program.pass_time(hours=1)
    assert tray._icon.toolTip() == "Companion, a moment for you"
