"""The small window holds one part, and its title says nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.practice_window import PracticeWindow


def test_a_part_is_taken_in_and_given_back(theme: Theme, qtbot: QtBot) -> None:
    window, part = PracticeWindow(theme), QLabel("Breathe")
    qtbot.addWidget(window)
    window.put(part)
    assert (window.part, part.window()) == (part, window)
    window.put(None)
    assert window.part is None
    assert part.parent() is None
    part.deleteLater()


def test_on_top_it_stays_where_it_is(theme: Theme, qtbot: QtBot) -> None:
    window = PracticeWindow(theme)
    qtbot.addWidget(window)
    window.bring_up()
    window.keep_on_top(True)
    assert window.isVisible()
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    window.keep_on_top(False)
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.windowTitle() == "Companion"
    window.close()


def test_support_is_one_key_away(theme: Theme, qtbot: QtBot) -> None:
    window = PracticeWindow(theme)
    qtbot.addWidget(window)
    window.put(QLabel("Breathe"))
    window.bring_up()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.support_wanted):
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    window.close()
