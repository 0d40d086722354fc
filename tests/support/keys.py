"""Keys as a keyboard sends them to a native window, held ones too."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def hold(widget: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> bool:
    """Sends `widget` a press that a held key repeats; True if it was taken."""
    repeat = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, True)
    QApplication.sendEvent(widget, repeat)
    return repeat.isAccepted()


def press_on_window(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Presses and releases a key as the desktop does: the native window gets it first."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


def hold_on_window(window: QWidget, key: Qt.Key, text: str = "") -> None:
    """Sends the native window a press that a held key repeats."""
    QApplication.sendEvent(window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, True))
