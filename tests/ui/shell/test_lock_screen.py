"""The lock screen: one field, by keyboard alone, and nothing typed stays behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.protection import OlderCopies
from companion.presentation.locking import LockPresenter
from companion.ui.shell.lock_screen import LockScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from tests.support.everything_said import everything_said
from tests.support.passphrases import PASSPHRASE
from tests.support.shell_desk import ShellDesk


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    made = ShellDesk(tmp_path, theme)
    made.protect()
    return made


@pytest.fixture
def screen(desk: ShellDesk, qtbot: QtBot) -> LockScreen:
    desk.security.lock()
    made = LockScreen(LockPresenter(desk.security), desk.theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


@pytest.fixture
def window(desk: ShellDesk, qtbot: QtBot) -> Iterator[MainWindow]:
    made = desk.window()
    qtbot.addWidget(made)
    made.bring_up()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close_for_good()


def type_and_enter(screen: LockScreen, desk: ShellDesk, text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or screen, text)
    QTest.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_Return)
    desk.worker.work()


def test_typing_and_enter_unlock(screen: LockScreen, desk: ShellDesk) -> None:
    type_and_enter(screen, desk, PASSPHRASE)
    assert not desk.security.is_locked


def test_what_did_not_open_it_stays_selected_so_that_it_can_be_looked_at_or_typed_over(
    screen: LockScreen, desk: ShellDesk
) -> None:
    type_and_enter(screen, desk, "not this")
    assert screen.secret.field.selectedText() != ""
    assert screen.secret.typed == "not this"
    assert screen.news.startswith("This passphrase does not open")
    type_and_enter(screen, desk, PASSPHRASE)
    assert not desk.security.is_locked


def test_enter_does_nothing_during_the_wait_and_the_wait_ends_by_itself(
    screen: LockScreen, desk: ShellDesk, qtbot: QtBot
) -> None:
    for _time in range(3):
        type_and_enter(screen, desk, "not this")
    assert not screen.unlock.isEnabled()
    type_and_enter(screen, desk, PASSPHRASE)
    assert desk.security.is_locked
    desk.clock.pass_time(seconds=1)
    with qtbot.waitSignal(screen._waiting.timeout):
        screen._waiting.start(0)
    assert screen.unlock.isEnabled()


def test_another_way_empties_the_field_and_asks_for_the_code(screen: LockScreen) -> None:
    QTest.keyClicks(screen.secret.field, "half")
    screen.other_way.click()
    assert screen.secret.typed == ""
    assert screen.secret.field.accessibleName() == "Recovery code"
    assert QApplication.focusWidget() is screen.secret.field


def test_going_away_leaves_nothing_typed(screen: LockScreen) -> None:
    QTest.keyClicks(screen.secret.field, "Quetzal")
    screen.secret.sight.click()
    screen.hide()
    assert "Quetzal" not in everything_said()


def test_what_is_typed_is_not_spoken(screen: LockScreen) -> None:
    QTest.keyClicks(screen.secret.field, "Quetzal")
    assert "Quetzal" not in everything_said().replace(screen.secret.typed, "", 2)


def test_a_check_in_is_one_step_away(screen: LockScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.check_in_wanted):
        screen.check_in.click()


def test_while_the_store_is_written_anew_there_is_nothing_to_type_and_the_keyboard_is_on_the_check_in(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    desk = ShellDesk(tmp_path, theme)
    desk.security.protect(PASSPHRASE, OlderCopies.REENCRYPT, lambda _outcome: None)
    desk.worker.work()
    made = LockScreen(LockPresenter(desk.security), theme)
    qtbot.addWidget(made)
    made.show()
    assert not made.secret.isVisible()
    assert made.focusProxy() is made.check_in


def test_locked_the_window_shows_it_with_the_keyboard(window: MainWindow, desk: ShellDesk) -> None:
    window.open_screen(ScreenName.REMINDERS)
    window.show_locked(True)
    assert window.shows_lock_screen
    (screen,) = window.findChildren(LockScreen)
    assert QApplication.focusWidget() is screen.secret.field
    assert not any(button.property("open") for button in window.side_bar.buttons.values())


def test_unlocked_it_is_where_it_was(window: MainWindow) -> None:
    window.open_screen(ScreenName.REMINDERS)
    window.show_locked(True)
    window.show_locked(False)
    assert window.open_name is ScreenName.REMINDERS
    assert window.screen_of(ScreenName.REMINDERS).isVisible()


def test_from_support_it_goes_back_to_the_lock_screen(window: MainWindow) -> None:
    window.open_screen(ScreenName.REMINDERS)
    window.show_locked(True)
    window.open_screen(ScreenName.SUPPORT)
    window.leave_support()
    assert window.shows_lock_screen
    window.open_screen(ScreenName.SUPPORT)
    window.show_locked(False)
    assert window.screen_of(ScreenName.SUPPORT).isVisible()
    window.leave_support()
    assert window.open_name is ScreenName.REMINDERS


def test_locked_on_support_it_goes_back_where_the_person_was_once_unlocked(window: MainWindow) -> None:
    window.open_screen(ScreenName.REMINDERS)
    window.open_screen(ScreenName.SUPPORT)
    window.show_locked(True)
    window.show_locked(False)
    window.leave_support()
    assert window.open_name is ScreenName.REMINDERS


def test_back_from_support_never_leads_to_support(window: MainWindow) -> None:
    window.open_screen(ScreenName.SUPPORT)
    window.show_locked(True)
    window.open_screen(ScreenName.SUPPORT)
    window.leave_support()
    window.show_locked(False)
    window.leave_support()
    assert window.open_name is ScreenName.TODAY


def test_somebody_who_checks_in_meanwhile_is_not_taken_away_by_unlocking(window: MainWindow) -> None:
    window.open_screen(ScreenName.REMINDERS)
    window.show_locked(True)
    window.open_screen(ScreenName.TODAY)
    window.show_locked(False)
    assert window.open_name is ScreenName.TODAY


def test_today_leads_to_unlocking(window: MainWindow, desk: ShellDesk, qtbot: QtBot) -> None:
    today = window.screen_of(ScreenName.TODAY)
    desk.security.lock()
    today.refresh()  # type: ignore[attr-defined]
    assert today.unlock.isVisible()  # type: ignore[attr-defined]
    with qtbot.waitSignal(today.unlock_wanted):  # type: ignore[attr-defined]
        today.unlock.click()  # type: ignore[attr-defined]
