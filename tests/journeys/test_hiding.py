"""Everything out of sight at once, and how it comes back: with and without a passphrase, with and without a tray."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from companion.presentation.invitation import CHECK_IN_ACTION
from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program
from tests.journeys.test_locking import lock_screen, privacy_card, set_passphrase, unlock

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(program: Program, qtbot: QtBot) -> Program:
    """The program with its window and the quick check-in on the screen."""
    program.desktop.popups.open()
    qtbot.waitUntil(program.popup.isActiveWindow)
    return program


def on_screen() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def hide(program: Program) -> None:
    window = QApplication.activeWindow()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_H, CONTROL)


def test_one_key_takes_every_window_off_the_screen_also_without_a_passphrase(shown: Program) -> None:
    assert len(on_screen()) == 2
    hide(shown)
    assert on_screen() == []
    shown.settle()
    assert not shown.core.vault.is_locked


def test_with_a_passphrase_it_locks_once_everything_is_out_of_sight(program: Program, qtbot: QtBot) -> None:
    set_passphrase(program, qtbot)
    program.desktop.show_window()
    qtbot.waitUntil(program.desktop.window.isActiveWindow)
    hide(program)
    assert on_screen() == []
    qtbot.waitUntil(lambda: program.core.vault.is_locked)
    program.desktop.show_window()
    assert program.desktop.window.shows_lock_screen
    unlock(program, qtbot)
    assert program.desktop.window.open_name is ScreenName.SETTINGS


@pytest.mark.parametrize(
    "come_back",
    [
        lambda program: program.desktop.background.tray.open_requested.emit(),
        lambda program: program.desktop.instance.window_wanted.emit(""),
    ],
    ids=["the tray's Open", "a second start"],
)
def test_it_comes_back(shown: Program, come_back: Callable[[Program], None]) -> None:
    hide(shown)
    come_back(shown)
    assert on_screen() == [shown.desktop.window]


def test_a_reminders_button_brings_the_check_in_back_and_nothing_else(shown: Program) -> None:
    hide(shown)
    shown.notifier.acted.emit("none", CHECK_IN_ACTION, "")
    assert on_screen() == [shown.popup]
    shown.popup.close()


def test_without_a_tray_the_program_goes_on_and_a_second_start_brings_it_back(
    shown: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(shown.desktop, "quit", lambda: ended.append(True))
    assert not shown.desktop.background.is_in_tray
    hide(shown)
    shown.desktop.popups.open()
    shown.popup.close()
    assert ended == []
    shown.desktop.instance.window_wanted.emit("")
    assert shown.desktop.window.isVisible()


def test_without_a_tray_closing_the_window_by_its_frame_ends_the_program_once_it_came_back(
    shown: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(shown.desktop, "quit", lambda: ended.append(True))
    assert not shown.desktop.background.is_in_tray
    hide(shown)
    assert ended == []
    shown.desktop.instance.window_wanted.emit("")
    shown.desktop.window.close()
    assert ended == [True]


def test_a_dialog_that_stood_open_comes_back_with_the_window(program: Program, qtbot: QtBot) -> None:
    card = privacy_card(program)
    next(iter(card.buttons.values())).click()
    dialog = card.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.new.field, "half a pass")
    hide(program)
    assert on_screen() == []
    program.settle()
    program.desktop.show_window()
    assert dialog.isVisible()
    assert dialog.new.typed == "half a pass"
    dialog.reject()


def test_over_a_text_field_the_keys_hide_and_type_nothing(program: Program, qtbot: QtBot) -> None:
    set_passphrase(program, qtbot)
    program.desktop.show_window()
    qtbot.waitUntil(program.desktop.window.isActiveWindow)
    program.desktop.locking.lock()
    field = lock_screen(program).secret.field
    QTest.keyClicks(field, "lantern")
    QTest.keyClick(field, Qt.Key.Key_H, CONTROL)
    assert on_screen() == []
    program.desktop.show_window()
    assert field.text() == ""
