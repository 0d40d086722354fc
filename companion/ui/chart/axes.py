"""The axes: five levels from 0 to 100, and the ticks of time."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from companion.presentation.time_axis import Tick
from companion.presentation.timeline import LEVELS
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import FINE, ChartStyle

_GAP = 8.0
_BESIDE_TICK = 4.0
_NO_LEVEL = "–"


def draw_level_lines(
    painter: QPainter, geometry: Geometry, style: ChartStyle, levels: Iterable[int] = LEVELS, *, is_lane: bool = True
) -> None:
    """A fine line at each level, and the lane for check-ins that name none, unless something else stands there."""
    for level in levels:
        _line_across(painter, geometry, style, geometry.y(level))
    if is_lane and geometry.strip.height():
        draw_strip(painter, geometry, style)


def draw_level_labels(
    painter: QPainter, geometry: Geometry, style: ChartStyle, levels: Iterable[int] = LEVELS, *, is_lane: bool = True
) -> None:
    """Each level's number beside its line."""
    for level in levels:
        _draw_level_label(painter, geometry, style, geometry.y(level), str(level))
    if is_lane and geometry.strip.height():
        _draw_level_label(painter, geometry, style, geometry.strip.center().y(), _NO_LEVEL)


def draw_ticks(painter: QPainter, geometry: Geometry, style: ChartStyle, ticks: Iterable[Tick]) -> None:
    """A fine line at each tick; its label beside it, unless that would touch the one before or leave the chart."""
    marks = tuple(ticks)
    draw_tick_lines(painter, geometry, style, marks)
    draw_tick_labels(painter, geometry, style, marks)


def draw_tick_lines(painter: QPainter, geometry: Geometry, style: ChartStyle, ticks: Iterable[Tick]) -> None:
    """A fine line at each tick."""
    painter.setPen(QPen(style.grid, FINE))
    for tick in ticks:
        x = geometry.x(tick.wall)
        painter.drawLine(_crisp(x, geometry.plot.top()), _crisp(x, geometry.bottom))


def draw_tick_labels(painter: QPainter, geometry: Geometry, style: ChartStyle, ticks: Iterable[Tick]) -> None:
    """Each tick's label beside its line, unless it would touch the one before or leave the chart."""
    free_from = geometry.plot.left()
    for tick in ticks:
        x = geometry.x(tick.wall)
        left, width = x + _BESIDE_TICK, style.width_of(tick.label)
        if left >= free_from and left + width <= geometry.plot.right() + _GAP:
            _draw_tick_label(painter, geometry, style, left, tick.label)
            free_from = left + width + style.px(_GAP)


def draw_strip(painter: QPainter, geometry: Geometry, style: ChartStyle) -> None:
    """A quiet lane for check-ins that name no level."""
    painter.fillRect(geometry.strip, style.shade)


def _line_across(painter: QPainter, geometry: Geometry, style: ChartStyle, y: float) -> None:
    painter.setPen(QPen(style.grid, FINE))
    painter.drawLine(_crisp(geometry.plot.left(), y), _crisp(geometry.plot.right(), y))


def _draw_level_label(painter: QPainter, geometry: Geometry, style: ChartStyle, y: float, text: str) -> None:
    height, width, gap = style.line_height, style.width_of("100") + 2, style.px(_GAP)
    painter.setFont(style.text)
    painter.setPen(style.muted)
    if style.is_mirrored:
        box = QRectF(geometry.plot.right() + gap, y - height / 2, width, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    else:
        box = QRectF(geometry.plot.left() - gap - width, y - height / 2, width, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _draw_tick_label(painter: QPainter, geometry: Geometry, style: ChartStyle, left: float, text: str) -> None:
    box = QRectF(left, geometry.tick_labels.top(), style.width_of(text) + 2, geometry.tick_labels.height())
    painter.setFont(style.text)
    painter.setPen(style.muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _crisp(x: float, y: float) -> QPointF:
    # Half pixels keep one-pixel lines on one row of the screen.
    return QPointF(int(x) + 0.5, int(y) + 0.5)
