"""The passphrase and locking as a person meets them: nothing of theirs is to be seen, and nothing of it is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.application.instance_address import Message
from companion.application.protection import OlderCopies
from companion.domain.checkin import CheckIn
from companion.domain.context import Context
from companion.domain.reminder import FixedTimes
from companion.domain.zone import Zone
from companion.presentation.invitation import CHECK_IN_ACTION, build_invitation, own_text_name
from companion.presentation.privacy import Task
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.reminders import RemindersScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.shell.lock_screen import LockScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.answer_words_card import AnswerWordsRow
from companion.ui.widgets.check_in_panel import CheckInPanel
from companion.ui.widgets.privacy_card import PrivacyCard
from tests.journeys.conftest import Program
from tests.support.everything_said import everything_said

NewProgram = Callable[[], Program]
PASSPHRASE = "lantern pebble orbit"
CANARY = "Quetzalcoatlus"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def protected(program: Program, qtbot: QtBot) -> Program:
    """The program with a passphrase, unlocked, on Today."""
    set_passphrase(program, qtbot)
    program.desktop.window.open_screen(ScreenName.TODAY)
    program.desktop.show_window()
    qtbot.waitUntil(program.desktop.window.isActiveWindow)
    return program


def set_passphrase(program: Program, qtbot: QtBot) -> str:
    """Through the card in Settings; returns the recovery code."""
    card = privacy_card(program)
    card.buttons[Task.SET].click()
    assert card.dialog is not None
    for field in (card.dialog.new, card.dialog.again):
        QTest.keyClicks(field.field, PASSPHRASE)
    QTest.keyClick(card.dialog.again.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.code_dialog is not None, timeout=10_000)
    assert card.code_dialog is not None
    code = card.code_dialog.code.text()
    card.code_dialog.kept.click()
    card.code_dialog.finish.click()
    return code


def privacy_card(program: Program) -> PrivacyCard:
    program.desktop.window.open_screen(ScreenName.SETTINGS)
    settings = program.desktop.window.screen_of(ScreenName.SETTINGS)
    assert isinstance(settings, SettingsScreen)
    (card,) = settings.findChildren(PrivacyCard)
    return card


def lock_screen(program: Program) -> LockScreen:
    (screen,) = program.desktop.window.findChildren(LockScreen)
    return screen


def lock(program: Program) -> None:
    """By Ctrl+L, and everything that follows from it."""
    press(program, Qt.Key.Key_L)
    assert program.core.vault.is_locked


def press(program: Program, key: Qt.Key) -> None:
    window = QApplication.activeWindow()
    if window is None:
        window = program.desktop.window
        window.activateWindow()
        program.settle()
    QTest.keyClick(window, key, CONTROL)
    program.settle()


def unlock(program: Program, qtbot: QtBot, typed: str = PASSPHRASE) -> None:
    screen = lock_screen(program)
    QTest.keyClicks(screen.secret.field, typed)
    QTest.keyClick(screen.secret.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not program.core.vault.is_locked, timeout=10_000)
    program.settle()


def todays_panel(program: Program) -> CheckInPanel:
    panel = program.desktop.screens.panel
    assert panel is not None
    return panel


def begin_typing(panel: CheckInPanel) -> None:
    """Half a check-in, with a note."""
    QTest.keyClicks(panel.form.line, "62")
    panel.form.more.click()
    assert panel.form.fields is not None
    panel.form.fields.note.setPlainText(f"{CANARY} half a note")


def check_ins(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return list(store.check_ins.between(None, None))


@contextmanager
def another_start(program: Program, new_program: NewProgram, **how: object) -> Iterator[Program]:
    program.stop()
    again = new_program()
    again.start(**how)  # type: ignore[arg-type]
    yield again


def test_with_a_passphrase_the_program_starts_locked_and_everything_is_there_once_unlocked(
    program: Program, new_program: NewProgram, qtbot: QtBot
) -> None:
    program.core.check_ins.record(Answer(arousal=42, note="from before"), answers_open_prompt=False)
    set_passphrase(program, qtbot)
    with another_start(program, new_program) as again:
        assert QApplication.focusWidget() is lock_screen(again).secret.field
        unlock(again, qtbot)
        assert [check_in.note for check_in in check_ins(again)] == ["from before"]
        assert not again.desktop.window.shows_lock_screen
        assert again.desktop.window.open_name is ScreenName.TODAY


def test_the_recovery_code_opens_it_too(program: Program, new_program: NewProgram, qtbot: QtBot) -> None:
    code = set_passphrase(program, qtbot)
    with another_start(program, new_program) as again:
        lock_screen(again).other_way.click()
        unlock(again, qtbot, code.lower())


def test_a_wrong_passphrase_is_said_calmly_and_after_some_there_is_a_short_wait(
    protected: Program, qtbot: QtBot
) -> None:
    lock(protected)
    screen = lock_screen(protected)
    for _time in range(3):
        QTest.keyClicks(screen.secret.field, "not this")
        QTest.keyClick(screen.secret.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: screen.news.startswith("This passphrase does not open"), timeout=10_000)
    assert not screen.unlock.isEnabled()
    assert screen.news.endswith("The next try is possible in a moment.")
    protected.clock.pass_time(seconds=2)
    screen.refresh()
    assert screen.unlock.isEnabled()
    screen.secret.empty()
    unlock(protected, qtbot)


def test_what_was_half_typed_is_out_of_sight_and_there_again_where_the_person_was(
    protected: Program, qtbot: QtBot
) -> None:
    panel = todays_panel(protected)
    begin_typing(panel)
    lock(protected)
    assert CANARY not in everything_said()
    unlock(protected, qtbot)
    assert panel.isVisible()
    assert (panel.form.filled().points, panel.form.filled().note) == (62, f"{CANARY} half a note")
    panel.submit()
    assert [check_in.note for check_in in check_ins(protected)] == [f"{CANARY} half a note"]
    assert protected.core.check_ins.draft() is None


@pytest.mark.parametrize("name", [ScreenName.CHART, ScreenName.JOURNAL, ScreenName.CONCEPTS, ScreenName.SETTINGS])
def test_after_unlocking_the_window_is_where_it_was(protected: Program, qtbot: QtBot, name: ScreenName) -> None:
    window = protected.desktop.window
    window.open_screen(name)
    lock(protected)
    assert window.shows_lock_screen
    unlock(protected, qtbot)
    assert window.open_name is name
    assert window.screen_of(name).isVisible()


def test_a_half_filled_popup_comes_back_with_what_stood_in_it(protected: Program, qtbot: QtBot) -> None:
    protected.desktop.popups.open()
    begin_typing(protected.popup.panel)
    protected.desktop.locking.lock()
    assert not protected.popup.isVisible()
    assert CANARY not in everything_said()
    unlock(protected, qtbot)
    assert protected.popup.isVisible()
    assert protected.popup.panel.form.filled().note == f"{CANARY} half a note"
    assert todays_panel(protected).form.filled().is_empty


def test_a_check_in_made_while_locked_joins_the_others(protected: Program, qtbot: QtBot) -> None:
    lock(protected)
    lock_screen(protected).check_in.click()
    panel = todays_panel(protected)
    assert QApplication.focusWidget() is panel.form.line
    begin_typing(panel)
    panel.submit()
    assert CANARY not in everything_said()
    press(protected, Qt.Key.Key_L)
    unlock(protected, qtbot)
    assert [check_in.arousal for check_in in check_ins(protected)] == [62]


def test_what_is_typed_while_locked_outlives_a_look_at_support_and_unlocking(
    protected: Program, qtbot: QtBot
) -> None:
    lock(protected)
    lock_screen(protected).check_in.click()
    panel = todays_panel(protected)
    begin_typing(panel)
    window = protected.desktop.window
    window.open_screen(ScreenName.SUPPORT)
    window.leave_support()
    assert panel.form.filled().note == f"{CANARY} half a note"
    press(protected, Qt.Key.Key_L)
    unlock(protected, qtbot)
    assert panel.form.filled().note == f"{CANARY} half a note"


def test_what_is_typed_while_locked_and_left_alone_is_put_away_and_offered_after_unlocking(
    protected: Program, qtbot: QtBot
) -> None:
    lock(protected)
    lock_screen(protected).check_in.click()
    panel = todays_panel(protected)
    begin_typing(panel)
    go_idle(protected)
    assert protected.desktop.window.shows_lock_screen
    assert CANARY not in everything_said()
    unlock(protected, qtbot)
    panel.form.offer.click()
    assert panel.form.filled().note == f"{CANARY} half a note"


def test_a_reminder_that_was_being_edited_is_there_again(protected: Program, qtbot: QtBot) -> None:
    window = protected.desktop.window
    window.open_screen(ScreenName.REMINDERS)
    reminders = window.screen_of(ScreenName.REMINDERS)
    assert isinstance(reminders, RemindersScreen)
    editor = reminders.edit(None)
    assert editor is not None
    editor.more.text.setText(f"{CANARY} again")
    protected.desktop.locking.lock()
    assert CANARY not in everything_said()
    unlock(protected, qtbot)
    editor = reminders._editor
    assert editor is not None
    assert editor.isVisible()
    assert editor.form().text == f"{CANARY} again"
    editor.submit()
    assert [reminder.is_on for reminder in protected.core.reminders.reminders()] == [True]


def test_own_words_that_were_half_typed_are_kept_and_out_of_sight(protected: Program, qtbot: QtBot) -> None:
    protected.desktop.window.open_screen(ScreenName.SETTINGS)
    (row, *_others) = protected.desktop.window.findChildren(AnswerWordsRow)
    row.label_field.setFocus()
    QTest.keyClicks(row.label_field, CANARY)
    lock(protected)
    assert CANARY not in everything_said()
    unlock(protected, qtbot)
    assert row.label_field.text() == CANARY
    assert protected.core.check_in_setup.words() == {"zone.above.label": CANARY}


def test_a_half_written_reflection_is_there_again(protected: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "reflection_card" in protected.desktop.screens._today.screen.__dict__, timeout=10_000)
    card = protected.desktop.screens._today.screen.reflection_card
    card.write.click()
    card.field.setPlainText(f"{CANARY} is what I thought of")
    lock(protected)
    assert CANARY not in everything_said()
    unlock(protected, qtbot)
    assert card.isVisible()
    assert card.field.isVisible()
    assert card.field.toPlainText() == f"{CANARY} is what I thought of"


def test_a_locked_program_holds_no_word_of_theirs(protected: Program, qtbot: QtBot, tmp_path: Path) -> None:
    window = live_with_it(protected, tmp_path)
    assert CANARY in everything_said()  # so that this test knows how to look
    lock(protected)
    said = [line for line in everything_said().splitlines() if CANARY.lower() in line.lower()]
    assert said == []
    assert {top.windowTitle() for top in QApplication.topLevelWidgets() if top.isVisible()} == {"Companion"}
    for name in (ScreenName.TODAY, ScreenName.SETTINGS, ScreenName.SUPPORT):
        window.open_screen(name)
        assert CANARY not in everything_said()
    press(protected, Qt.Key.Key_L)
    unlock(protected, qtbot)
    window.open_screen(ScreenName.JOURNAL)
    assert CANARY in everything_said()


def live_with_it(program: Program, folder: Path) -> MainWindow:
    """Notes, names, own words, a note of their own, something searched: all on some screen."""
    core, window = program.core, program.desktop.window
    (folder / "notes").mkdir()
    (folder / "notes" / f"{CANARY}.md").write_text(f"# {CANARY}\n\nWhat {CANARY} means to me.\n")
    core.check_in_setup.put_words("zone.above.label", f"Like {CANARY}")
    core.preferences.change(note_folders=(str(folder / "notes"),))
    context = Context(people=(f"{CANARY} Smith",), places=(f"{CANARY} street",))
    told = Answer(81, Zone.ABOVE, note=f"{CANARY} came by", tags=(CANARY,), context=context)
    core.check_ins.record(told, answers_open_prompt=False)
    core.journal.note_life_event(CANARY, f"{CANARY} moved away", experienced_at=None)
    for name in ScreenName:
        window.open_screen(name)
        program.settle()
    concepts = window.screen_of(ScreenName.CONCEPTS)
    assert isinstance(concepts, ConceptsScreen)
    window.open_screen(ScreenName.CONCEPTS)
    concepts.search(CANARY)
    concepts._on_filter_returned()
    window.open_screen(ScreenName.JOURNAL)
    journal = window.screen_of(ScreenName.JOURNAL)
    assert isinstance(journal, JournalScreen)
    journal.list.setCurrentIndex(journal.list.model().index(1, 0))
    journal.side.open_tags()
    journal.tools.search.setText(CANARY)
    journal.toast.say(f"{CANARY} was renamed")
    program.desktop.window.toast.say(f"{CANARY} too")
    return window


def test_dialogs_and_menus_end_with_locking_and_answer_nothing(protected: Program, qtbot: QtBot) -> None:
    card = privacy_card(protected)
    card.buttons[Task.CHANGE].click()
    dialog = card.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.current.field, PASSPHRASE)
    menu = QMenu()
    menu.addAction(CANARY)
    menu.popup(protected.desktop.window.pos())
    protected.desktop.locking.lock()
    assert not menu.isVisible()
    assert card.dialog is None
    assert [top for top in QApplication.topLevelWidgets() if top.isVisible()] == [protected.desktop.window]
    unlock(protected, qtbot)


def test_without_a_passphrase_there_is_nothing_to_lock_with_and_it_says_so(program: Program) -> None:
    press(program, Qt.Key.Key_L)
    assert not program.core.vault.is_locked
    assert "There is no passphrase yet" in everything_said()


def go_idle(program: Program) -> None:
    """Nobody touches it for as long as the settings say."""
    minutes = program.core.preferences.settings.lock_after_minutes
    program.clock.pass_time(minutes=minutes)
    program.desktop.locking._idle.look()
    program.settle()


def test_it_locks_when_nobody_touches_it(protected: Program) -> None:
    protected.core.preferences.change(lock_after_minutes=5)
    protected.clock.pass_time(minutes=4)
    QTest.keyClick(protected.desktop.window.windowHandle(), Qt.Key.Key_Shift)
    protected.clock.pass_time(minutes=4)
    protected.desktop.locking._idle.look()
    assert not protected.core.vault.is_locked
    go_idle(protected)
    assert protected.core.vault.is_locked


def test_it_does_not_where_the_person_wants_it_to_stay_open(protected: Program) -> None:
    protected.core.preferences.change(lock_after_minutes=0)
    assert not protected.desktop.locking._idle.is_watching


@pytest.mark.parametrize(
    ("setting", "sign"),
    [
        ("lock_on_sleep", lambda program: program.desktop.background._wake_watcher._on_prepare_for_sleep(True)),
        ("lock_with_screen", lambda program: program.desktop.locking._screen_lock.locked.emit()),
    ],
)
@pytest.mark.parametrize("is_wanted", [True, False])
def test_it_locks_with_the_computer_where_that_is_wanted(
    protected: Program, setting: str, sign: Callable[[Program], None], is_wanted: bool
) -> None:
    protected.core.preferences.change(**{setting: is_wanted})
    sign(protected)
    assert protected.core.vault.is_locked is is_wanted


def test_while_the_store_is_written_anew_a_check_in_is_possible_and_joins(program: Program, qtbot: QtBot) -> None:
    security = program.desktop.locking.security
    told: list[object] = []
    security.protect(PASSPHRASE, OlderCopies.REENCRYPT, told.append)
    qtbot.waitUntil(lambda: security.is_rewriting, timeout=10_000)
    assert program.desktop.window.shows_lock_screen
    program.core.check_ins.record(Answer(arousal=17), answers_open_prompt=False)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert [check_in.arousal for check_in in check_ins(program)] == [17]
    assert not program.desktop.window.shows_lock_screen


def test_a_code_that_came_while_the_person_was_elsewhere_waits(program: Program, qtbot: QtBot) -> None:
    card = privacy_card(program)
    card.buttons[Task.SET].click()
    assert card.dialog is not None
    for field in (card.dialog.new, card.dialog.again):
        QTest.keyClicks(field.field, PASSPHRASE)
    card.dialog.submit()
    qtbot.waitUntil(lambda: program.desktop.locking.security.is_rewriting, timeout=10_000)
    lock_screen(program).check_in.click()
    qtbot.waitUntil(lambda: not program.desktop.locking.security.is_locked, timeout=10_000)
    assert todays_panel(program).isVisible()
    assert "Its recovery code waits in Settings." in everything_said()
    program.desktop.window.open_screen(ScreenName.SETTINGS)
    assert card.code_dialog is not None
    assert card.code_dialog.isVisible()
    card.code_dialog.reject()
    assert card.news.startswith("If you did not keep the recovery code")


def test_a_reminder_comes_neutrally_while_locked_by_a_passphrase(protected: Program, qtbot: QtBot) -> None:
    protected.core.reminders.add(FixedTimes((9 * 60,)))
    lock(protected)
    protected.pass_time(hours=1)
    assert list(protected.notifier.shown.values()) == [build_invitation(may_snooze=True)]
    protected.notifier.press(CHECK_IN_ACTION)
    protected.popup.panel.form.line.put(33)
    protected.popup.panel.submit()
    protected.popup.close()
    unlock(protected, qtbot)
    assert [check_in.arousal for check_in in check_ins(protected)] == [33]


def test_a_reminder_on_the_screen_with_a_text_of_their_own_becomes_neutral(protected: Program) -> None:
    protected.core.preferences.change(lock_after_minutes=0)
    reminder = protected.core.reminders.add(FixedTimes((9 * 60,)))
    protected.core.check_in_setup.put_words(own_text_name(reminder.id), CANARY)
    protected.pass_time(hours=1)
    (shown,) = protected.notifier.shown.values()
    assert shown.text == CANARY
    lock(protected)
    assert list(protected.notifier.shown.values()) == [build_invitation(may_snooze=True)]


@pytest.mark.parametrize("message", list(Message)[:2])
def test_started_for_the_tray_or_a_check_in_it_is_locked_too(
    protected: Program, new_program: NewProgram, message: Message
) -> None:
    with another_start(protected, new_program, message=message, hidden=message is Message.SHOW) as again:
        assert again.core.vault.is_locked
        again.desktop.popups.open()
        again.popup.panel.form.line.put(12)
        again.popup.panel.submit()
        assert again.popup.shows_card
        again.popup.close()


def test_doing_without_the_passphrase_leaves_everything_open_and_there(
    protected: Program, new_program: NewProgram, qtbot: QtBot
) -> None:
    protected.core.check_ins.record(Answer(arousal=42), answers_open_prompt=False)
    card = privacy_card(protected)
    card.buttons[Task.REMOVE].click()
    assert card.dialog is not None
    QTest.keyClicks(card.dialog.current.field, PASSPHRASE)
    QTest.keyClick(card.dialog.current.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.news == "There is no passphrase any more.", timeout=10_000)
    with another_start(protected, new_program) as again:
        assert [check_in.arousal for check_in in check_ins(again)] == [42]
