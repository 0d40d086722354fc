"""A chart as pictures that can be pushed and stretched, so that a frame of a gesture is little more than a blit."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from companion.presentation.timeline import TimelineState
from companion.ui.chart.axes import draw_tick_labels
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.life_events import draw_event_labels, placed_events
from companion.ui.chart.painter import paint_frame, paint_time
from companion.ui.chart.style import ChartStyle

# Opaque, because the person's desktop copies such a picture several times faster than one with gaps.
FORMAT = QImage.Format.Format_RGB32
OVERHANG = 6
WIDEST = 12_000
_SAME = 1e-6
_BESIDE = 4.0


class Layers:
    """`around` drawn once, on a time axis as wide as that of `geometry` is, and what of `state` stays where it is.

    Sizes are in device-independent pixels, `ratio` is how many pixels of the screen each has.
    """

    def __init__(
        self,
        around: TimelineState,
        state: TimelineState,
        geometry: Geometry,
        style: ChartStyle,
        size: QSize,
        ratio: float,
    ) -> None:
        self._geometry = geometry
        self._style = style
        self._ratio = ratio
        self._around = around
        self._top = int(geometry.plot.top()) - OVERHANG
        self._frame = blank(size, style, ratio)
        with QPainter(self._frame) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_frame(painter, geometry, state, style)
        self._wide = _moved(geometry, around, self._top)
        width = ceil(min(WIDEST, self._wide.plot.width()))
        self._time = blank(QSize(width, ceil(geometry.bottom) + 1 - self._top), style, ratio)
        self._labels = blank(QSize(width, ceil(geometry.tick_labels.height()) + 1), style, ratio)
        self._draw_time()

    def paint(self, painter: QPainter, start: float, end: float) -> None:
        """The chart from `start` to `end` (wall seconds)."""
        plot = self._geometry.plot
        stretched = (self._geometry.end - self._geometry.start) / (end - start)
        left = plot.left() + (self._around.start - start) / (end - start) * plot.width()
        right = left + self._time.width() / self._ratio * stretched
        self._draw_frame(painter, is_covered=left <= plot.left() and right >= plot.right())
        self._draw_part(painter, self._time, left, stretched, self._top)
        if _is_one(stretched):
            self._draw_part(painter, self._labels, left, 1, self._geometry.tick_labels.top())
        else:
            self._draw_labels(painter, left, stretched)

    def _draw_frame(self, painter: QPainter, *, is_covered: bool) -> None:
        """What stays, and nothing of it where something is drawn over it in a moment."""
        if not is_covered:
            painter.drawImage(0, 0, self._frame)
            return
        plot, ratio = self._geometry.plot, self._ratio
        width, height = self._frame.width() / ratio, self._frame.height() / ratio
        left, right = ceil(plot.left()), int(plot.right())
        below = self._top + int(self._time.height() / ratio)
        for x, y, across, down in (
            (0, 0, width, self._top),
            (0, below, width, height - below),
            (0, self._top, left, below - self._top),
            (right, self._top, width - right, below - self._top),
        ):
            source = QRectF(x * ratio, y * ratio, across * ratio, down * ratio)
            painter.drawImage(QPointF(x, y), self._frame, source)

    def _draw_labels(self, painter: QPainter, left: float, stretched: float) -> None:
        """The ticks' labels, moved and not stretched; one that would touch the one before is left out."""
        plot, free_from = self._geometry.plot, self._geometry.plot.left()
        for box in self._label_boxes:
            x = left + box.left() * stretched
            if free_from <= x <= plot.right() - box.width():
                source = QRectF(box.left() * self._ratio, 0, box.width() * self._ratio, self._labels.height())
                painter.drawImage(QPointF(round(x), round(self._geometry.tick_labels.top())), self._labels, source)
                free_from = x + box.width()

    def _draw_part(self, painter: QPainter, image: QImage, left: float, stretched: float, top: float) -> None:
        """The part of a wide picture that lies within the plot, where that picture begins at `left`."""
        plot, ratio = self._geometry.plot, self._ratio
        right = left + image.width() / ratio * stretched
        from_x, to_x = max(plot.left(), left), min(plot.right(), right)
        if to_x <= from_x:
            return
        source = QRectF((from_x - left) / stretched * ratio, 0, (to_x - from_x) / stretched * ratio, image.height())
        if _is_one(stretched):
            whole = QRectF(round(source.left()), 0, round(source.width()), source.height())
            painter.drawImage(QPointF(round(from_x), round(top)), image, whole)
        else:
            painter.drawImage(QRectF(from_x, top, to_x - from_x, image.height() / ratio), image, source)

    def _draw_time(self) -> None:
        with QPainter(self._time) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_time(painter, self._wide, self._around, self._style)
            draw_event_labels(painter, self._style, placed_events(self._wide, self._style, self._around.events))
        labels = QRectF(self._wide.tick_labels)
        labels.moveTop(0)
        with QPainter(self._labels) as painter:
            at_top = Geometry(self._wide.plot, self._wide.strip, labels, QRectF(), self._wide.start, self._wide.end)
            draw_tick_labels(painter, at_top, self._style, self._around.ticks)
        self._label_boxes = [
            QRectF(at_top.x(tick.wall), 0, self._style.width_of(tick.label) + 2 * _BESIDE, labels.height())
            for tick in self._around.ticks
        ]


def _moved(geometry: Geometry, around: TimelineState, top: float) -> Geometry:
    """The time axis of `around` at the scale of `geometry`, from x = 0 on."""
    width = geometry.plot.width() * (around.end - around.start) / (geometry.end - geometry.start)
    plot = QRectF(0, geometry.plot.top() - top, width, geometry.plot.height())
    strip = QRectF(0, geometry.strip.top() - top, width, geometry.strip.height())
    labels = QRectF(0, geometry.tick_labels.top() - top, width, geometry.tick_labels.height())
    return Geometry(plot, strip, labels, QRectF(), around.start, around.end)


def _is_one(stretched: float) -> bool:
    return abs(stretched - 1) < _SAME


def blank(size: QSize, style: ChartStyle, ratio: float) -> QImage:
    """An empty picture of `size` device-independent pixels."""
    image = QImage(size * ratio, FORMAT)
    image.setDevicePixelRatio(ratio)
    image.fill(style.surface)
    return image
