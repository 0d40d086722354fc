"""A rating's two ends stand at the ends of its line, whatever they are called and from wherever it is read."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from companion.presentation.checkin_form import arousal_words
from companion.ui.theme.theme import Theme
from companion.ui.widgets.rating_field import RatingField

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize(
    ("direction", "low", "high"),
    [(Qt.LayoutDirection.LeftToRight, LEFT, RIGHT), (Qt.LayoutDirection.RightToLeft, RIGHT, LEFT)],
)
def test_each_end_is_at_its_end_of_the_line(
    direction: Qt.LayoutDirection, low: Qt.AlignmentFlag, high: Qt.AlignmentFlag, theme: Theme, qtbot: QtBot
) -> None:
    field = RatingField(arousal_words(), theme)
    qtbot.addWidget(field)
    field.setLayoutDirection(direction)
    ends = [made.alignment() for made in (field._low, field._high)]
    assert ends == [side | Qt.AlignmentFlag.AlignAbsolute for side in (low, high)]
