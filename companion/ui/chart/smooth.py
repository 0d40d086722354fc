"""The smooth line with its likely range, in stretches; nothing joins two of them."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from companion.domain.line import Stretch
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import ChartStyle

LINE_WIDTH = 2.0


def draw_likely_ranges(painter: QPainter, geometry: Geometry, style: ChartStyle, lines: Iterable[Stretch]) -> None:
    """Where the line probably runs, as a shade; to be drawn beneath the marks."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.likely)
    for stretch in lines:
        above = [QPointF(geometry.x(point.wall), geometry.y(point.high)) for point in stretch]
        below = [QPointF(geometry.x(point.wall), geometry.y(point.low)) for point in reversed(stretch)]
        painter.drawPolygon(QPolygonF([*above, *below]))


def draw_smooth_lines(painter: QPainter, geometry: Geometry, style: ChartStyle, lines: Iterable[Stretch]) -> None:
    """The line itself."""
    painter.setPen(line_pen(style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stretch in lines:
        painter.drawPolyline(
            QPolygonF([QPointF(geometry.x(point.wall), geometry.y(point.value)) for point in stretch])
        )


def line_pen(style: ChartStyle) -> QPen:
    """The pen of the line, here and in the legend."""
    pen = QPen(style.ink, style.px(LINE_WIDTH))
    # Where a line hardly turns, Qt draws a round join as a little knot.
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen
