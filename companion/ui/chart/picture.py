"""What a chart on the screen looks like now: at rest, in the middle of a gesture, or passing from one to the next."""

from PySide6.QtCore import QRectF, QVariantAnimation
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from companion.presentation.timeline import TimelineState
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.layers import Layers, blank
from companion.ui.chart.life_events import placed_events
from companion.ui.chart.moments import PlacedMoment, placed_moments
from companion.ui.chart.painter import lay_out, paint_chart
from companion.ui.chart.practices import practice_point
from companion.ui.chart.style import ChartStyle
from companion.ui.theme.motion import SHORT_MS

EDGE = 7


class ChartPicture:
    """Draws a state once and keeps it until something changes; `widget` hears when there is something new to see."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._state: TimelineState | None = None
        self._style: ChartStyle | None = None
        self._image: QImage | None = None
        self._geometry: Geometry | None = None
        self._layers: Layers | None = None
        self._prepared: Layers | None = None
        self._span = (0.0, 1.0)
        self._before: QImage | None = None
        self._passing = QVariantAnimation(widget)
        self._passing.setStartValue(0.0)
        self._passing.setEndValue(1.0)
        self._passing.setDuration(SHORT_MS)
        self._passing.valueChanged.connect(lambda _share: widget.update())
        self._passing.finished.connect(self._on_passed)
        self.moments: list[PlacedMoment] = []

    @property
    def geometry(self) -> Geometry | None:
        """Where everything lies, in the middle of a gesture too; None if there is nothing."""
        if self._geometry is None or self._layers is None:
            return self._geometry
        found = self._geometry
        return Geometry(found.plot, found.strip, found.tick_labels, found.legend, *self._span)

    @property
    def is_moving(self) -> bool:
        """True in the middle of a gesture."""
        return self._layers is not None

    @property
    def span(self) -> tuple[float, float]:
        """From when to when, in wall seconds, something is seen now."""
        if self.is_moving or self._state is None:
            return self._span
        return self._state.start, self._state.end

    def show(self, state: TimelineState, style: ChartStyle, *, gently: bool) -> None:
        """Shows a state; `gently` lets it pass from what was seen before, unless that was of the same days."""
        is_elsewhere = self._state is not None and (self.span != (state.start, state.end))
        self._before = self._frame_now() if gently and is_elsewhere else None
        self._state, self._style = state, style
        self.redraw()
        if self._before is not None:
            self._passing.stop()
            self._passing.start()

    def redraw(self, style: ChartStyle | None = None) -> None:
        """Everything is drawn anew when it is next seen."""
        self._style = style or self._style
        self._image = self._layers = self._prepared = None
        self._widget.update()

    @property
    def is_prepared(self) -> bool:
        """True if the first frame of a gesture would be as fast as the others."""
        return self._prepared is not None or self._layers is not None

    def prepare(self, around: TimelineState) -> None:
        """Draws ahead what a gesture will move: parts of `around`."""
        if self.made() is not None and self._state is not None and self._geometry is not None and self._style:
            size, ratio = self._widget.size(), self._widget.devicePixelRatioF()
            self._prepared = Layers(around, self._state, self._geometry, self._style, size, ratio)

    def let_go_of_prepared(self) -> None:
        """No gesture is near: what was drawn ahead takes some megabytes."""
        self._prepared = None

    def begin_to_move(self) -> None:
        """From now on `move_to` shows parts of what was prepared."""
        if self._prepared is None or self._state is None:
            return
        self._passing.stop()
        self._before = None
        self._span = self._state.start, self._state.end
        self._layers = self._prepared

    def move_to(self, start: float, end: float) -> None:
        """Shows from `start` to `end` (wall seconds)."""
        self._span = start, end
        self._widget.update()

    def stop_moving(self) -> None:
        """Back to rest."""
        self._layers = None
        self._widget.update()

    def look_again(self) -> None:
        """Something that is drawn over it has changed."""
        self._widget.update()

    def paint(self, painter: QPainter) -> None:
        """What is to be seen now."""
        if self._layers is not None:
            self._layers.paint(painter, *self._span)
            return
        image = self.made()
        if image is not None:
            painter.drawImage(0, 0, image)
        if self._before is not None:
            painter.setOpacity(1.0 - float(self._passing.currentValue()))
            painter.drawImage(0, 0, self._before)
            painter.setOpacity(1.0)

    def made(self) -> QImage | None:
        """The state at rest as a picture, drawn once; None if there is none."""
        ratio = self._widget.devicePixelRatioF()
        if self._state is None or self._style is None:
            return None
        if self._image is not None and self._image.devicePixelRatio() == ratio:
            return self._image
        area = QRectF(self._widget.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        self._geometry = lay_out(area, self._state, self._style)
        events = placed_events(self._geometry, self._style, self._state.events)
        practices = [(one, practice_point(self._geometry, self._style, one)) for one in self._state.practices]
        self.moments = placed_moments(self._state, self._geometry, events, practices)
        self._image = blank(self._widget.size(), self._style, ratio)
        with QPainter(self._image) as painter:
            paint_chart(painter, self._geometry, self._state, self._style)
        return self._image

    def _frame_now(self) -> QImage | None:
        if not self._widget.isVisible() or self._style is None:
            return None
        frame = blank(self._widget.size(), self._style, self._widget.devicePixelRatioF())
        with QPainter(frame) as painter:
            self.paint(painter)
        return frame

    def _on_passed(self) -> None:
        self._before = None
        self._widget.update()
