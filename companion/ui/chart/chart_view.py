"""The chart on the screen: shows a state, and one moment of it to the pointer, the keyboard and a screen reader."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from companion.presentation.bins import Bin
from companion.presentation.timeline import PIXELS_PER_BIN, Room, TimelineMark, TimelineState
from companion.presentation.timeline_words import MomentWords
from companion.presentation.translation import _
from companion.ui.chart.accessible import ReadableChart, say
from companion.ui.chart.geometry import Geometry, plot_width
from companion.ui.chart.marks import draw_ring, draw_shapes
from companion.ui.chart.moment_card import draw_moment_card
from companion.ui.chart.moments import PlacedMoment, nearest, placed_moments
from companion.ui.chart.painter import lay_out, paint_chart
from companion.ui.chart.style import ChartStyle, style_of
from companion.ui.theme.theme import Theme

Teller = Callable[[TimelineMark | Bin, TimelineState], MomentWords]
_LONGEST_TICK_LABEL = "26 Oct 2026"
_TICK_GAP = 16
_NARROWEST = 240
_LOWEST = 280
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChartView(ReadableChart):
    """Draws what it is given; `tell` puts one moment into words.

    Keys: Left and Right go from moment to moment, Home and End to the first and last, Escape lets go; Page Up and
    Page Down ask for the range before and after. Enter or a click opens the check-in that is looked at, by its id and
    its seconds since 1970 UTC.
    """

    earlier_wanted = Signal()
    later_wanted = Signal()
    room_changed = Signal(Room)
    moment_opened = Signal(str, float)

    def __init__(self, theme: Theme, tell: Teller) -> None:
        super().__init__()
        self._theme = theme
        self._tell = tell
        self._state: TimelineState | None = None
        self._moments: list[PlacedMoment] = []
        self._current: int | None = None
        self._picture: QImage | None = None
        self._style: ChartStyle | None = None
        self._geometry: Geometry | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Arousal over time"))
        theme.changed.connect(self._restyle)

    def show_state(self, state: TimelineState, summary: str) -> None:
        """Shows a state; `summary` says it in a sentence for screen readers."""
        # Somebody on a mark stays on it while others come and go.
        kept = self._current_id()
        self._state = state
        self.setAccessibleDescription(summary)
        self._redraw()
        found = (number for number, mark in enumerate(state.marks) if mark.id == kept)
        self._current = next(found, None)

    @property
    def moments(self) -> list[PlacedMoment]:
        """What is shown and where, in the order of time."""
        self._make_picture()
        return self._moments

    def words_of(self, number: int) -> MomentWords:
        """One moment in words."""
        assert self._state is not None
        return self._tell(self.moments[number].shown, self._state)

    def look_at(self, number: int | None) -> None:
        """Puts ring and card on the moment of that number, or takes them away."""
        if number != self._current:
            self._current = number
            self.update()

    def moment_count(self) -> int:
        """How many moments it shows."""
        return len(self.moments)

    def moment_spoken(self, number: int) -> str:
        """One moment in a sentence."""
        return self.words_of(number).spoken

    def moment_point(self, number: int) -> QPoint:
        """Where it lies in the widget."""
        return self.moments[number].point.toPoint()

    def moment_in_focus(self) -> int | None:
        """The one that the keyboard or the pointer is on."""
        return self._current

    def room(self) -> Room:
        """How much there is to draw on."""
        style = self._current_style()
        width = plot_width(self.width(), style)
        # In steps of a bin, so that a window being resized does not build a state for every pixel.
        pixels = int(width) // PIXELS_PER_BIN * PIXELS_PER_BIN
        label_width = style.width_of(_LONGEST_TICK_LABEL) + style.px(_TICK_GAP)
        return Room(pixels, max(1, int(width / label_width)))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow window, large enough to read."""
        return QSize(_NARROWEST, self._theme.px(_LOWEST))

    def sizeHint(self) -> QSize:
        """As wide as it is drawn for; what height is left it takes by itself."""
        return QSize(self._theme.px(900), self._theme.px(_LOWEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, then what the pointer or the keyboard is on."""
        picture = self._make_picture()
        painter = QPainter(self)
        if picture is not None:
            painter.drawImage(QPointF(0, 0), picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_current(painter)
        if self.hasFocus():
            self._draw_focus(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width may hold more or less."""
        super().resizeEvent(event)
        self._redraw()
        self.room_changed.emit(self.room())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The nearest moment within reach."""
        self.look_at(nearest(self.moments, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a check-in opens it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.look_at(nearest(self.moments, event.position()))
            self._open_current()
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone, and the card with it."""
        self.look_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From moment to moment, and from range to range."""
        if event.key() == Qt.Key.Key_PageUp:
            self.earlier_wanted.emit()
        elif event.key() == Qt.Key.Key_PageDown:
            self.later_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        elif not self._move_cursor(event.key()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.look_at(None)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or direction draws everything anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._restyle()

    def _open_current(self) -> None:
        shown = None if self._current is None else self.moments[self._current].shown
        if isinstance(shown, TimelineMark):
            self.moment_opened.emit(shown.id, shown.at)

    def _move_cursor(self, key: int) -> bool:
        last = len(self.moments) - 1
        if key == Qt.Key.Key_Escape and self._current is not None:
            self.look_at(None)
            return True
        if last < 0 or key not in (*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            return False
        self.look_at(self._target(Qt.Key(key), last))
        say(self, self.words_of(self._current or 0).spoken)
        return True

    def _target(self, key: Qt.Key, last: int) -> int:
        if key == Qt.Key.Key_Home:
            return 0
        # The newest moment is where somebody who just arrived begins.
        if key == Qt.Key.Key_End or self._current is None:
            return last
        return min(max(self._current + _STEPS[key], 0), last)

    def _current_id(self) -> str | None:
        marks = () if self._state is None else self._state.marks
        return marks[self._current].id if self._current is not None and self._current < len(marks) else None

    def _restyle(self) -> None:
        self._style = None
        self.updateGeometry()
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _current_style(self) -> ChartStyle:
        if self._style is None:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self._style = style_of(self._theme, self.font(), is_mirrored=mirrored)
        return self._style

    def _make_picture(self) -> QImage | None:
        """The state as a picture, drawn once and kept until something changes."""
        ratio = self.devicePixelRatioF()
        if self._state is None or (self._picture is not None and self._picture.devicePixelRatio() == ratio):
            return self._picture
        style = self._current_style()
        self._geometry = lay_out(QRectF(self.rect()).adjusted(3, 3, -3, -3), self._state, style)
        self._moments = placed_moments(self._state, self._geometry)
        # Premultiplied: painting on plain ARGB32 takes seven times as long.
        self._picture = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(style.surface)
        painter = QPainter(self._picture)
        paint_chart(painter, self._geometry, self._state, style)
        painter.end()
        return self._picture

    def _draw_current(self, painter: QPainter) -> None:
        if self._current is None or self._current >= len(self._moments):
            return
        style, moment = self._current_style(), self._moments[self._current]
        draw_ring(painter, style, moment.zone, moment.point)
        if isinstance(moment.shown, TimelineMark):
            draw_shapes(
                painter, style, moment.zone, [moment.point], style.mark_size, was_asked=moment.shown.was_asked
            )
        bounds = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        draw_moment_card(painter, bounds, style, moment.zone, moment.point, self.words_of(self._current))

    def _draw_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._current_style().focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
