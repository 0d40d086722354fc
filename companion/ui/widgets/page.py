"""A page: its parts from top to bottom, scrolling where the window is too small for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, WIDE
from companion.ui.theme.voices import speak_of_scroll_areas

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

SIDE_MARGIN, NARROW_MARGIN = 30, 12
NARROW_BELOW = 560


class Page(QScrollArea):
    """Add parts, then `finish`. `widest` keeps lines readable on large screens, in pixels at 100 %; 0 sets no bound.

    It takes the keyboard only where a screen gives it: then arrow and page keys scroll, and Tab goes to the first
    control. `name` is what readers then say.
    """

    def __init__(self, theme: Theme, widest: int = 0, name: str = "") -> None:
        super().__init__()
        speak_of_scroll_areas()
        self._theme = theme
        self._widest = widest
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        sheet = QWidget()
        sheet.setObjectName("page")
        self._column = QWidget()
        self._parts = QVBoxLayout(self._column)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(ROOM)
        self._sheet = QHBoxLayout(sheet)
        self._sheet.addWidget(self._column, 1)
        if widest:
            self._sheet.addStretch(0)
        self.setWidget(sheet)
        theme.changed.connect(self._fit)
        self._fit()

    def add(self, part: QWidget, alignment: Qt.AlignmentFlag | None = None) -> None:
        """Adds a widget below the others."""
        if alignment is None:
            self._parts.addWidget(part)
        else:
            self._parts.addWidget(part, 0, alignment)

    def add_together(self, *parts: QWidget | QLayout) -> None:
        """Adds what belongs together, such as a field below its name: closer to one another than to the others."""
        group = QVBoxLayout()
        group.setSpacing(HAIR)
        for part in parts:
            if isinstance(part, QLayout):
                group.addLayout(part)
            else:
                group.addWidget(part)
        self._parts.addLayout(group)

    def add_row(self, row: QLayout, stretch: int = 0) -> None:
        """Adds a layout below the others."""
        self._parts.addLayout(row, stretch)

    def finish(self) -> None:
        """Everything is added: what room is left stays empty at the bottom."""
        self._parts.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the margins give way."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        side = NARROW_MARGIN if self.width() < self._theme.px(NARROW_BELOW) else SIDE_MARGIN
        self._sheet.setContentsMargins(side, WIDE, side, WIDE)
        if self._widest:
            self._column.setMaximumWidth(self._theme.px(self._widest))
