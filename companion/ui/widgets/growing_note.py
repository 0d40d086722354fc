"""A field for a note that begins with one line and grows with what is written."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from companion.ui.theme.theme import Theme

_MOST_LINES = 8


class GrowingNote(QPlainTextEdit):
    """As high as its text, from one line to eight; beyond that it scrolls. Tab goes on to the next field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        theme.changed.connect(self.updateGeometry)
        self._on_size_changed()

    def sizeHint(self) -> QSize:
        """The height of its lines, and of what lies around them."""
        lines = min(_MOST_LINES, max(1, self._lines))
        text = lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        around = self.contentsMargins()
        return QSize(super().sizeHint().width(), math.ceil(text) + around.top() + around.bottom())

    def minimumSizeHint(self) -> QSize:
        """It is never cut; what does not fit scrolls in it."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, it has more lines."""
        super().resizeEvent(event)
        self._on_size_changed()

    @property
    def _lines(self) -> int:
        """How many lines there are at this width, counted up to one more than are shown."""
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid() and lines <= _MOST_LINES:
            layout.blockBoundingRect(block)  # Qt breaks a block into lines only when it is asked for them
            lines += block.lineCount()
            block = block.next()
        return lines

    def _on_size_changed(self) -> None:
        # Left alone, Qt would show a bar while it still grows, which makes it narrower, and so higher.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._lines > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()
