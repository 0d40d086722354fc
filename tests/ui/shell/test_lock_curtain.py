"""Out of sight and back: windows, dialogs, menus, and the lines about what just happened."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.shell.lock_curtain import LockCurtain
from companion.ui.theme.theme import Theme
from companion.ui.widgets.toast import Toast
from tests.support.everything_said import everything_said

CANARY = "Quetzalcoatlus"


@pytest.fixture
def curtain() -> LockCurtain:
    return LockCurtain()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def a_dialog(window: QWidget, qtbot: QtBot) -> QDialog:
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QLabel(CANARY))
    dialog.open()
    return dialog


def on_screen() -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def test_every_window_goes_and_none_is_closed(curtain: LockCurtain, window: QWidget, qtbot: QtBot) -> None:
    dialog = a_dialog(window, qtbot)
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    curtain.hide_every_window()
    assert on_screen() == []
    assert ended == []


def test_dialogs_come_back_once(curtain: LockCurtain, window: QWidget, qtbot: QtBot) -> None:
    dialog = a_dialog(window, qtbot)
    curtain.hide_every_window()
    window.show()
    curtain.show_dialogs_again()
    assert dialog.isVisible()
    dialog.reject()
    curtain.show_dialogs_again()
    assert not dialog.isVisible()


def test_a_dialog_that_went_for_good_meanwhile_does_not_come_back(
    curtain: LockCurtain, window: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(window, qtbot)
    dialog.finished.connect(dialog.deleteLater)
    curtain.hide_every_window()
    dialog.reject()
    everything_said()  # and it is gone
    curtain.show_dialogs_again()
    assert on_screen() == []


def test_a_menu_goes_too(curtain: LockCurtain, window: QWidget) -> None:
    menu = QMenu(window)
    menu.addAction(CANARY)
    menu.popup(window.pos())
    curtain.hide_every_window()
    assert not menu.isVisible()


@pytest.mark.parametrize("is_hidden_first", [False, True])
def test_put_away_dialogs_end_as_by_escape(
    is_hidden_first: bool, curtain: LockCurtain, window: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(window, qtbot)
    if is_hidden_first:
        curtain.hide_every_window()
    with qtbot.waitSignal(dialog.rejected):
        curtain.put_away()
    curtain.show_dialogs_again()
    assert not dialog.isVisible()


def test_put_away_the_window_stays(curtain: LockCurtain, window: QWidget) -> None:
    curtain.put_away()
    assert on_screen() == [window]


def test_what_was_said_last_is_not_to_be_found_also_in_a_hidden_window(
    curtain: LockCurtain, window: QWidget, theme: Theme
) -> None:
    toast = Toast(window, theme)
    toast.say(f"{CANARY} was renamed", "Undo", lambda: None)
    window.hide()
    curtain.put_away()
    assert CANARY not in everything_said()


def test_a_field_that_keeps_when_it_is_left_keeps_now(curtain: LockCurtain, window: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    QTest.keyClicks(field, "half")
    with qtbot.waitSignal(field.editingFinished):
        curtain.finish_typing()


def test_a_program_with_nothing_on_the_screen_is_left_alone(curtain: LockCurtain) -> None:
    curtain.finish_typing()
    curtain.hide_every_window()
    curtain.put_away()
    assert on_screen() == []
