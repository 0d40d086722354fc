"""Where things lie in a chart: from moments and levels to pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from companion.domain.arousal import HIGHEST, LOWEST
from companion.presentation.timeline import TimelineState
from companion.ui.chart.style import ChartStyle

_EDGE = 6.0
_LABEL_GAP = 8.0
_TICK_LABEL_GAP = 5.0
_LEGEND_GAP = 10.0
_STRIP_GAP = 10.0
_STRIP_HEIGHT = 20.0
_SHARES_HEIGHT = 40.0


@dataclass(frozen=True, slots=True)
class Geometry:
    """`plot` holds levels 0 to 100; `strip`, below it, check-ins without a level or the answers of bins, and is empty
    if there are none.

    `start` and `end` are wall seconds. Time runs from left to right also where text runs from right to left: a
    chart is a picture, and people who read from right to left know time axes this way round. Only the layout
    around it is mirrored, so the levels then stand on the right.
    """

    plot: QRectF
    strip: QRectF
    tick_labels: QRectF
    legend: QRectF
    start: float
    end: float

    def x(self, wall: float) -> float:
        """Where a moment lies."""
        return self.plot.left() + (wall - self.start) / (self.end - self.start) * self.plot.width()

    def y(self, points: float) -> float:
        """Where a level lies."""
        return self.plot.bottom() - (points - LOWEST) / (HIGHEST - LOWEST) * self.plot.height()

    def wall(self, x: float) -> float:
        """The moment that lies there."""
        return self.start + (x - self.plot.left()) / self.plot.width() * (self.end - self.start)

    def point(self, wall: float, points: int | None) -> QPointF:
        """Where a check-in lies; in the strip if it names no level."""
        return QPointF(self.x(wall), self.strip.center().y() if points is None else self.y(points))

    @property
    def bottom(self) -> float:
        """The lower end of plot and strip."""
        return max(self.plot.bottom(), self.strip.bottom())


def geometry_of(area: QRectF, state: TimelineState, style: ChartStyle, legend_height: float) -> Geometry:
    """How `area` is divided; a part that finds no room gets none."""
    side = levels_width(style)
    left, right = (_EDGE, side) if style.is_mirrored else (side, _EDGE)
    top = style.line_height / 2
    strip_gap, strip_height = strip_size(style, needed=has_strip(state))
    if state.bins:
        strip_gap, strip_height = style.px(_STRIP_GAP), style.px(_SHARES_HEIGHT)
    below = style.line_height + style.px(_TICK_LABEL_GAP)
    legend_gap = style.px(_LEGEND_GAP) if legend_height else 0.0
    height = max(1.0, area.height() - top - strip_gap - strip_height - below - legend_gap - legend_height)
    plot = QRectF(area.left() + left, area.top() + top, max(1.0, area.width() - left - right), height)
    strip = QRectF(plot.left(), plot.bottom() + strip_gap, plot.width(), strip_height)
    labels = QRectF(plot.left(), strip.bottom() + style.px(_TICK_LABEL_GAP), plot.width(), style.line_height)
    legend = QRectF(plot.left(), labels.bottom() + legend_gap, plot.width(), legend_height)
    return Geometry(plot, strip, labels, legend, state.start, state.end)


def strip_size(style: ChartStyle, *, needed: bool) -> tuple[float, float]:
    """The gap above the strip, and its height."""
    return (style.px(_STRIP_GAP), style.px(_STRIP_HEIGHT)) if needed else (0.0, 0.0)


def levels_width(style: ChartStyle) -> float:
    """What the labels of the levels take beside the plot."""
    return style.width_of(str(HIGHEST)) + style.px(_LABEL_GAP)


def plot_width(width: float, style: ChartStyle) -> float:
    """How much of a chart of that width is plot."""
    return max(1.0, width - levels_width(style) - _EDGE)


def has_strip(state: TimelineState) -> bool:
    """True if some marks have no level."""
    return any(mark.arousal is None for mark in state.marks)
