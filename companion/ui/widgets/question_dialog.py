"""One question before something that cannot be undone; the way back is the one that Enter takes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, WIDE
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label

WIDTH = 400


class QuestionDialog(QDialog):
    """`accepted` means `yes`. Escape and Enter mean `no`."""

    def __init__(self, question: str, detail: str, yes: str, no: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("Companion")
        self.yes, self.no = QPushButton(yes), QPushButton(no)
        self.yes.setAutoDefault(False)
        self.no.setDefault(True)
        self.no.setProperty("role", "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        buttons = FlowLayout()
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SNUG)
        column.addWidget(heading(question))
        column.addWidget(label(detail))
        column.addSpacing(SNUG)
        column.addLayout(buttons)
        self.no.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as lines are read well, as high as its words need, and never larger than the screen."""
        room = self.screen().availableSize() * 0.9
        width = min(self._theme.px(WIDTH), room.width())
        self.resize(QSize(width, min(self._column.totalHeightForWidth(width), room.height())))
        super().showEvent(event)
