"""How the line of a rating looks, and which value lies where on it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QWidget

from companion.domain.arousal import HIGHEST, LOWEST
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SMALL_SIZE

UPRIGHT_THICKNESS = 34.0
LYING_THICKNESS = 26.0
_HANDLE = 24.0 / UPRIGHT_THICKNESS
_RING_GAP = 4.0
_RING = 2.0
_ECHO_GAP = 10.0


class RatingTrack:
    """The track in the middle of `room`, in pixels; `scale` is that of the text.

    An upright one runs from the bottom to the top, a lying one in the direction of reading.
    """

    def __init__(self, room: QRect, scale: float, *, is_upright: bool = True, is_mirrored: bool = False) -> None:
        edge = round(_RING_GAP + _RING)
        self._scale = scale
        self._is_upright = is_upright
        self._is_mirrored = is_mirrored
        self.thickness = round((UPRIGHT_THICKNESS if is_upright else LYING_THICKNESS) * scale)
        if is_upright:
            left = room.left() + (room.width() - self.thickness) // 2
            self.body = QRectF(left, room.top() + edge, self.thickness, room.height() - 2 * edge)
        else:
            top = room.top() + (room.height() - self.thickness) // 2
            self.body = QRectF(room.left() + edge, top, room.width() - 2 * edge, self.thickness)

    def place_of(self, points: int) -> QPointF:
        """Where the middle of the handle is for a value."""
        share = (points - LOWEST) / (HIGHEST - LOWEST)
        return self._low + (self._high - self._low) * share

    def points_at(self, place: QPointF) -> int:
        """The value at a place; beyond the ends it is the end."""
        if self._is_upright:
            share = (self._low.y() - place.y()) / (self._low.y() - self._high.y())
        else:
            share = (place.x() - self._low.x()) / (self._high.x() - self._low.x())
        return round(LOWEST + min(1.0, max(0.0, share)) * (HIGHEST - LOWEST))

    def paint(self, line: QWidget, theme: Theme, points: int | None, echo: str) -> None:
        """Paints it on `line`: no ticks, no bounds, no number but the echo of what is being typed."""
        painter = QPainter(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_body(painter, theme)
        if points is not None:
            self._paint_handle(painter, theme, points)
            if echo:
                self._paint_echo(painter, line, theme, points, echo)
        if line.hasFocus():
            self._paint_ring(painter, theme)

    @property
    def _low(self) -> QPointF:
        half, body = self.body.width() / 2 if self._is_upright else self.body.height() / 2, self.body
        if self._is_upright:
            return QPointF(body.center().x(), body.bottom() - half)
        return QPointF(body.right() - half if self._is_mirrored else body.left() + half, body.center().y())

    @property
    def _high(self) -> QPointF:
        middle, low = self.body.center(), self._low
        return QPointF(2 * middle.x() - low.x(), 2 * middle.y() - low.y())

    def _paint_body(self, painter: QPainter, theme: Theme) -> None:
        fill = QLinearGradient(self._end(self._high), self._end(self._low))
        fill.setColorAt(0, _faded(theme.color("ink"), 0.24))
        fill.setColorAt(1, _faded(theme.color("ink"), 0.05))
        painter.setPen(QPen(theme.color("outline"), 1))
        painter.setBrush(fill)
        radius = self.thickness / 2
        painter.drawRoundedRect(self.body.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _end(self, place: QPointF) -> QPointF:
        """The end of the track beyond the middle of a handle that is there."""
        outwards = place - self.body.center()
        along = abs(outwards.x()) + abs(outwards.y())
        return place + outwards * (self.thickness / 2 / along) if along else place

    def _paint_handle(self, painter: QPainter, theme: Theme, points: int) -> None:
        middle = self.place_of(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        outer = self.thickness / 2 - 1
        painter.drawEllipse(middle, outer, outer)
        painter.setBrush(theme.color("ink"))
        inner = _HANDLE * self.thickness / 2
        painter.drawEllipse(middle, inner, inner)

    def _paint_echo(self, painter: QPainter, line: QWidget, theme: Theme, points: int, echo: str) -> None:
        font = line.font()
        font.setPixelSize(theme.px(SMALL_SIZE))
        painter.setFont(font)
        painter.setPen(theme.color("muted" if self._is_upright else "ink"))
        place, beside = self._room_for_echo(line, self.place_of(points))
        painter.drawText(place, int(beside | Qt.AlignmentFlag.AlignVCenter), echo)

    def _room_for_echo(self, line: QWidget, handle: QPointF) -> tuple[QRectF, Qt.AlignmentFlag]:
        """Beside an upright track; on a lying one beside the handle, where there is more of it."""
        gap, high = _ECHO_GAP * self._scale, self.body.height() if not self._is_upright else 2 * self.thickness
        from_x, to_x = self.body.right() + gap, float(line.width())
        is_before = self._is_mirrored
        if self._is_upright and is_before:
            from_x, to_x = 0.0, self.body.left() - gap
        elif not self._is_upright:
            is_before = handle.x() > self.body.center().x()
            edge = self.thickness / 2 + gap / 2
            from_x, to_x = (self.body.left(), handle.x() - edge) if is_before else (handle.x() + edge, to_x)
        beside = Qt.AlignmentFlag.AlignRight if is_before else Qt.AlignmentFlag.AlignLeft
        return QRectF(from_x, handle.y() - high / 2, to_x - from_x, high), beside

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QPen(theme.color("focus"), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = _RING_GAP - _RING / 2 + 1
        ring = self.body.adjusted(-out, -out, out, out)
        radius = min(ring.width(), ring.height()) / 2
        painter.drawRoundedRect(ring, radius, radius)


def _faded(colour: QColor, share: float) -> QColor:
    colour.setAlphaF(share)
    return colour
