"""The painter: one function that draws a state, on the screen as in any picture or on paper."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from companion.presentation.timeline import TimelineState
from companion.ui.chart.axes import draw_levels, draw_ticks
from companion.ui.chart.bands import draw_band_edges, draw_bands
from companion.ui.chart.bars import draw_bars
from companion.ui.chart.geometry import Geometry, geometry_of, plot_width
from companion.ui.chart.legend import draw_legend, legend_height, legend_items
from companion.ui.chart.marks import draw_marks
from companion.ui.chart.style import ChartStyle


def lay_out(area: QRectF, state: TimelineState, style: ChartStyle) -> Geometry:
    """Where everything of `state` lies in `area`."""
    height = legend_height(legend_items(state), plot_width(area.width(), style), style)
    return geometry_of(area, state, style, height)


def paint_chart(painter: QPainter, geometry: Geometry, state: TimelineState, style: ChartStyle) -> None:
    """Draws `state` as `lay_out` placed it. The ground is the caller's: paper has its own."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_bands(painter, geometry, style, state.bands)
    draw_levels(painter, geometry, style)
    draw_ticks(painter, geometry, style, state.ticks)
    draw_band_edges(painter, geometry, style, state.bands)
    draw_bars(painter, geometry, style, state.bins)
    draw_marks(painter, geometry, style, state.marks)
    draw_legend(painter, geometry.legend, style, legend_items(state))
