"""Life events: a thin line each, with its title in a small box where there is room for one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from companion.presentation.timeline_event import TimelineEvent
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import ChartStyle

MOST_ROWS = 3
BOXES_PER_ROW = 5  # of height: the titles stay at the foot of the plot and leave the marks alone
_LINE = 1.3
_WIDEST = 150.0
_PADDING = 7.0
_BESIDE = 6.0
_RADIUS = 5.0
_FLAG = 4.0


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """A life event, where its line runs, and the box of its title, which is empty where there is no room."""

    event: TimelineEvent
    x: float
    box: QRectF
    text: str = ""


def placed_events(geometry: Geometry, style: ChartStyle, events: Iterable[TimelineEvent]) -> list[PlacedEvent]:
    """Each event with its title in the lowest row that is free there; up to three rows where the plot is high."""
    metrics = QFontMetricsF(style.text)
    height = metrics.height() + style.px(_PADDING)
    rows = min(MOST_ROWS, max(1, int(geometry.plot.height() / height / BOXES_PER_ROW)))
    free_from = [geometry.plot.left()] * rows
    placed = []
    for event in events:
        x = geometry.x(event.wall)
        text = metrics.elidedText(event.title, Qt.TextElideMode.ElideRight, style.px(_WIDEST))
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * style.px(_PADDING), height)
        row = _row_for(box, x, geometry, style, free_from)
        if row is None:
            placed.append(PlacedEvent(event, x, QRectF()))
            continue
        box.moveBottom(geometry.plot.bottom() - style.px(_BESIDE) - row * (height + style.px(3)))
        free_from[row] = box.right() + style.px(_BESIDE)
        placed.append(PlacedEvent(event, x, box, text))
    return placed


def draw_life_events(
    painter: QPainter, geometry: Geometry, style: ChartStyle, events: Iterable[TimelineEvent], *, labels: bool = True
) -> None:
    """The lines, with a bar across the head of each, and the titles unless the caller draws them itself."""
    placed = placed_events(geometry, style, events)
    painter.setPen(QPen(style.band_edge, style.px(_LINE)))
    for one in placed:
        _draw_line(painter, geometry, style, one.x)
    if labels:
        draw_event_labels(painter, style, placed)


def draw_event_labels(painter: QPainter, style: ChartStyle, placed: Iterable[PlacedEvent]) -> None:
    """The titles in their boxes; to be drawn last, so that marks do not make them hard to read."""
    painter.setFont(style.text)
    for one in placed:
        if not one.box.isEmpty():
            painter.setPen(QPen(style.outline, 1))
            painter.setBrush(style.surface)
            painter.drawRoundedRect(one.box, style.px(_RADIUS), style.px(_RADIUS))
            painter.setPen(style.ink)
            painter.drawText(one.box, Qt.AlignmentFlag.AlignCenter, one.text)


def _draw_line(painter: QPainter, geometry: Geometry, style: ChartStyle, x: float) -> None:
    top, half = geometry.plot.top(), style.px(_FLAG)
    painter.drawLine(QPointF(x, top), QPointF(x, geometry.plot.bottom()))
    painter.drawLine(QPointF(x - half, top), QPointF(x + half, top))


def _row_for(box: QRectF, x: float, geometry: Geometry, style: ChartStyle, free_from: list[float]) -> int | None:
    """Moves `box` beside `x` and says in which row it has room; after the line, else before it."""
    for left in (x + style.px(_BESIDE), x - style.px(_BESIDE) - box.width()):
        for row, free in enumerate(free_from):
            if left >= free and left + box.width() <= geometry.plot.right():
                box.moveLeft(left)
                return row
    return None


def draw_event_looked_at(painter: QPainter, geometry: Geometry, style: ChartStyle, x: float) -> None:
    """Thicker: the pointer or the keyboard is on it."""
    painter.setPen(QPen(style.band_edge, style.px(2 * _LINE)))
    _draw_line(painter, geometry, style, x)


def draw_moved_event(
    painter: QPainter, geometry: Geometry, style: ChartStyle, event: TimelineEvent, wall: float
) -> None:
    """Where a life event would be: a dashed line with its title."""
    pen = QPen(style.band_edge, style.px(_LINE))
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    _draw_line(painter, geometry, style, geometry.x(wall))
    draw_event_labels(painter, style, placed_events(geometry, style, [replace(event, wall=wall)]))
