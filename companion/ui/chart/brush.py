"""The brush under the chart: the whole history at a glance, and which part of it is shown above."""

from datetime import timedelta
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from companion.domain.arousal import HIGHEST
from companion.domain.period import Period
from companion.presentation.timeline_overview import Overview
from companion.presentation.translation import _
from companion.ui.chart.layers import blank
from companion.ui.chart.style import ChartStyle, style_of
from companion.ui.theme.theme import Theme

HEIGHT = 44
GRIP = 7.0
LEAST_WIDTH = 10.0
LEAST_DAYS = 2
FRAME_MS = 16
_REST = 0.55
_RADIUS = 5.0


class Grip(Enum):
    """What of the window the pointer holds."""

    FIRST = -1
    ALL = 0
    LAST = 1


class HistoryBrush(QSlider):
    """Says which days are wanted. Its value is the number of the last day shown, the first check-in's being 0.

    Keys: arrows move the window by a tenth of it, Page keys by all of it, Home and End to the ends.
    """

    days_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._overview: Overview | None = None
        self._shown: Period | None = None
        self._ground: QImage | None = None
        self._grip: Grip | None = None
        self._from = (0.0, 0, 0)
        self._asking = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._asking.timeout.connect(self._ask)
        self._asked: Period | None = None
        # Time runs from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Which days are shown, out of all of them"))
        self.actionTriggered.connect(self._on_action_triggered)
        theme.changed.connect(self._restyle)

    @property
    def is_dragged(self) -> bool:
        """True while the pointer holds it: more is still to come."""
        return self._grip is not None

    def show_days(self, overview: Overview | None, shown: Period | None, sentence: str = "") -> None:
        """Shows everything there is with the days that the chart shows; None empties it, and so does a single day."""
        if overview is not None and overview.days.days < LEAST_DAYS:
            overview = None
        if overview is not self._overview:
            self._ground = None
        self._overview, self._shown = overview, shown
        self.setAccessibleDescription(sentence)
        self.setEnabled(overview is not None and shown is not None)
        if overview is not None and shown is not None and self._grip is None:
            self.blockSignals(True)
            self.setRange(0, overview.days.days - 1)
            self.setSingleStep(max(1, shown.days // 10))
            self.setPageStep(shown.days)
            self.setValue((shown.last - overview.days.first).days)
            self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """A low strip."""
        return QSize(self._theme.px(300), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible, lower is not."""
        return QSize(self._theme.px(120), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The history, what is not shown in a veil, and the window in its frame."""
        painter = QPainter(self)
        overview, window = self._overview, self._window()
        if overview is None or window is None:
            return
        painter.drawImage(0, 0, self._history(overview))
        style, area = self._style(), self._area()
        veil = QColor(style.surface)
        veil.setAlphaF(_REST)
        painter.fillRect(QRectF(area.left(), area.top(), max(0.0, window.left() - area.left()), area.height()), veil)
        painter.fillRect(
            QRectF(window.right(), area.top(), max(0.0, area.right() - window.right()), area.height()), veil
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.focus if self.hasFocus() else style.outline, 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(window, _RADIUS, _RADIUS)
        self._draw_grips(painter, style, window)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._ground = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the window or one of its ends; beside it, the window comes to the pointer first."""
        window, shown, overview = self._window(), self._shown, self._overview
        if event.button() is not Qt.MouseButton.LeftButton or window is None or shown is None or overview is None:
            return
        x = event.position().x()
        self._grip = self._grip_at(x)
        first = (shown.first - overview.days.first).days
        if self._grip is None:
            self._grip = Grip.ALL
            first = round(self._day_at(x) - shown.days / 2)
            self._want(first, first + shown.days - 1)
        self._from = (x, first, first + shown.days - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves what is held; else shows what could be."""
        x = event.position().x()
        if self._grip is None:
            grip = self._grip_at(x)
            at_end = grip in (Grip.FIRST, Grip.LAST)
            self.setCursor(Qt.CursorShape.SizeHorCursor if at_end else Qt.CursorShape.PointingHandCursor)
            return
        from_x, first, last = self._from
        moved = round(self._day_at(x) - self._day_at(from_x))
        if self._grip is Grip.FIRST:
            first = min(first + moved, last)
        elif self._grip is Grip.LAST:
            last = max(last + moved, first)
        else:
            first, last = first + moved, last + moved
        self._want(first, last)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go."""
        if self._grip is not None:
            self._grip = None
            self._asking.stop()
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down are not this way or that in time."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_action_triggered(self, _action: int) -> None:
        if self._shown is not None:
            self._want(self.sliderPosition() - self._shown.days + 1, self.sliderPosition())

    def _want(self, first: int, last: int) -> None:
        overview = self._overview
        if overview is None:
            return
        days = last - first + 1
        last = max(0, min(last, overview.days.days - 1))
        begin = overview.days.first
        self._asked = Period(begin + timedelta(last - days + 1), begin + timedelta(last))
        if not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self.days_wanted.emit(asked)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(GRIP, 2, -GRIP, -2)

    def _window(self) -> QRectF | None:
        """Where the days lie that are shown; never too narrow to be taken."""
        overview, shown, area = self._overview, self._shown, self._area()
        if overview is None or shown is None:
            return None
        day = area.width() / overview.days.days
        left = area.left() + day * (shown.first - overview.days.first).days
        right = left + day * shown.days
        left, right = max(area.left(), left), min(area.right(), right)
        if right - left < LEAST_WIDTH:
            left = min(max(area.left(), (left + right - LEAST_WIDTH) / 2), area.right() - LEAST_WIDTH)
            right = left + LEAST_WIDTH
        return QRectF(left, area.top(), right - left, area.height()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _grip_at(self, x: float) -> Grip | None:
        window = self._window()
        if window is None:
            return None
        if abs(x - window.left()) <= GRIP and x < window.center().x():
            return Grip.FIRST
        if abs(x - window.right()) <= GRIP and x > window.center().x():
            return Grip.LAST
        return Grip.ALL if window.left() <= x <= window.right() else None

    def _day_at(self, x: float) -> float:
        area = self._area()
        days = 1 if self._overview is None else self._overview.days.days
        return (x - area.left()) / max(1.0, area.width()) * days

    def _history(self, overview: Overview) -> QImage:
        """Each bin as a bar from its low to its high value; drawn once."""
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = blank(self.size(), self._style(), ratio)
            with QPainter(self._ground) as painter:
                self._draw_history(painter, overview)
        return self._ground

    def _draw_history(self, painter: QPainter, overview: Overview) -> None:
        style, area = self._style(), self._area()
        painter.fillRect(area, style.shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = area.width() / (overview.end - overview.start)
        inner = area.adjusted(0, 5, 0, -5)
        for found in overview.bins:
            left = area.left() + (found.start - overview.start) * scale
            width = max(1.5, (found.end - found.start) * scale - 0.5)
            top = inner.bottom() - found.high / HIGHEST * inner.height()
            height = max(2.0, (found.high - found.low) / HIGHEST * inner.height())
            painter.fillRect(QRectF(left, top, width, height), style.band_edge)

    def _draw_grips(self, painter: QPainter, style: ChartStyle, window: QRectF) -> None:
        pen = QPen(style.outline, 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for x in (window.left(), window.right()):
            middle, half = window.center().y(), window.height() / 6
            painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))

    def _style(self) -> ChartStyle:
        return style_of(self._theme, self.font())

    def _restyle(self) -> None:
        self._ground = None
        self.updateGeometry()
        self.update()
