"""Today's line: the day's check-ins on a small strip, drawn with the chart's own parts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.presentation.today_line import TodayLineState
from companion.presentation.translation import _
from companion.ui.chart.axes import draw_strip, draw_ticks
from companion.ui.chart.bands import draw_band_edges, draw_bands
from companion.ui.chart.geometry import Geometry, strip_size
from companion.ui.chart.marks import draw_marks
from companion.ui.chart.style import FINE, ChartStyle, style_of
from companion.ui.theme.theme import Theme

HEIGHT = 128
_EDGE = 6.0
_LABEL_GAP = 4.0


class TodayLineView(QWidget):
    """Shows today's marks. It takes no keyboard: the chart and the journal do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: TodayLineState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Today so far"))
        theme.changed.connect(self._on_theme_changed)

    def show_state(self, state: TodayLineState | None) -> None:
        """Shows a state; None while there is nothing that may be seen."""
        self._state = state
        self.setAccessibleDescription("" if state is None else state.sentence)
        self.setToolTip("" if state is None else state.sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """A strip as high as it needs to be."""
        return QSize(self._theme.px(320), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible, lower is not."""
        return QSize(self._theme.px(160), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A handful of marks: drawn anew each time."""
        if self._state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_today_line(
            painter, QRectF(self.rect()), self._state, style_of(self._theme, self.font(), is_mirrored=mirrored)
        )

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def paint_today_line(painter: QPainter, area: QRectF, state: TodayLineState, style: ChartStyle) -> None:
    """Draws the day from its start to its end, from left to right."""
    geometry = _geometry(area, state, style)
    draw_bands(painter, geometry, style, state.bands)
    painter.setPen(QPen(style.grid, FINE))
    painter.drawRect(geometry.plot)
    draw_strip(painter, geometry, style)
    draw_ticks(painter, geometry, style, state.ticks)
    draw_band_edges(painter, geometry, style, state.bands)
    draw_marks(painter, geometry, style, state.marks)


def _geometry(area: QRectF, state: TodayLineState, style: ChartStyle) -> Geometry:
    labels = style.line_height + style.px(_LABEL_GAP)
    gap, height = strip_size(style, needed=any(mark.arousal is None for mark in state.marks))
    plot = area.adjusted(_EDGE, _EDGE, -_EDGE, -labels - gap - height - 2)
    strip = QRectF(plot.left(), plot.bottom() + gap, plot.width(), height)
    tick_labels = QRectF(plot.left(), strip.bottom() + style.px(_LABEL_GAP), plot.width(), style.line_height)
    return Geometry(plot, strip, tick_labels, QRectF(), state.start, state.end)
