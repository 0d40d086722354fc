"""What a screen reader meets at a line that has no value yet: a slider without one, that can be given its first."""

from typing import Protocol, cast

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from companion.domain.input_method import InputMethod
from companion.ui.theme.voices import speak_with


class MaybeEmpty(Protocol):
    """A slider that can be without a value."""

    @property
    def points(self) -> int | None: ...

    def start(self, method: InputMethod) -> None:
        """Places the handle in the middle."""


def speak_for(kind: type[QWidget]) -> None:
    """From now on widgets of that class are without value to a reader while their `points` are None."""
    speak_with(kind, _voice_of)


def change_voice(line: QWidget) -> None:
    """Call when a line got its first value or lost it: the next reader meets the interface that fits."""
    known = QAccessible.queryAccessibleInterface(line)
    if known is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


class _EmptyLineVoice(QAccessibleWidget):
    """More and less begin in the middle, as the first arrow key does; from then on Qt's own interface answers.

    It has no value interface on purpose: that would have to be a number, and a reader could not tell it from zero.
    """

    def __init__(self, line: QWidget) -> None:
        super().__init__(line, QAccessible.Role.Slider)

    def actionNames(self) -> list[str]:
        """What can be done with it."""
        return [self.increaseAction(), self.decreaseAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Does one of them."""
        if name in (self.increaseAction(), self.decreaseAction()):
            cast(MaybeEmpty, self.widget()).start(InputMethod.ASSISTIVE)
        else:
            super().doAction(name)


def _voice_of(line: QWidget) -> QAccessibleInterface | None:
    """Qt's own slider interface always has a value, so the empty line gets one that has none."""
    return None if cast(MaybeEmpty, line).points is not None else _EmptyLineVoice(line)
