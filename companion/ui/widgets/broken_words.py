"""Text with words that are longer than a line, such as an address of the web."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from companion.ui.widgets.labels import Type


class BrokenWords(QTextBrowser):
    """Shows text as it is and as tall as it gets; a word without room goes on in the next line, where a label's
    would make everything wider. It can be selected and copied."""

    def __init__(self, type: Type) -> None:  # noqa: A002 - the property's name
        super().__init__()
        self._height: tuple[tuple[int, str, int], int] = ((-1, "", -1), 0)
        self.setProperty("type", type)
        self.setProperty("personal", True)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """What it shows."""
        return self.toPlainText()

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        asked = (width, self.font().key(), self.document().revision())
        if self._height[0] != asked:  # layouts ask many times, and a long note takes long
            self._height = (asked, self._measured(width))
        return self._height[1]

    def sizeHint(self) -> QSize:
        """As tall as it is at the width it has."""
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few characters, one line."""
        metrics = self.fontMetrics()
        return QSize(8 * metrics.averageCharWidth(), metrics.lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, it is taller."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _measured(self, width: int) -> int:
        document = QTextDocument()
        document.setDefaultFont(self.font())
        document.setDefaultTextOption(self.document().defaultTextOption())
        document.setDocumentMargin(0)
        document.setPlainText(self.toPlainText())
        document.setTextWidth(width)
        return math.ceil(document.size().height())
