"""What a screen reader meets at a line that has no value yet: a slider without one."""

from typing import Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class MaybeEmpty(Protocol):
    """A slider that can be without a value. It keeps `empty_voice`, which Qt does not."""

    empty_voice: QAccessibleInterface | None

    @property
    def points(self) -> int | None: ...


_voices: set[type] = set()


def speak_for(kind: type[QWidget]) -> None:
    """From now on widgets of that class are without value to a reader while their `points` are None."""
    if not _voices:
        QAccessible.installFactory(_voice_of)
    _voices.add(kind)


def change_voice(line: QWidget) -> None:
    """Call when a line got its first value or lost it: the next reader meets the interface that fits."""
    known = QAccessible.queryAccessibleInterface(line)
    if known is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _voice_of(class_name: str, described: QObject) -> QAccessibleInterface | None:
    """Qt's own slider interface always has a value, so the empty line gets a plain one that has none."""
    if type(described) not in _voices:
        return None
    line = cast(MaybeEmpty, described)
    if line.points is not None:
        return None
    line.empty_voice = QAccessibleWidget(cast(QWidget, described), QAccessible.Role.Slider)
    return line.empty_voice
