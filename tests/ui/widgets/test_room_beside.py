"""Room beside a layout, from either side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.widgets.room_beside import room_after, room_before


@pytest.mark.parametrize(
    ("direction", "before", "after"),
    [(Qt.LayoutDirection.LeftToRight, 4, 14), (Qt.LayoutDirection.RightToLeft, 14, 4)],
)
def test_the_room_changes_sides_with_the_reading_direction(
    qtbot: QtBot, direction: Qt.LayoutDirection, before: int, after: int
) -> None:
    whole, words = QWidget(), QLabel("Noted.")
    qtbot.addWidget(whole)
    column = QVBoxLayout()
    column.addWidget(words)
    outer = QVBoxLayout()
    outer.addLayout(room_after(column, 14))
    whole.setLayout(room_before(outer, 4))
    whole.setLayoutDirection(direction)
    whole.resize(200, 40)
    whole.show()
    assert (words.x(), whole.width() - words.x() - words.width()) == (before, after)
    whole.close()
