"""The overview of keys: all of them are there, and any usual key closes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.presentation.keys import key_groups
from companion.ui.theme.theme import Theme
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.keys_dialog import KeysDialog


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> KeysDialog:
    made = KeysDialog(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_key_stands_there_with_what_it_does(dialog: KeysDialog) -> None:
    said = {words.text() for words in dialog.findChildren(QLabel) if words.isVisible()}
    for group in key_groups():
        assert {group.title, *(text for line in group.lines for text in line)} <= said


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_it_closes_by_keyboard(dialog: KeysDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog, key)
    assert not dialog.isVisible()


def test_what_is_out_of_sight_is_scrolled_to_by_keyboard(dialog: KeysDialog) -> None:
    dialog.resize(440, 300)
    QApplication.processEvents()
    area = dialog.findChild(FittingScroll)
    assert isinstance(area, FittingScroll)
    bar = area.verticalScrollBar()
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(focused, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(focused, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_with_large_text_it_stays_on_the_screen(dialog: KeysDialog, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 200)
    dialog.hide()
    dialog.show()
    room = dialog.screen().availableSize()
    assert dialog.height() <= room.height()
    assert dialog.rect().contains(dialog.close_button.geometry())
    theme.apply(Look.LIGHT)
