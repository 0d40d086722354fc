"""The overview of all keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from companion.presentation.keys import KeyGroup, key_groups
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT
from companion.ui.widgets.labels import label

KEYS, WORDS = range(2)
SHARE_OF_KEYS, SHARE_OF_WORDS = 2, 5


class KeysTable(QWidget):
    """Each key and what it does."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SNUG)
        for group in key_groups():
            self._add(group)

    def _add(self, group: KeyGroup) -> None:
        if self._column.count():
            self._column.addSpacing(SNUG)
        self._column.addWidget(label(group.title, "small", "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROOM)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(KEYS, SHARE_OF_KEYS)
        grid.setColumnStretch(WORDS, SHARE_OF_WORDS)
        for row, line in enumerate(group.lines):
            grid.addWidget(label(line.keys, "body", "accent"), row, KEYS, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(line.does), row, WORDS)
        self._column.addLayout(grid)
