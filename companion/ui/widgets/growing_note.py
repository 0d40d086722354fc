"""A field for a note that begins with one line and grows with what is written."""

import math

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from companion.ui.theme.theme import Theme

_MOST_LINES = 8


class GrowingNote(QPlainTextEdit):
    """As high as its text, from one line to eight; beyond that it scrolls. Tab goes on to the next field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The height of its lines, and of what lies around them."""
        lines = min(_MOST_LINES, max(1, math.ceil(self.document().size().height())))
        text = lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        around = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), math.ceil(text) + around)

    def minimumSizeHint(self) -> QSize:
        """It is never cut; what does not fit scrolls in it."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
