"""The keys that lock and hide work in every window, once for each press."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.shell.lock_keys import LockKeys

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def keys(qapp: object) -> Iterator[LockKeys]:
    made = LockKeys()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def heard(keys: LockKeys) -> list[str]:
    said: list[str] = []
    keys.hide_wanted.connect(lambda: said.append("hide"))
    keys.lock_wanted.connect(lambda: said.append("lock"))
    return said


def shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, CONTROL)


def test_each_is_heard_once(heard: list[str], qtbot: QtBot) -> None:
    window = shown(QWidget(), qtbot)
    press(window, Qt.Key.Key_H)
    press(window, Qt.Key.Key_L)
    assert heard == ["hide", "lock"]


def test_with_two_windows_on_the_screen_too(heard: list[str], qtbot: QtBot) -> None:
    shown(QWidget(), qtbot)
    second = shown(QWidget(), qtbot)
    press(second, Qt.Key.Key_H)
    assert heard == ["hide"]


def test_in_a_dialog_that_bars_the_window_behind_it(heard: list[str], qtbot: QtBot) -> None:
    window = shown(QWidget(), qtbot)
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    press(dialog, Qt.Key.Key_H)
    assert heard == ["hide"]
    dialog.reject()


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_in_a_text_field_nothing_is_typed_or_deleted(
    field: type[QLineEdit] | type[QPlainTextEdit], heard: list[str], qtbot: QtBot
) -> None:
    window, made = QWidget(), field()
    QVBoxLayout(window).addWidget(made)
    shown(window, qtbot)
    made.setFocus()
    QTest.keyClicks(made, "pebble")
    press(window, Qt.Key.Key_H)
    press(window, Qt.Key.Key_L)
    assert heard == ["hide", "lock"]
    assert (made.text() if isinstance(made, QLineEdit) else made.toPlainText()) == "pebble"


def test_while_a_menu_is_open(heard: list[str], qtbot: QtBot) -> None:
    window = shown(QWidget(), qtbot)
    menu = QMenu(window)
    menu.addAction("one")
    menu.popup(window.pos())
    QTest.keyClick(menu, Qt.Key.Key_H, CONTROL)
    menu.close()
    assert heard == ["hide"]


def test_a_window_that_comes_back_has_them_once(heard: list[str], qtbot: QtBot) -> None:
    window = shown(QWidget(), qtbot)
    shown(QWidget(), qtbot).close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_H)
    assert heard == ["hide"]


def test_after_the_end_no_window_gets_them(qtbot: QtBot) -> None:
    keys = LockKeys()
    keys.start()
    keys.stop()
    window = shown(QWidget(), qtbot)
    with qtbot.assertNotEmitted(keys.hide_wanted):
        press(window, Qt.Key.Key_H)


def test_support_is_asked_for_in_windows_that_do_not_bring_its_key_themselves(keys: LockKeys, qtbot: QtBot) -> None:
    said: list[str] = []
    keys.support_wanted.connect(lambda: said.append("support"))
    own = QWidget()
    own.setProperty("hasSupportKey", True)
    for made in (own, QDialog()):
        window = shown(made, qtbot)
        QTest.keyClick(window, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert said == ["support"]
