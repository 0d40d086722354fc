"""The window of tolerance as a band, in steps where it changed; dashed and labelled while it is a starting guess."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.presentation.timeline import BandStep
from companion.presentation.translation import _
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import FINE, ChartStyle

_EDGE_OPACITY = 0.65
_LABEL_INSET = 6.0


def draw_bands(painter: QPainter, geometry: Geometry, style: ChartStyle, bands: Sequence[BandStep]) -> None:
    """Fills each step."""
    for step in bands:
        painter.fillRect(_box(geometry, step), style.band)


def draw_band_edges(painter: QPainter, geometry: Geometry, style: ChartStyle, bands: Sequence[BandStep]) -> None:
    """The bounds, above the grid; says what they are where they are only a guess."""
    for step in bands:
        painter.setPen(_edge_pen(style, step))
        box = _box(geometry, step)
        painter.drawLine(QLineF(box.topLeft(), box.topRight()))
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
    guess = next((step for step in reversed(bands) if step.is_guess), None)
    if guess is not None:
        _draw_label(painter, style, _box(geometry, guess), _("starting guess"))


def _box(geometry: Geometry, step: BandStep) -> QRectF:
    top = round(geometry.y(step.upper)) + 0.5
    left, right = geometry.x(step.start), geometry.x(step.end)
    return QRectF(left, top, right - left, round(geometry.y(step.lower)) + 0.5 - top)


def _edge_pen(style: ChartStyle, step: BandStep) -> QPen:
    colour = QColor(style.band_edge)
    colour.setAlphaF(_EDGE_OPACITY)
    pen = QPen(colour, FINE)
    if step.is_guess:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 4])
    return pen


def _draw_label(painter: QPainter, style: ChartStyle, band: QRectF, text: str) -> None:
    width, height = style.width_of(text), style.line_height
    if width + 2 * _LABEL_INSET > band.width() or height > band.height():
        return
    box = QRectF(band.right() - width - _LABEL_INSET - 2, band.top() + 1, width + 2, height)
    if style.is_mirrored:
        box.moveLeft(band.left() + _LABEL_INSET)
    painter.setFont(style.text)
    painter.setPen(style.muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
