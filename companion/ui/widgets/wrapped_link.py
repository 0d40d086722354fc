"""A button that looks like a link and goes on in the next line where its words do not fit."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from companion.ui.theme.theme import Theme

LINK_EDGE = 3
_RING = LINK_EDGE - 1
_WRAP = int(Qt.AlignmentFlag.AlignLeading.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value)


class WrappedLink(QAbstractButton):
    """Shows its text in the accent colour, underlined under the pointer, ringed where the keyboard is."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As narrow as its longest word: the layout gives it more, and asks for the height."""
        width = self._longest_word() + 2 * LINK_EDGE
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """The width of its longest word."""
        return QSize(self._longest_word() + 2 * LINK_EDGE, self.fontMetrics().height() + 2 * LINK_EDGE)

    def heightForWidth(self, width: int) -> int:
        """The height of all its lines at that width."""
        return self._lines(width).height() + 2 * LINK_EDGE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, and a ring while it has the keyboard."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._theme.color("accent_deep" if self.isDown() else "accent"))
        room = self.rect().adjusted(LINK_EDGE, LINK_EDGE, -LINK_EDGE, -LINK_EDGE)
        painter.drawText(room, _WRAP, self.text())
        if self.hasFocus():
            words = painter.boundingRect(room, _WRAP, self.text()) & room
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(words.adjusted(-_RING, -_RING, _RING, _RING), 4, 4)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The line below the words appears."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """It goes again."""
        super().leaveEvent(event)
        self.update()

    def _longest_word(self) -> int:
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0) + 1

    def _lines(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - 2 * LINK_EDGE, 1), 1 << 20)
        return self.fontMetrics().boundingRect(room, _WRAP, self.text())
