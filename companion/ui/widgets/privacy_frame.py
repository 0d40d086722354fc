"""What dialogs in words have in common: a column that fits the screen, buttons below it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QPushButton, QScrollBar, QVBoxLayout, QWidget

from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT, WIDE
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading

WIDTH = 440
OF_SCREEN = 0.9
FOR_BAR = 14


class PrivacyFrame:
    """Lays a dialog out: `title`, what is added, then what stands below and never scrolls out of sight."""

    def __init__(self, dialog: QDialog, theme: Theme, title: str) -> None:
        self._dialog = dialog
        self._theme = theme
        dialog.setWindowTitle("Companion")
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, FOR_BAR, 0)
        self.column.setSpacing(SNUG)
        self.column.addWidget(heading(title))
        self._scroll = FittingScroll(content)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(WIDE, WIDE, WIDE - FOR_BAR, ROOM + TIGHT)
        layout.setSpacing(ROOM)
        layout.addWidget(self._scroll, 1)
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, 0, FOR_BAR, 0)
        self.below.setSpacing(SNUG)
        layout.addLayout(self.below)

    @property
    def scroll_bar(self) -> QScrollBar:
        """Scrolls what is above the buttons."""
        return self._scroll.verticalScrollBar()

    def add_buttons(self, buttons: Iterable[QPushButton]) -> None:
        """A row of buttons below, which wraps where there is little room."""
        row = FlowLayout()
        row.setSpacing(TIGHT)
        for button in buttons:
            row.addWidget(button)
        self.below.addLayout(row)

    def fit(self) -> None:
        """Takes the height that what is shown needs, as far as the screen has it."""
        dialog = self._dialog
        self._scroll.updateGeometry()
        layout = dialog.layout()
        if layout is not None:
            layout.activate()  # the rows within it still know the height of what they said before
        room = dialog.screen().availableSize() * OF_SCREEN
        width = min(max(self._theme.px(WIDTH), dialog.minimumSizeHint().width()), room.width())
        dialog.resize(width, min(dialog.heightForWidth(width), room.height()))
