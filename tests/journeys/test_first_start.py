"""Somebody who never started the program: four short screens, and straight on to the first check-in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from companion.application.instance_address import Message
from companion.domain.checkin import CheckIn
from companion.presentation.help import Topic
from companion.presentation.privacy import Task
from companion.presentation.welcome import Step
from companion.ui.screens.help import HelpScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.card import Card
from companion.ui.widgets.privacy_card import PrivacyCard
from tests.journeys.conftest import Program
from tests.support.passphrases import PASSPHRASE

NewProgram = Callable[[], Program]


@pytest.fixture
def newcomer(new_program: NewProgram) -> Program:
    """The program, started for the first time."""
    made = new_program()
    made.start(is_newcomer=True)
    made.settle()
    return made


def welcome_of(program: Program) -> WelcomeScreen:
    shown = program.desktop.window.screen_of(ScreenName.WELCOME)
    assert isinstance(shown, WelcomeScreen)
    return shown


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def newest(program: Program) -> CheckIn | None:
    with program.core.vault.reading() as store:
        return store.check_ins.newest()


def is_welcomed(program: Program) -> bool:
    return program.desktop.window.open_name is ScreenName.WELCOME


def test_with_the_keyboard_alone_it_leads_to_the_first_check_in(newcomer: Program) -> None:
    welcome = welcome_of(newcomer)
    assert is_welcomed(newcomer)
    press(Qt.Key.Key_Return)
    assert focused() is welcome.picture
    press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    assert welcome.step is Step.REMINDERS
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "62")
    press(Qt.Key.Key_Return)
    saved = newest(newcomer)
    assert saved is not None
    assert saved.arousal == 62
    assert newcomer.core.reminders.reminders() == []


def test_with_the_mouse_all_of_it_is_skipped_and_it_never_comes_again(
    newcomer: Program, new_program: NewProgram
) -> None:
    QTest.mouseClick(welcome_of(newcomer).skip, Qt.MouseButton.LeftButton)
    assert newcomer.desktop.window.open_name is ScreenName.TODAY
    newcomer.stop()
    later = new_program()
    later.start(is_newcomer=True)
    later.settle()
    assert later.desktop.window.open_name is ScreenName.TODAY


def test_going_elsewhere_is_skipping_but_support_leads_back(newcomer: Program) -> None:
    window = newcomer.desktop.window
    window.open_screen(ScreenName.SUPPORT)
    window.leave_support()
    assert is_welcomed(newcomer)
    assert not newcomer.core.preferences.settings.was_welcomed
    window.open_screen(ScreenName.CONCEPTS)
    assert newcomer.core.preferences.settings.was_welcomed


def test_a_gentle_reminder_is_there_only_while_it_is_wanted(newcomer: Program) -> None:
    welcome = welcome_of(newcomer)
    welcome.show_step(Step.REMINDERS)
    welcome.gentle.switch.click()
    (added,) = newcomer.core.reminders.reminders()
    assert added.is_on
    welcome.gentle.switch.click()
    assert newcomer.core.reminders.reminders() == []


def test_a_passphrase_can_be_set_on_the_way(newcomer: Program, qtbot: QtBot) -> None:
    welcome = welcome_of(newcomer)
    welcome.show_step(Step.PRIVACY)
    welcome.passphrase.click()
    dialog = welcome.desk.dialog
    assert dialog is not None
    for field in (dialog.new, dialog.again):
        field.field.setText(PASSPHRASE)
    dialog.submit()
    qtbot.waitUntil(lambda: welcome.desk.code_dialog is not None, timeout=10_000)
    assert is_welcomed(newcomer)
    assert newcomer.desktop.locking.security.is_protected
    code = welcome.desk.code_dialog
    assert code is not None
    code.reject()


@pytest.mark.parametrize(("message", "hidden"), [(Message.SHOW, True), (Message.CHECK_IN, False)])
def test_a_start_that_is_not_for_the_window_does_not_welcome(
    message: Message, hidden: bool, new_program: NewProgram
) -> None:
    program = new_program()
    program.start(is_newcomer=True, message=message, hidden=hidden)
    program.settle()
    assert not is_welcomed(program)


def test_it_can_be_seen_again_from_help(program: Program) -> None:
    window = program.desktop.window
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = window.screen_of(ScreenName.HELP)
    assert isinstance(shown, HelpScreen)
    assert shown.topic is Topic.ABOUT
    shown.welcome.click()
    assert is_welcomed(program)


def test_what_is_stored_where_names_the_folders_of_this_computer(newcomer: Program) -> None:
    welcome = welcome_of(newcomer)
    welcome.show_step(Step.PRIVACY)
    welcome.table.click()
    window = newcomer.desktop.window
    shown = window.screen_of(ScreenName.HELP)
    assert isinstance(shown, HelpScreen)
    assert shown.topic is Topic.PRIVACY
    press(Qt.Key.Key_Escape)
    assert is_welcomed(newcomer)
    assert welcome.step is Step.PRIVACY


def test_somebody_looks_for_the_passphrase_in_settings_by_keyboard(program: Program) -> None:
    window = program.desktop.window
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    settings = window.screen_of(ScreenName.SETTINGS)
    assert isinstance(settings, SettingsScreen)
    QTest.keyClick(focused(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "set a passph")
    (card,) = (card for card in settings.findChildren(Card) if card.isVisible())
    assert isinstance(card, PrivacyCard)
    press(Qt.Key.Key_Return)
    assert focused() is card.buttons[Task.SET]


def test_settings_lead_to_help_and_to_what_is_set_elsewhere(program: Program) -> None:
    window = program.desktop.window
    settings = window.screen_of(ScreenName.SETTINGS)
    assert isinstance(settings, SettingsScreen)
    opened: list[ScreenName] = []
    window.screen_opened.connect(opened.append)
    for way in (settings.reminders_wanted, settings.help_wanted, settings.welcome_wanted):
        window.open_screen(ScreenName.SETTINGS)
        way.emit()
    assert opened[1::2] == [ScreenName.REMINDERS, ScreenName.HELP, ScreenName.WELCOME]
