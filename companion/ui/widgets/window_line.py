"""The line on which the two ends of the person's window are moved. Never shown where somebody rates."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.window import LikelyRange
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.rating_track import RatingTrack

PAGE = 10
_HEIGHT, _LEAST_HEIGHT, _GREATEST_HEIGHT, _WIDTH = 240.0, 180.0, 320.0, 96.0
_GRIP_WIDTH, _GRIP_HEIGHT, _RING = 46.0, 12.0, 4.0
_BAR_WIDTH, _BAR_GAP = 4.0, 14.0


class WindowLine(QWidget):
    """Two ends, always at least a point apart; `moved` has the lower and the upper one, in points."""

    moved = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_guess = False
        self._likely: tuple[LikelyRange | None, LikelyRange | None] = (None, None)
        self._dragged: WindowEnd | None = None
        self.upper_end = WindowEnd(_("Upper end of my window"), theme, self)
        self.lower_end = WindowEnd(_("Lower end of my window"), theme, self)
        for end in (self.upper_end, self.lower_end):
            end.valueChanged.connect(self._on_end_moved)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._fit)
        self._fit()

    def put(self, lower: int, upper: int) -> None:
        """Shows these ends; nothing is said."""
        blockers = [QSignalBlocker(self.lower_end), QSignalBlocker(self.upper_end)]
        self.lower_end.setRange(LOWEST, upper - 1)
        self.upper_end.setRange(lower + 1, HIGHEST)
        self.lower_end.setValue(lower)
        self.upper_end.setValue(upper)
        for blocker in blockers:
            blocker.unblock()
        self._place_ends()

    def show_estimate(self, lower: LikelyRange | None, upper: LikelyRange | None, *, is_guess: bool) -> None:
        """Bars beside the line where the ends probably lie; the ends are dashed while they are a guess."""
        self._likely, self._is_guess = (lower, upper), is_guess
        self.update()

    def sizeHint(self) -> QSize:
        """Tall enough that a point can be met."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Short, it is still a line."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_LEAST_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The nearer end comes here, and follows while the button is down."""
        if event.button() is not Qt.MouseButton.LeftButton or not self.isEnabled():
            event.ignore()
            return
        points = self._track.points_at(event.position())
        self._dragged = (
            self.lower_end if points < (self.lower_end.value() + self.upper_end.value()) / 2 else self.upper_end
        )
        self._dragged.setFocus(Qt.FocusReason.MouseFocusReason)
        self._dragged.setValue(points)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The end that is held follows, and stops before the other one."""
        if self._dragged is not None:
            self._dragged.setValue(self._track.points_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end stays where it was left."""
        self._dragged = None
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ends stay at their points."""
        super().resizeEvent(event)
        self._place_ends()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the window between its ends, and where they probably lie."""
        track = self._track
        track.paint(self, self._theme, None, "")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_window(painter, track)
        for likely in self._likely:
            if likely is not None:
                self._paint_likely(painter, track, likely)

    @property
    def _track(self) -> RatingTrack:
        return RatingTrack(self.rect(), self._theme.text_scale)

    def _paint_window(self, painter: QPainter, track: RatingTrack) -> None:
        top, bottom = (track.place_of(end.value()).y() for end in (self.upper_end, self.lower_end))
        body = track.body.adjusted(1, 0, -1, 0)
        painter.fillRect(QRectF(body.left(), top, body.width(), bottom - top), self._theme.color("inside_soft"))
        pen = QPen(self._theme.color("inside"), 1)
        pen.setStyle(Qt.PenStyle.DashLine if self._is_guess else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        for y in (top, bottom):
            painter.drawLine(QPointF(body.left(), y), QPointF(body.right(), y))

    def _paint_likely(self, painter: QPainter, track: RatingTrack, likely: LikelyRange) -> None:
        width, gap = self._theme.px(_BAR_WIDTH), self._theme.px(_BAR_GAP)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = track.body.left() - gap - width if is_mirrored else track.body.right() + gap
        top, bottom = track.place_of(likely.high).y(), track.place_of(likely.low).y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("inside"))
        painter.drawRoundedRect(QRectF(left, top - width / 2, width, bottom - top + width), width / 2, width / 2)

    def _on_end_moved(self) -> None:
        lower, upper = self.lower_end.value(), self.upper_end.value()
        self.put(lower, upper)
        self.moved.emit(lower, upper)

    def _fit(self) -> None:
        self.setMaximumHeight(self._theme.px(_GREATEST_HEIGHT))
        self.updateGeometry()
        self._place_ends()

    def _place_ends(self) -> None:
        for end in (self.upper_end, self.lower_end):
            end.adjustSize()
            middle = QPointF(self._track.body.center().x(), self._track.place_of(end.value()).y())
            end.move((middle - QPointF(end.width() / 2, end.height() / 2)).toPoint())
        self.update()


class WindowEnd(QSlider):
    """One end: arrow keys move it by 1, Page keys by 10. The line it lies on takes the mouse."""

    def __init__(self, name: str, theme: Theme, line: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, line)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSingleStep(1)
        self.setPageStep(PAGE)
        self.setRange(LOWEST, HIGHEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """A grip with room for the ring around it."""
        return QSize(self._theme.px(_GRIP_WIDTH + 2 * _RING), self._theme.px(_GRIP_HEIGHT + 2 * _RING))

    def minimumSizeHint(self) -> QSize:
        """Always the same."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls under the pointer changes nothing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A grip across the line; a ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._theme.px(_RING)
        grip = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        painter.setPen(QPen(self._theme.color("surface"), 2))
        painter.setBrush(self._theme.color("inside" if self.isEnabled() else "faded"))
        painter.drawRoundedRect(grip, grip.height() / 2, grip.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
