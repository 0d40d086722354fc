"""The name of a screen in large letters."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont
from pytestqt.qtbot import QtBot

from companion.ui.widgets.display_title import DisplayTitle


def ink_left_of(title: DisplayTitle, room: int) -> bool:
    """Whether anything stands within that many pixels from the left."""
    picture = title.grab().toImage()
    paper = QColor(picture.pixelColor(QPoint(picture.width() - 1, 0)))
    return any(picture.pixelColor(x, y) != paper for x in range(room) for y in range(picture.height()))


def test_a_letter_that_reaches_to_the_left_has_room_in_every_font(qtbot: QtBot) -> None:
    title = DisplayTitle("journal")
    qtbot.addWidget(title)
    title.resize(600, 120)
    title.show()
    for size in (24, 80):
        font = QFont(title.font())
        font.setPixelSize(size)
        title.setFont(font)
        assert title.indent() > 0
        assert not ink_left_of(title, 1)
    title.close()


def test_a_letter_that_keeps_to_its_place_is_not_moved(qtbot: QtBot) -> None:
    title = DisplayTitle("Help")
    qtbot.addWidget(title)
    title.show()
    assert title.indent() == 0
    title.close()
