"""How a concept shows in the person's own check-ins, counted and as a picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.domain.zone import Zone
from companion.presentation.in_my_check_ins import InMyCheckIns, MomentDot
from companion.ui.theme.theme import Theme
from companion.ui.widgets.mine_card import AnswersInTime, MineCard

MINE = InMyCheckIns(
    ("1 of 14 above",), "asked in the last 30 days", (MomentDot(0.0, Zone.ABOVE), MomentDot(1.0, Zone.BELOW))
)


def drawn(qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection) -> QImage:
    made = AnswersInTime(MINE.dots, theme)
    qtbot.addWidget(made)
    made.setLayoutDirection(direction)
    made.resize(120, 60)
    return made.grab().toImage()


def places_of(image: QImage, colour: QColor) -> set[str]:
    """In which corners that colour is."""
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            if image.pixelColor(x, y) == colour:
                found.add(("top" if y < 30 else "bottom") + ("left" if x < 60 else "right"))
    return found


@pytest.mark.parametrize(
    ("direction", "above", "below"),
    [
        (Qt.LayoutDirection.LeftToRight, "topleft", "bottomright"),
        (Qt.LayoutDirection.RightToLeft, "topright", "bottomleft"),
    ],
)
def test_answers_stand_in_their_lanes_the_oldest_where_reading_begins(
    qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection, above: str, below: str
) -> None:
    image = drawn(qtbot, theme, direction)
    assert places_of(image, theme.color("above")) == {above}
    assert places_of(image, theme.color("below")) == {below}


def test_everything_is_said_in_words_too(qtbot: QtBot, theme: Theme) -> None:
    card = MineCard(MINE, theme)
    qtbot.addWidget(card)
    assert {label.text() for label in card.findChildren(QLabel)} >= {*MINE.lines, MINE.basis}


def test_before_there_is_enough_nothing_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    card = MineCard(InMyCheckIns((), "not yet"), theme)
    qtbot.addWidget(card)
    assert not card.findChildren(AnswersInTime)
