"""A page: its parts from top to bottom, scrolling where the window is too small for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from companion.ui.theme.theme import Theme


class Page(QScrollArea):
    """Add parts, then `finish`. `widest` keeps lines readable on large screens, in pixels; 0 sets no bound."""

    def __init__(self, theme: Theme, widest: int = 0) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setObjectName("page")
        self._column = QWidget()
        if widest:
            self._column.setMaximumWidth(round(widest * theme.text_scale))
        self._parts = QVBoxLayout(self._column)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(16)
        outer = QHBoxLayout(sheet)
        outer.setContentsMargins(30, 24, 30, 24)
        outer.addWidget(self._column, 1)
        if widest:
            outer.addStretch(0)
        self.setWidget(sheet)

    def add(self, part: QWidget, alignment: Qt.AlignmentFlag | None = None) -> None:
        """Adds a widget below the others."""
        if alignment is None:
            self._parts.addWidget(part)
        else:
            self._parts.addWidget(part, 0, alignment)

    def add_row(self, row: QLayout, stretch: int = 0) -> None:
        """Adds a layout below the others."""
        self._parts.addLayout(row, stretch)

    def finish(self) -> None:
        """Everything is added: what room is left stays empty at the bottom."""
        self._parts.addStretch(1)
