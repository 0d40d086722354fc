"""What the pointer or the keyboard is on: drawn over the picture, so that the picture is never drawn anew for it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from companion.presentation.timeline import TimelineMark
from companion.presentation.timeline_event import TimelinePractice
from companion.presentation.timeline_words import MomentWords
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.life_events import draw_event_looked_at
from companion.ui.chart.marks import draw_ring, draw_shapes
from companion.ui.chart.moment_card import draw_moment_card
from companion.ui.chart.moments import PlacedMoment
from companion.ui.chart.practices import draw_practice
from companion.ui.chart.style import ChartStyle

_FOCUS_WIDTH = 2
_FOCUS_RADIUS = 8.0
_EDGE = 2


def draw_looked_at(
    painter: QPainter, area: QRect, geometry: Geometry, style: ChartStyle, moment: PlacedMoment, words: MomentWords
) -> None:
    """A ring around a mark or a bin, a life event's line made thicker, and the card beside it, within `area`."""
    if moment.box is None:
        draw_ring(painter, style, moment.zone, moment.point)
    else:
        draw_event_looked_at(painter, geometry, style, moment.point.x())
    if isinstance(moment.shown, TimelineMark):
        draw_shapes(painter, style, moment.zone, [moment.point], style.mark_size, was_asked=moment.shown.was_asked)
    elif isinstance(moment.shown, TimelinePractice):
        draw_practice(painter, style, moment.point)
    bounds = QRectF(area).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    bounds.setBottom(min(bounds.bottom(), geometry.bottom))  # the dates stay legible
    draw_moment_card(painter, bounds, style, moment.zone, moment.point, words)


def draw_focus(painter: QPainter, area: QRect, style: ChartStyle) -> None:
    """The frame that says that the keyboard is here."""
    painter.setPen(QPen(style.focus, _FOCUS_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), _FOCUS_RADIUS, _FOCUS_RADIUS)
