"""Bars: many check-ins as one middle line and the range where eight in ten of them lie."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from companion.presentation.bins import Bin
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import ChartStyle

_RANGE_OPACITY = 0.38
_MIDDLE_HEIGHT = 2.0
_WIDEST = 26.0
_GAP = 1.0


def draw_bars(painter: QPainter, geometry: Geometry, style: ChartStyle, bins: Iterable[Bin]) -> None:
    """A soft bar from the low to the high value of each bin, and a line at its middle. Nothing joins two bins."""
    soft = QColor(style.band_edge)
    soft.setAlphaF(_RANGE_OPACITY)
    painter.setPen(Qt.PenStyle.NoPen)
    for found in bins:
        bar = bar_of(geometry, style, found)
        painter.setBrush(soft)
        rounding = min(bar.width() / 2, style.px(4))
        painter.drawRoundedRect(bar, rounding, rounding)
        middle = geometry.y(found.middle)
        height = style.px(_MIDDLE_HEIGHT)
        painter.fillRect(QRectF(bar.left(), middle - height / 2, bar.width(), height), style.ink)


def bar_of(geometry: Geometry, style: ChartStyle, found: Bin) -> QRectF:
    """Where the bar of a bin lies."""
    left, right = geometry.x(found.start), geometry.x(found.end)
    width = min(max(1.0, right - left - _GAP), style.px(_WIDEST))
    top, bottom = geometry.y(found.high), geometry.y(found.low)
    height = max(style.px(_MIDDLE_HEIGHT), bottom - top)
    return QRectF((left + right - width) / 2, (top + bottom - height) / 2, width, height)
