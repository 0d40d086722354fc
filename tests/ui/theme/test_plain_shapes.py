"""What is drawn without Qt's SVG library looks as with it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from companion.ui.theme.plain_shapes import draw_plain
from tests.conftest import RESOURCES

PLAIN = ("companion", "tray-quiet", "tray-paused", "tray-due")


def clear(side: int) -> QImage:
    """A picture of nothing."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def furthest(one: QImage, other: QImage) -> int:
    """By how much the two differ in any channel of any point."""
    return max(abs(a - b) for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("side", [16, 22, 64])
def test_it_is_drawn_as_by_qt(qtbot: QtBot, name: str, side: int) -> None:
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    ours, theirs = clear(side), clear(side)
    painter = QPainter(ours)
    assert draw_plain(drawing, painter, side)
    painter.end()
    painter = QPainter(theirs)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    assert furthest(ours, theirs) <= 8
    assert furthest(ours, clear(side)) > 200


@pytest.mark.parametrize("file", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda file: file.stem)
def test_any_other_picture_is_left_alone(qtbot: QtBot, file: Path) -> None:
    drawing, image = file.read_text(encoding="utf-8"), clear(24)
    painter = QPainter(image)
    was_drawn = draw_plain(drawing, painter, 24)
    painter.end()
    assert was_drawn == (furthest(image, clear(24)) > 0) == ("<path" not in drawing and "linecap" not in drawing)


def test_nothing_is_drawn_of_an_empty_file(qtbot: QtBot) -> None:
    image = clear(24)
    painter = QPainter(image)
    was_drawn = draw_plain("", painter, 24)
    painter.end()
    assert not was_drawn
