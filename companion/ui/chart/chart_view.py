"""The chart on the screen: shows a state, and one moment of it to the pointer, the keyboard and a screen reader."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from companion.presentation.bins import Bin
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline import PIXELS_PER_BIN, Emptiness, Room, TimelineMark, TimelineState
from companion.presentation.timeline_event import TimelineEvent, TimelinePractice
from companion.presentation.timeline_words import MomentWords
from companion.presentation.translation import _
from companion.ui.chart.accessible import ReadableChart, say
from companion.ui.chart.geometry import plot_width
from companion.ui.chart.gesture import STEP, Around, Gesture, key_move
from companion.ui.chart.life_events import draw_moved_event
from companion.ui.chart.looked_at import draw_focus, draw_looked_at
from companion.ui.chart.moments import PlacedMoment, nearest
from companion.ui.chart.picture import ChartPicture
from companion.ui.chart.style import ChartStyle, style_of
from companion.ui.theme.theme import Theme

Teller = Callable[[TimelineMark | Bin | TimelineEvent | TimelinePractice, TimelineState], MomentWords]
_LONGEST_TICK_LABEL = "26 Oct 2026"
_TICK_GAP = 16
_NARROWEST = 240
_LOWEST = 300
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEY_ZOOM = STEP * STEP


class ChartView(ReadableChart):
    """Draws what it is given; `tell` puts one moment into words, `around` gives what can be dragged into sight.

    Keys: Left and Right go from moment to moment, Home and End to the first and last, Escape lets go; Page Up and
    Page Down ask for the range before and after, + and - for a shorter and a longer one. Enter or a click opens what
    is looked at: a check-in by its id and its seconds since 1970 UTC, a life event by its id, a bin by its days. On
    a life event Ctrl with Left or Right moves it and Delete takes it away; Insert asks for a new one at a moment in
    wall seconds.
    """

    earlier_wanted = Signal()
    later_wanted = Signal()
    room_changed = Signal(Room)
    moment_opened = Signal(str, float)
    zoom_wanted = Signal(float, float)
    span_wanted = Signal(float, float)
    event_opened = Signal(str)
    event_moved = Signal(str, float)
    event_delete_wanted = Signal(str)
    event_wanted = Signal(float)
    menu_wanted = Signal(QPoint, str, float)

    def __init__(self, theme: Theme, tell: Teller, around: Around | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._tell = tell
        self._state: TimelineState | None = None
        self._current: int | None = None
        self._style: ChartStyle | None = None
        self._picture = ChartPicture(self)
        self._gesture = Gesture(self._picture, around or (lambda: self._state), self)
        self._gesture.moved.connect(self.span_wanted)
        self._gesture.zoomed.connect(self.zoom_wanted)
        self._gesture.event_moved.connect(self.event_moved)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Arousal over time"))
        theme.changed.connect(self._restyle)

    def show_state(self, state: TimelineState, summary: str) -> None:
        """Shows a state; `summary` says it in a sentence for screen readers."""
        # Somebody on a moment stays on it while others come and go.
        kept = self._current_id()
        self._gesture.end()
        self._state = state
        self.setAccessibleDescription(summary)
        gently = self._theme.motion_wanted and state.emptiness is not Emptiness.LOCKED
        self._picture.show(state, self._current_style(), gently=gently)
        found = (number for number, moment in enumerate(self.moments) if kept is not None and moment.id == kept)
        self._current = next(found, None)
        if self.underMouse():
            self._gesture.prepare()

    @property
    def moments(self) -> list[PlacedMoment]:
        """What is shown and where, in the order of time."""
        self._picture.made()
        return self._picture.moments

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

    @property
    def is_moving(self) -> bool:
        """True in the middle of a gesture."""
        return self._picture.is_moving

    def middle(self) -> float:
        """The moment that a key is about: that of the cursor, else the middle of what is seen; in wall seconds."""
        geometry = self._picture.geometry
        if geometry is None:
            return 0.0
        x = geometry.plot.center().x() if self._current is None else self.moments[self._current].point.x()
        return geometry.wall(x)

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
        painter = QPainter(self)
        if self._state is None:
            painter.fillRect(self.rect(), self._current_style().surface)
        self._picture.paint(painter)
        if self._current is None and not self.hasFocus() and self._gesture.dragged_event is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._picture.is_moving:
            self._draw_current(painter)
        if self.hasFocus():
            draw_focus(painter, self.rect(), self._current_style())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width may hold more or less."""
        super().resizeEvent(event)
        self._picture.redraw()
        self.room_changed.emit(self.room())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of a life event, or of time."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_open:
            self._gesture.take(event.position(), self._event_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The nearest moment within reach, or where what is held is dragged to."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._gesture.drag(event.position())
            if self._gesture.is_dragging:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.look_at(None)
                return
        if not self._picture.is_moving:
            self.look_at(nearest(self.moments, event.position()))
            if self._event_at(event.position()) is None:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what it is on."""
        self.unsetCursor()
        if event.button() is Qt.MouseButton.LeftButton and not self._gesture.let_go():
            self.look_at(nearest(self.moments, event.position()))
            self._open_current()
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms about the pointer; sideways or with Shift it moves. Where there is no farther, the page scrolls."""
        down, across = event.angleDelta().y(), event.angleDelta().x()
        is_sideways = abs(across) > abs(down) or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self._is_open or (not is_sideways and self._is_at_end(down)):
            event.ignore()
            return
        self.look_at(None)
        if is_sideways:
            self._gesture.push(across or down)
        else:
            self._gesture.turn(down, event.position().x())
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Somebody who points at it may well drag it."""
        if self._is_open:
            self._gesture.prepare()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone, and the card with it."""
        self.look_at(None)
        self._picture.let_go_of_prepared()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done there."""
        geometry = self._picture.geometry
        if not self._is_open or geometry is None:
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        number = self._current if by_key else nearest(self.moments, QPointF(event.pos()))
        shown = None if number is None else self.moments[number].shown
        wall = self.middle() if by_key else geometry.wall(event.pos().x())
        place = self.mapToGlobal(self.moment_point(number)) if by_key and number is not None else event.globalPos()
        self.menu_wanted.emit(place, shown.id if isinstance(shown, TimelineEvent) else "", wall)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From moment to moment, and from range to range."""
        key = event.key()
        if key == Qt.Key.Key_PageUp:
            self.earlier_wanted.emit()
        elif key == Qt.Key.Key_PageDown:
            self.later_wanted.emit()
        elif key in _ENTER:
            self._open_current()
        elif key in (*_NEARER, *_FARTHER) and self._is_open:
            self.zoom_wanted.emit(1 / _KEY_ZOOM if key in _NEARER else _KEY_ZOOM, self.middle())
        elif not self._edit_by_key(event) and not self._move_cursor(key):
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

    @property
    def _is_open(self) -> bool:
        return self._state is not None and self._state.emptiness in (Emptiness.NONE, Emptiness.NONE_IN_RANGE)

    def _is_at_end(self, down: int) -> bool:
        """True if the wheel cannot come nearer, or go farther, than what is shown."""
        if self._state is None or self._picture.is_moving:
            return False
        return self._state.chart_range is (ChartRange.DAY if down > 0 else ChartRange.ALL)

    def _open_current(self) -> None:
        shown = None if self._current is None else self.moments[self._current].shown
        if isinstance(shown, TimelineMark | TimelinePractice):
            self.moment_opened.emit(shown.id, shown.at)
        elif isinstance(shown, TimelineEvent):
            self.event_opened.emit(shown.id)
        elif shown is not None and self._state is not None and self._state.days_in_bin:
            self.span_wanted.emit(shown.start, shown.end)

    def _event_at(self, point: QPointF) -> TimelineEvent | None:
        number = nearest(self.moments, point)
        shown = None if number is None else self.moments[number].shown
        return shown if isinstance(shown, TimelineEvent) else None

    def _edit_by_key(self, event: QKeyEvent) -> bool:
        """True if the key was about a life event."""
        if event.key() == Qt.Key.Key_Insert and self._is_open:
            self.event_wanted.emit(self.middle())
            return True
        shown = None if self._current is None else self.moments[self._current].shown
        if not isinstance(shown, TimelineEvent) or self._state is None:
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.event_delete_wanted.emit(shown.id)
            return True
        if event.key() in _STEPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = key_move(self._picture.span)
            self.event_moved.emit(shown.id, shown.wall + _STEPS[Qt.Key(event.key())] * step)
            return True
        return False

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
        is_on = self._current is not None and self._current < len(self._picture.moments)
        return self._picture.moments[self._current or 0].id if is_on else None

    def _restyle(self) -> None:
        self._style = None
        self.updateGeometry()
        self._picture.redraw(self._current_style())

    def _current_style(self) -> ChartStyle:
        if self._style is None:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self._style = style_of(self._theme, self.font(), is_mirrored=mirrored)
        return self._style

    def _draw_current(self, painter: QPainter) -> None:
        style, dragged, geometry = self._current_style(), self._gesture.dragged_event, self._picture.geometry
        if geometry is None:
            return
        if dragged is not None:
            draw_moved_event(painter, geometry, style, *dragged)
        elif self._current is not None and self._current < len(self.moments):
            moment, words = self.moments[self._current], self.words_of(self._current)
            draw_looked_at(painter, self.rect(), geometry, style, moment, words)
