"""Keys as a keyboard sends them to a native window, held ones too."""

import itertools

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
_times = itertools.count(1_000, 50)


def hold(widget: QWidget, key: Qt.Key, text: str = "") -> bool:
    """Sends `widget` a press that a held key repeats; True if it was taken."""
    repeat = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, True)
    QApplication.sendEvent(widget, repeat)
    return repeat.isAccepted()


def press_on_window(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Presses and releases a key as the desktop does: the native window gets it first."""
    key_down(window, key, modifiers)
    key_up(window, key, modifiers)


def key_down(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key goes down."""
    _send(window, QEvent.Type.KeyPress, key, modifiers, next(_times))


def key_up(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key goes up."""
    _send(window, QEvent.Type.KeyRelease, key, modifiers, next(_times))


def hold_on_window(window: QWidget, key: Qt.Key, *, marked: bool = True) -> None:
    """What a key that is held down sends once: release and press in the same instant, sometimes not `marked` so."""
    time = next(_times)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        _send(window, kind, key, NONE, time, is_repeat=marked)


def _send(
    window: QWidget,
    kind: QEvent.Type,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    time: int,
    is_repeat: bool = False,
) -> None:
    is_text = key < Qt.Key.Key_Escape and modifiers == NONE
    event = QKeyEvent(kind, key, modifiers, chr(key).lower() if is_text else "", is_repeat)
    event.setTimestamp(time)
    QApplication.sendEvent(window.windowHandle(), event)
