"""The painter: one function that draws a state, on the screen as in any picture or on paper."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from companion.presentation.timeline import TimelineState
from companion.ui.chart.axes import draw_level_labels, draw_level_lines, draw_tick_labels, draw_tick_lines
from companion.ui.chart.bands import draw_band_edges, draw_bands
from companion.ui.chart.bars import draw_bars
from companion.ui.chart.geometry import Geometry, geometry_of, plot_width
from companion.ui.chart.legend import draw_legend, legend_height, legend_items
from companion.ui.chart.life_events import draw_event_labels, draw_life_events, placed_events
from companion.ui.chart.marks import draw_marks
from companion.ui.chart.practices import draw_practices
from companion.ui.chart.shares import draw_shares
from companion.ui.chart.smooth import draw_likely_ranges, draw_smooth_lines
from companion.ui.chart.style import ChartStyle


def lay_out(area: QRectF, state: TimelineState, style: ChartStyle) -> Geometry:
    """Where everything of `state` lies in `area`."""
    height = legend_height(legend_items(state), plot_width(area.width(), style), style)
    return geometry_of(area, state, style, height)


def paint_chart(painter: QPainter, geometry: Geometry, state: TimelineState, style: ChartStyle) -> None:
    """Draws `state` as `lay_out` placed it, on any painter and at any size: a widget, an image, a printer, SVG.

    The ground is the caller's: paper has its own. Nothing is cached and nothing outside `geometry` is drawn upon.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_time(painter, geometry, state, style)
    paint_frame(painter, geometry, state, style)
    draw_tick_labels(painter, geometry, style, state.ticks)
    draw_event_labels(painter, style, placed_events(geometry, style, state.events))


def paint_time(painter: QPainter, geometry: Geometry, state: TimelineState, style: ChartStyle) -> None:
    """The part that moves with time and holds no text: plot and strip from their left to their right."""
    has_lane = not state.bins
    draw_bands(painter, geometry, style, state.bands)
    draw_level_lines(painter, geometry, style, is_lane=has_lane)
    draw_tick_lines(painter, geometry, style, state.ticks)
    draw_band_edges(painter, geometry, style, state.bands)
    draw_likely_ranges(painter, geometry, style, state.lines)
    draw_bars(painter, geometry, style, state.bins)
    if not has_lane:
        draw_shares(painter, geometry, style, state.bins)
    draw_life_events(painter, geometry, style, state.events, labels=False)
    draw_practices(painter, geometry, style, state.practices)
    draw_marks(painter, geometry, style, state.marks)
    draw_smooth_lines(painter, geometry, style, state.lines)


def paint_frame(painter: QPainter, geometry: Geometry, state: TimelineState, style: ChartStyle) -> None:
    """The part that stays while time moves: the levels' numbers and the legend."""
    draw_level_labels(painter, geometry, style, is_lane=not state.bins)
    draw_legend(painter, geometry.legend, style, legend_items(state))
