"""Shares on paper: one bar whose parts can be told apart without colour."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.domain.zone import Zone
from companion.presentation.report import Share
from companion.ui.chart.style import ChartStyle

_GAP = 2.0
_TINT = 0.16
_DOT, _DOT_STEP = 1.1, 4.5
_LINE_STEP = 5.0


def draw_shares(painter: QPainter, area: QRectF, shares: Iterable[Share], style: ChartStyle) -> None:
    """The parts from left to right: above dotted, below in diagonals, inside full, mixed tinted, not sure empty.

    Drawn line by line: the patterns that Qt has are too fine on paper.
    """
    left = area.left()
    for share in shares:
        width = area.width() * share.value
        if width > 0:
            _draw_part(painter, QRectF(left, area.top(), max(1.0, width - _GAP), area.height()), share.zone, style)
        left += width


def _draw_part(painter: QPainter, box: QRectF, zone: Zone, style: ChartStyle) -> None:
    colour = style.zones[zone]
    painter.save()
    painter.setClipRect(box)
    if zone is not Zone.UNSURE:
        painter.fillRect(box, colour if zone is Zone.INSIDE else _tinted(colour))
    if zone is Zone.ABOVE:
        _draw_dots(painter, box, colour)
    elif zone is Zone.BELOW:
        _draw_diagonals(painter, box, colour)
    painter.restore()
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _draw_dots(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for row in range(int(box.height() / _DOT_STEP) + 1):
        for column in range(int(box.width() / _DOT_STEP) + 1):
            place = QPointF(column + (row % 2) / 2, row) * _DOT_STEP
            painter.drawEllipse(box.topLeft() + place + QPointF(2, 2), _DOT, _DOT)


def _draw_diagonals(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.2))
    for number in range(int((box.width() + box.height()) / _LINE_STEP) + 1):
        left = box.left() + number * _LINE_STEP
        painter.drawLine(QPointF(left, box.top()), QPointF(left - box.height(), box.bottom()))


def _tinted(colour: QColor) -> QColor:
    tinted = QColor(colour)
    tinted.setAlphaF(_TINT)
    return tinted
