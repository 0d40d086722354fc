"""The name of a screen in large letters, the first of them whole."""

from math import ceil

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QShowEvent
from PySide6.QtWidgets import QLabel

SOFT_EDGE = 1
_NEW_FONT = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class DisplayTitle(QLabel):
    """Plain text, wrapped. A first letter that reaches to the left of its place, as a J may, is not cut off."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("type", "display")

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the font is known."""
        super().showEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Another font reaches as far as it does."""
        super().changeEvent(event)
        if event.type() in _NEW_FONT:
            self._make_room()

    def _make_room(self) -> None:
        beyond = -QFontMetricsF(self.font()).leftBearing(self.text()[0]) if self.text() else 0.0
        self.setIndent(ceil(beyond) + SOFT_EDGE if beyond > 0 else 0)
