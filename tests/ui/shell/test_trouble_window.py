"""Where the store cannot be opened: what happened, what to do, and where to turn."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.presentation.sentences import Words
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.theme.theme import Theme


def opened(theme: Theme, qtbot: QtBot, words: Words) -> TroubleWindow:
    window = TroubleWindow(theme, words)
    qtbot.addWidget(window)
    window.show()
    return window


def texts(window: TroubleWindow) -> list[str]:
    return [found.text() for found in window.findChildren(QLabel) if found.isVisible()]


def test_it_says_what_happened_and_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    window = opened(theme, qtbot, Words("It is locked.", "Unlock it."))
    assert texts(window)[:2] == ["It is locked.", "Unlock it."]
    window.close()


def test_what_it_says_can_be_copied_with_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    window = opened(theme, qtbot, Words("It is locked.", "Unlock it."))
    for text in window.findChildren(QLabel)[:2]:
        assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    window.close()


def test_support_is_on_it_as_on_every_screen(theme: Theme, qtbot: QtBot) -> None:
    window = opened(theme, qtbot, Words("It is locked.", ""))
    assert any("emergency number" in text for text in texts(window))
    window.close()


def test_enter_and_escape_close_it(theme: Theme, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        window = opened(theme, qtbot, Words("It is locked.", ""))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, key)
        assert not window.isVisible()
