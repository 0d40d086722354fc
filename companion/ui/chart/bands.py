"""The window of tolerance as a band, in steps where it changed; dashed while it is a starting guess."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.presentation.timeline import BandStep
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import FINE, ChartStyle

_EDGE_OPACITY = 0.65


def draw_bands(painter: QPainter, geometry: Geometry, style: ChartStyle, bands: Sequence[BandStep]) -> None:
    """Fills each step."""
    for step in bands:
        painter.fillRect(_box(geometry, step), style.band)


def draw_band_edges(painter: QPainter, geometry: Geometry, style: ChartStyle, bands: Sequence[BandStep]) -> None:
    """The bounds, above the grid; dashed where they are only a guess."""
    for step in bands:
        painter.setPen(_edge_pen(style, is_guess=step.is_guess))
        box = _box(geometry, step)
        painter.drawLine(QLineF(box.topLeft(), box.topRight()))
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))


def draw_swatch(painter: QPainter, style: ChartStyle, box: QRectF, *, is_guess: bool) -> None:
    """A small piece of band, for the legend."""
    painter.fillRect(box, style.band)
    painter.setPen(_edge_pen(style, is_guess=is_guess))
    painter.drawLine(QLineF(box.topLeft(), box.topRight()))
    painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))


def _box(geometry: Geometry, step: BandStep) -> QRectF:
    top = round(geometry.y(step.upper)) + 0.5
    left, right = geometry.x(step.start), geometry.x(step.end)
    return QRectF(left, top, right - left, round(geometry.y(step.lower)) + 0.5 - top)


def _edge_pen(style: ChartStyle, *, is_guess: bool) -> QPen:
    colour = QColor(style.band_edge)
    colour.setAlphaF(_EDGE_OPACITY)
    pen = QPen(colour, FINE)
    if is_guess:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 4])
    return pen
