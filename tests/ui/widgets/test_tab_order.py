"""Tab goes where it is told to, also to what stands first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.tab_order import tab_through


def test_what_was_made_first_can_come_last(theme: Theme, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    last = QLineEdit(whole)
    one, two, cross = QLineEdit(whole), QLineEdit(whole), QToolButton(whole)
    tab_through(one, two, cross, last)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    one.setFocus()
    reached = []
    for _stop in range(4):
        reached.append(whole.focusWidget())
        QTest.keyClick(whole, Qt.Key.Key_Tab)
    assert reached == [one, two, cross, last]
