"""Five shares as bars, each with the shape of its answer and the range in which it probably lies."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen

from companion.presentation.chart_cards import ShareBar
from companion.ui.theme.theme import Theme
from companion.ui.theme.zone_patterns import fill_zone
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path
from companion.ui.widgets.small_figure import SmallFigure

_ROW, _BAR, _CAP, _SHAPE, _GAP = 24.0, 10.0, 7.0, 9.0, 10.0
_LEAST_BAR = 60.0
_OUTLINE = 1.5
_QUIET = 0.3  # the high-contrast line is as dark as text


class ShareBars(SmallFigure):
    """Shows bars; readers hear them in words from the card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._bars: tuple[ShareBar, ...] = ()

    def show_bars(self, bars: tuple[ShareBar, ...]) -> None:
        """Shows others."""
        self._bars = bars
        self.changed_size()

    def sizeHint(self) -> QSize:
        """A line for each, wide enough for its words and a short bar."""
        return QSize(round(self._words_width() + 2 * self._theme.px(_LEAST_BAR)), round(self._row * len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        """The bars may be shorter, the words may not."""
        return QSize(round(self._words_width() + self._theme.px(_LEAST_BAR)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shape, name, bar, range and share, line by line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for number, bar in enumerate(self._bars):
            self._paint_row(painter, bar, number * self._row)

    def _paint_row(self, painter: QPainter, bar: ShareBar, top: float) -> None:
        names, texts = self._columns()
        middle, shape = top + self._row / 2, self._theme.px(_SHAPE)
        self._paint_shape(painter, bar, self._mirrored(QRectF(0, top, 1.4 * shape, self._row)).center())
        painter.setPen(self._theme.color("ink"))
        left = 1.4 * shape + self._theme.px(_GAP) / 2
        self._paint_text(painter, QRectF(left, top, names, self._row), bar.name, at_end=False)
        self._paint_text(painter, QRectF(self.width() - texts, top, texts, self._row), bar.text, at_end=True)
        begin, gap = left + names, self._theme.px(_GAP)
        lane = QRectF(begin + gap, middle - self._theme.px(_BAR) / 2, 0, self._theme.px(_BAR))
        lane.setRight(self.width() - texts - gap)
        self._paint_bar(painter, bar, lane)

    def _paint_shape(self, painter: QPainter, bar: ShareBar, place: QPointF) -> None:
        colour = zone_colour(self._theme, bar.zone)
        hollow = is_outlined(bar.zone)
        painter.setPen(QPen(colour, self._theme.text_scale * _OUTLINE) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawPath(zone_path(bar.zone, self._theme.px(_SHAPE)).translated(place))

    def _paint_text(self, painter: QPainter, place: QRectF, text: str, *, at_end: bool) -> None:
        is_right = at_end is not (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._mirrored(place), int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_bar(self, painter: QPainter, bar: ShareBar, lane: QRectF) -> None:
        painter.setOpacity(_QUIET if self._theme.tokens.is_contrast else 1.0)
        painter.fillRect(self._mirrored(lane), self._theme.color("line"))
        painter.setOpacity(1.0)
        part = QRectF(lane.left(), lane.top(), max(1.0, lane.width() * bar.value), lane.height())
        surface = self._mirrored(part)
        painter.fillRect(surface, self._theme.color("surface"))
        fill_zone(painter, self._theme, bar.zone, surface)
        low, high = (lane.left() + lane.width() * share for share in (bar.low, bar.high))
        reach = self._mirrored(QRectF(low, lane.center().y(), high - low, 0))
        cap = self._theme.px(_CAP)
        painter.setPen(QPen(self._theme.color("ink"), _OUTLINE))
        painter.drawLine(reach.topLeft(), reach.topRight())
        for x in (reach.left(), reach.right()):
            painter.drawLine(QPointF(x, reach.top() - cap), QPointF(x, reach.top() + cap))

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return place
        return QRectF(self.width() - place.right(), place.top(), place.width(), place.height())

    @property
    def _row(self) -> float:
        return max(self._theme.px(_ROW), QFontMetricsF(self._font()).height() + self._theme.px(4))

    def _columns(self) -> tuple[float, float]:
        metrics = QFontMetricsF(self._font())
        names, texts = ([getattr(bar, what) for bar in self._bars] for what in ("name", "text"))
        return tuple(max(map(metrics.horizontalAdvance, column), default=0.0) + 1 for column in (names, texts))  # type: ignore[return-value]

    def _words_width(self) -> float:
        return sum(self._columns()) + self._theme.px(1.4 * _SHAPE + 2.5 * _GAP)
