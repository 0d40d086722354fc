"""The five answers as fills that can be told apart in grey: above dots, below diagonal, the others plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.domain.zone import Zone
from companion.ui.theme.zone_shapes import zone_colour

if TYPE_CHECKING:
    from companion.ui.theme.theme import Theme

_FAINT = 0.5
_DOT, _DOT_STEP = 2.4, 4.0
_LINE, _LINE_STEP = 1.2, 5.0


def fill_zone(painter: QPainter, theme: Theme, zone: Zone, box: QRectF) -> None:
    """Fills a part with the colour and the pattern of an answer."""
    fill_answer(painter, zone_colour(theme, zone), zone, box)


def fill_answer(painter: QPainter, colour: QColor, zone: Zone | None, box: QRectF) -> None:
    """The same in that colour.

    Drawn mark by mark: the patterns that Qt has are of the screen's own pixels, and turn flat where those are small.
    """
    painter.setOpacity(1.0 if zone is Zone.INSIDE else _FAINT)
    painter.fillRect(box, colour)
    painter.setOpacity(1.0)
    if zone is Zone.ABOVE:
        painter.setPen(QPen(colour, _DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(_dots(box))
    elif zone is Zone.BELOW:
        painter.setPen(QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(_diagonals(box))
    painter.setPen(Qt.PenStyle.NoPen)


def _dots(box: QRectF) -> list[QPointF]:
    """Rows of dots about the middle of `box`, every other one shifted; none where it is too low for one."""
    columns, rows = (1 + int((side - _DOT) / _DOT_STEP) for side in (box.width(), box.height()))
    if min(box.width(), box.height()) < _DOT:
        return []
    corner = box.center() - QPointF(columns - 1, rows - 1) * (_DOT_STEP / 2)
    places = (QPointF(column + (row % 2) / 2, row) for row in range(rows) for column in range(columns - row % 2))
    return [corner + place * _DOT_STEP for place in places]


def _diagonals(box: QRectF) -> list[QLineF]:
    """Lines that rise to the right, each from edge to edge of `box`."""
    width, height = box.width(), box.height()
    lines = []
    for number in range(1, int((width + height) / _LINE_STEP) + 1):
        reach = number * _LINE_STEP  # where the line would meet the upper and the left edge, prolonged
        right, left = min(reach, width), max(0.0, reach - height)
        lines.append(
            QLineF(box.topLeft() + QPointF(left, reach - left), box.topLeft() + QPointF(right, reach - right))
        )
    return lines
