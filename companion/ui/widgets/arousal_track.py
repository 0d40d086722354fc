"""How the arousal line looks, and which value lies at which height."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QWidget

from companion.domain.arousal import HIGHEST, LOWEST
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SMALL_SIZE

_WIDTH = 34.0
_HANDLE = 24.0
_RING_GAP = 4.0
_RING = 2.0
_ECHO_GAP = 10.0


class ArousalTrack:
    """The track in the middle of `room`, in pixels; `scale` is that of the text."""

    def __init__(self, room: QRect, scale: float) -> None:
        width = round(_WIDTH * scale)
        edge = round(_RING_GAP + _RING)
        left = room.left() + (room.width() - width) // 2
        self._scale = scale
        self.body = QRectF(left, room.top() + edge, width, room.height() - 2 * edge)

    def height_of(self, points: int) -> float:
        """Where the middle of the handle is for a value."""
        share = (points - LOWEST) / (HIGHEST - LOWEST)
        return self._bottom - share * (self._bottom - self._top)

    def points_at(self, height: float) -> int:
        """The value at a height; beyond the ends it is the end."""
        share = (self._bottom - height) / (self._bottom - self._top)
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
    def _top(self) -> float:
        return self.body.top() + self.body.width() / 2

    @property
    def _bottom(self) -> float:
        return self.body.bottom() - self.body.width() / 2

    def _paint_body(self, painter: QPainter, theme: Theme) -> None:
        fill = QLinearGradient(self.body.topLeft(), self.body.bottomLeft())
        fill.setColorAt(0, _faded(theme.color("ink"), 0.24))
        fill.setColorAt(1, _faded(theme.color("ink"), 0.05))
        painter.setPen(QPen(theme.color("outline"), 1))
        painter.setBrush(fill)
        radius = self.body.width() / 2
        painter.drawRoundedRect(self.body.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_handle(self, painter: QPainter, theme: Theme, points: int) -> None:
        middle = QPointF(self.body.center().x(), self.height_of(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        outer = self.body.width() / 2 - 1
        painter.drawEllipse(middle, outer, outer)
        painter.setBrush(theme.color("ink"))
        inner = _HANDLE * self._scale / 2
        painter.drawEllipse(middle, inner, inner)

    def _paint_echo(self, painter: QPainter, line: QWidget, theme: Theme, points: int, echo: str) -> None:
        font = line.font()
        font.setPixelSize(theme.px(SMALL_SIZE))
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        height = painter.fontMetrics().height()
        top = self.height_of(points) - height / 2
        is_mirrored = line.layoutDirection() is Qt.LayoutDirection.RightToLeft
        gap = _ECHO_GAP * self._scale
        if is_mirrored:
            place = QRectF(0, top, self.body.left() - gap, height)
        else:
            left = self.body.right() + gap
            place = QRectF(left, top, line.width() - left, height)
        beside = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(beside | Qt.AlignmentFlag.AlignVCenter), echo)

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QPen(theme.color("focus"), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = _RING_GAP - _RING / 2 + 1
        ring = self.body.adjusted(-out, -out, out, out)
        painter.drawRoundedRect(ring, ring.width() / 2, ring.width() / 2)


def _faded(colour: QColor, share: float) -> QColor:
    colour.setAlphaF(share)
    return colour
