"""What a screen reader meets at a line that has no value yet: a slider without one."""

from typing import Protocol, cast

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from companion.ui.theme.voices import speak_with


class MaybeEmpty(Protocol):
    """A slider that can be without a value."""

    @property
    def points(self) -> int | None: ...


def speak_for(kind: type[QWidget]) -> None:
    """From now on widgets of that class are without value to a reader while their `points` are None."""
    speak_with(kind, _voice_of)


def change_voice(line: QWidget) -> None:
    """Call when a line got its first value or lost it: the next reader meets the interface that fits."""
    known = QAccessible.queryAccessibleInterface(line)
    if known is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _voice_of(line: QWidget) -> QAccessibleInterface | None:
    """Qt's own slider interface always has a value, so the empty line gets a plain one that has none."""
    if cast(MaybeEmpty, line).points is not None:
        return None
    return QAccessibleWidget(line, QAccessible.Role.Slider)
