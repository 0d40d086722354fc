"""A button whose words go on in the next line where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class WrappedButton(QPushButton):
    """Looks like any other button of its role; at its narrowest it is as wide as its longest word."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)  # Qt's own never becomes narrower than its words
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # fixed would be the height of one line
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Narrow, it grows downwards."""
        longest = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
        return QSize(longest + self._edges + 1, super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The height of all its lines at that width."""
        more = len(self._lines(width)) - 1
        return self.sizeHint().height() + max(0, more) * self.fontMetrics().lineSpacing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As its style draws it, with its words in lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(self._lines(self.width()))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    @property
    def _edges(self) -> int:
        """What is left and right of its words, in pixels."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def _lines(self, width: int) -> list[str]:
        room, lines = width - self._edges, [""]
        for word in self.text().split():
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or self.fontMetrics().horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
