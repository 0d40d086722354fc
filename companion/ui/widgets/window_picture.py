"""The window of tolerance in one picture: three bands, and a dot that can be moved to see what each is like."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.window import STARTING_GUESS
from companion.domain.zone import Zone
from companion.presentation.translation import _
from companion.presentation.zones import zone_label
from companion.ui.theme.theme import Theme
from companion.ui.theme.zone_patterns import fill_zone
from companion.ui.theme.zone_shapes import zone_path

PAGE, MIDDLE = 10, (LOWEST + HIGHEST) // 2
_WIDTH, _LEAST_WIDTH, _HEIGHT, _LEAST_HEIGHT = 420.0, 160.0, 216.0, 150.0
_EDGE, _RADIUS, _DOT, _MARK, _INSET = 1.0, 12.0, 26.0, 12.0, 14.0
_STRIPE = 7.0
_SOFT = {Zone.ABOVE: "above_soft", Zone.INSIDE: "inside_soft", Zone.BELOW: "below_soft"}
_INK = {Zone.ABOVE: "above", Zone.INSIDE: "inside", Zone.BELOW: "below"}


class WindowPicture(QSlider):
    """A slider from 0 to 100 that begins in the middle. It knows nothing of the person, and nothing of it is kept."""

    def __init__(self, theme: Theme, zone_at: Callable[[int], Zone]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme
        self._zone_at = zone_at
        self.setRange(LOWEST, HIGHEST)
        self.setSingleStep(2)
        self.setPageStep(PAGE)
        self.setValue(MIDDLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("A dot in the picture of the window: move it up and down"))
        theme.changed.connect(self.updateGeometry)

    @property
    def zone(self) -> Zone:
        """Where the dot is."""
        return self._zone_at(self.value())

    def sizeHint(self) -> QSize:
        """Large enough for a finger."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Small, it is still a picture."""
        return QSize(self._theme.px(_LEAST_WIDTH), self._theme.px(_LEAST_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The dot comes here, and follows while the button is down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._points_at(event.position()))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The dot follows."""
        if self.isSliderDown():
            self.setValue(self._points_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The dot stays where it was left."""
        self.setSliderDown(False)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls under the pointer moves nothing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bands with their names, the dot, and a ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self._box, self._theme.px(_RADIUS)
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipPath(outline)
        for zone, band in self._bands():
            self._paint_band(painter, zone, band)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        has_keyboard = self.hasFocus()
        painter.setPen(QPen(self._theme.color("focus" if has_keyboard else "outline"), 2 if has_keyboard else 1))
        painter.drawPath(outline)
        self._paint_dot(painter)

    @property
    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _bands(self) -> list[tuple[Zone, QRectF]]:
        box, top, bottom = self._box, self._y_of(STARTING_GUESS.upper), self._y_of(STARTING_GUESS.lower)
        return [
            (Zone.ABOVE, QRectF(box.left(), box.top(), box.width(), top - box.top())),
            (Zone.INSIDE, QRectF(box.left(), top, box.width(), bottom - top)),
            (Zone.BELOW, QRectF(box.left(), bottom, box.width(), box.bottom() - bottom)),
        ]

    def _paint_band(self, painter: QPainter, zone: Zone, band: QRectF) -> None:
        theme = self._theme
        painter.fillRect(band, theme.color(_SOFT[zone]))
        stripe = theme.px(_STRIPE)
        left = band.right() - stripe if self._is_mirrored else band.left()
        fill_zone(painter, theme, zone, QRectF(left, band.top(), stripe, band.height()))
        is_here = zone is self.zone
        inset, mark = theme.px(_INSET) + stripe, theme.px(_MARK)
        at = band.right() - inset - mark / 2 if self._is_mirrored else band.left() + inset + mark / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(_INK[zone]))
        painter.drawPath(zone_path(zone, mark).translated(at, band.center().y()))
        font = self.font()
        font.setBold(is_here)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        aside, room = inset + mark * 1.8, self._room_for_dot
        words = band.adjusted(room, 0, -aside, 0) if self._is_mirrored else band.adjusted(aside, 0, -room, 0)
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, flags.value | Qt.TextFlag.TextWordWrap.value, zone_label(zone))

    def _paint_dot(self, painter: QPainter) -> None:
        theme, half = self._theme, self._theme.px(_DOT) / 2
        middle = QPointF(self._dot_x, self._y_of(self.value()))
        painter.setPen(QPen(theme.color("outline"), 1))
        box, air = self._box, self._theme.px(_DOT)
        painter.drawLine(QPointF(middle.x(), box.top() + air / 2), QPointF(middle.x(), box.bottom() - air / 2))
        painter.setPen(QPen(theme.color("surface"), 3))
        painter.setBrush(theme.color("ink"))
        painter.drawEllipse(middle, half, half)

    @property
    def _room_for_dot(self) -> float:
        return self._theme.px(_DOT) * 2.0

    @property
    def _dot_x(self) -> float:
        box, room = self._box, self._room_for_dot
        return box.left() + room * 0.6 if self._is_mirrored else box.right() - room * 0.6

    def _y_of(self, points: int) -> float:
        share = (points - LOWEST) / (HIGHEST - LOWEST)
        return self._lowest_y + (self._highest_y - self._lowest_y) * share

    def _points_at(self, place: QPointF) -> int:
        share = (self._lowest_y - place.y()) / (self._lowest_y - self._highest_y)
        return round(LOWEST + min(1.0, max(0.0, share)) * (HIGHEST - LOWEST))

    @property
    def _highest_y(self) -> float:
        return self._box.top() + self._theme.px(_DOT) * 0.7

    @property
    def _lowest_y(self) -> float:
        return self._box.bottom() - self._theme.px(_DOT) * 0.7
