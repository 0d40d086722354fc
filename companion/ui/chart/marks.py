"""Marks: one check-in each. Shape and colour say the zone; filled when asked, outlined when by oneself."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter, QPen

from companion.domain.zone import Zone
from companion.presentation.timeline import TimelineMark
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import ChartStyle
from companion.ui.theme.zone_shapes import zone_path

_OUTLINE = 1.5
_RING_GAP = 5.0


def draw_marks(painter: QPainter, geometry: Geometry, style: ChartStyle, marks: Sequence[TimelineMark]) -> None:
    """Every mark at its place; those with the same look together, which saves most of the time."""
    looks: dict[tuple[Zone | None, bool], list[QPointF]] = {}
    for mark in marks:
        looks.setdefault((mark.zone, mark.was_asked), []).append(geometry.point(mark.wall, mark.arousal))
    size = style.mark_size_among(len(marks))
    for (zone, was_asked), points in looks.items():
        draw_shapes(painter, style, zone, points, size, was_asked=was_asked)


def draw_shapes(
    painter: QPainter,
    style: ChartStyle,
    zone: Zone | None,
    points: Iterable[QPointF],
    size: float,
    *,
    was_asked: bool,
) -> None:
    """The shape of a zone centred on each of `points`."""
    path = zone_path(zone, size)
    painter.setPen(QPen(style.zones[zone], style.px(_OUTLINE)))
    painter.setBrush(_fill(style, zone, was_asked=was_asked))
    for point in points:
        painter.drawPath(path.translated(point))


def draw_ring(painter: QPainter, style: ChartStyle, zone: Zone | None, point: QPointF) -> None:
    """A ring around the mark that the pointer or the keyboard is on."""
    painter.setPen(QPen(style.zones[zone], style.px(_OUTLINE)))
    painter.setBrush(style.surface)
    radius = style.mark_size / 2 + style.px(_RING_GAP)
    painter.drawEllipse(point, radius, radius)


def _fill(style: ChartStyle, zone: Zone | None, *, was_asked: bool) -> QBrush:
    if not was_asked:
        return QBrush(style.surface)
    # Not being sure is a ring in itself, so its fill is only a shade.
    return QBrush(style.soft_muted if zone in (Zone.UNSURE, None) else style.zones[zone])
