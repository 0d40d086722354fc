"""Means with their likely ranges side by side, such as those of the hours of a day."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen

from companion.domain.arousal import HIGHEST, LOWEST
from companion.presentation.chart_cards import RangeBar
from companion.ui.theme.theme import Theme
from companion.ui.widgets.small_figure import SmallFigure

_HEIGHT, _LEAST_WIDTH, _BAR, _DOT, _GAP = 104.0, 170.0, 9.0, 10.0, 6.0
_STEP, _LEAST_SCALE = 10, 40


class RangeBars(SmallFigure):
    """Shows bars on a scale that names its ends and never shows less than 40 points. It runs from left to right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._bars: tuple[RangeBar, ...] = ()

    def show_bars(self, bars: tuple[RangeBar, ...]) -> None:
        """Shows others."""
        self._bars = bars
        self.changed_size()

    def sizeHint(self) -> QSize:
        """Tall enough to tell ten points apart."""
        return QSize(self._theme.px(_LEAST_WIDTH), round(self._theme.px(_HEIGHT) + 2 * self._line))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scale, then a bar with a dot above each label."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        low, high = scale_of(self._bars)
        plot = self._paint_scale(painter, low, high)
        width = plot.width() / len(self._bars)
        free_from = float("-inf")
        for number, bar in enumerate(self._bars):
            x = plot.left() + (number + 0.5) * width
            self._paint_bar(
                painter, x, [_height(points, low, high, plot) for points in (bar.low, bar.middle, bar.high)]
            )
            free_from = self._paint_label(painter, bar.label, x, plot.bottom(), free_from)

    def _paint_scale(self, painter: QPainter, low: int, high: int) -> QRectF:
        metrics, gap = QFontMetricsF(self._font()), self._theme.px(_GAP)
        numbers = max(metrics.horizontalAdvance(str(points)) for points in (low, high))
        plot = QRectF(numbers + gap, self._line / 2, self.width() - numbers - gap, self._theme.px(_HEIGHT))
        for points in (low, high):
            y = _height(points, low, high, plot)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._theme.color("muted"))
            place = QRectF(0, y - self._line / 2, numbers, self._line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(points))
        return plot

    def _paint_bar(self, painter: QPainter, x: float, heights: list[float]) -> None:
        bottom, middle, top = heights
        half, dot = self._theme.px(_BAR) / 2, self._theme.px(_DOT) / 2
        colour = self._theme.color("inside")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.35)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(x - half, top - half, 2 * half, bottom - top + 2 * half), half, half)
        painter.setOpacity(1.0)
        painter.drawEllipse(QPointF(x, middle), dot, dot)

    def _paint_label(self, painter: QPainter, label: str, x: float, top: float, free_from: float) -> float:
        """Left out where the one before leaves it no room."""
        width = QFontMetricsF(self._font()).horizontalAdvance(label)
        left = min(max(x - width / 2, 0.0), self.width() - width)
        if left < free_from:
            return free_from
        painter.setPen(self._theme.color("muted"))
        place = QRectF(left, top + self._theme.px(_GAP), width + 1, self._line)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), label)
        return left + width + self._theme.px(_GAP)

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._font()).height()


def scale_of(bars: tuple[RangeBar, ...]) -> tuple[int, int]:
    """Whole tens around all ranges, at least 40 points, so that a small difference does not look large."""
    low = floor(min(bar.low for bar in bars) / _STEP) * _STEP
    high = ceil(max(bar.high for bar in bars) / _STEP) * _STEP
    while high - low < _LEAST_SCALE:
        low, high = max(LOWEST, low - _STEP), min(HIGHEST, high + _STEP)
    return max(LOWEST, low), min(HIGHEST, high)


def _height(points: float, low: int, high: int, plot: QRectF) -> float:
    return plot.bottom() - (points - low) / (high - low) * plot.height()
