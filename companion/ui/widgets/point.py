"""One point of a list: a dot, and words whose second line begins below the first and not below the dot."""

from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from companion.ui.theme.theme import Theme

_INDENT, _MIDDLE, _RADIUS = 14.0, 3.0, 2.0


class Point(QWidget):
    """Begins where its words begin, from the left or the right. The dot is painted: readers hear the words alone."""

    def __init__(self, words: QLabel, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self.setLayoutDirection(_direction_of(words.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(theme.px(_INDENT))
        row.addWidget(words, 1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the middle of the first line."""
        x = self._theme.px(_MIDDLE)
        line = self._words.fontMetrics()
        middle = QPointF(self.width() - x if self.isRightToLeft() else x, line.ascent() - line.xHeight() / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("ink"))
            painter.drawEllipse(middle, self._theme.px(_RADIUS), self._theme.px(_RADIUS))


def _direction_of(words: str) -> Qt.LayoutDirection:
    """Where words begin, which need not be where those of the interface begin."""
    first = next((kind for kind in map(bidirectional, words) if kind in {"L", "R", "AL"}), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft
