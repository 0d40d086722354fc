"""Practices on the chart: a small mark each, at the foot of the plot, in a form that no check-in has."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from companion.presentation.timeline_event import TimelinePractice
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import ChartStyle

_WIDTH, _HEIGHT, _LINE = 5.0, 11.0, 1.3
_FROM_FOOT = 9.0


def practice_point(geometry: Geometry, style: ChartStyle, practice: TimelinePractice) -> QPointF:
    """The middle of its mark."""
    return QPointF(geometry.x(practice.wall), geometry.plot.bottom() - style.px(_FROM_FOOT))


def draw_practices(
    painter: QPainter, geometry: Geometry, style: ChartStyle, practices: Iterable[TimelinePractice]
) -> None:
    """An upright pill each, all alike: whatever came of it."""
    for practice in practices:
        draw_practice(painter, style, practice_point(geometry, style, practice))


def draw_practice(painter: QPainter, style: ChartStyle, middle: QPointF) -> None:
    """One of them, for the legend too."""
    width, height = style.px(_WIDTH), style.px(_HEIGHT)
    painter.setPen(QPen(style.muted, style.px(_LINE)))
    painter.setBrush(style.surface)
    painter.drawRoundedRect(
        QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height), width / 2, width / 2
    )
