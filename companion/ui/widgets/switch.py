"""A switch: a check box that looks like what it does, on or off."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from companion.ui.theme.tokens import BODY_SIZE, TIGHT

_WIDTH, _HEIGHT, _KNOB = 38.0, 22.0, 16.0
_GAP = 12.0
_RING = 3


class Switch(QCheckBox):
    """A check box in everything but its looks: Space and click turn it, readers call it a check box.

    It grows with the text. Without a text, give it an accessible name.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The track, the text beside it, and room for the focus ring."""
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()) if self.text() else QSize(0, 0)
        gap = self._scaled(_GAP) if self.text() else 0
        width = self._scaled(_WIDTH) + gap + text.width()
        return QSize(ceil(width) + 2 * _RING, round(max(self._scaled(_HEIGHT), text.height())) + 2 * _RING + TIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """The text turns it too."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, knob, text, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self._track()
        self._paint_track(painter, track)
        self._paint_knob(painter, track)
        if self.text():
            self._paint_text(painter, track)
        if self.hasFocus():
            self._paint_ring(painter, track)

    def _scaled(self, length: float) -> float:
        return length * max(1.0, self.font().pixelSize() / BODY_SIZE)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _track(self) -> QRectF:
        size = QRectF(0, 0, self._scaled(_WIDTH), self._scaled(_HEIGHT)).size()
        left = self.width() - _RING - size.width() if self._is_mirrored() else _RING
        return QRectF(QPointF(left, (self.height() - size.height()) / 2), size)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        edge = self._colour(QPalette.ColorRole.Accent if self.isChecked() else QPalette.ColorRole.Mid)
        fill = edge if self.isChecked() else self._colour(QPalette.ColorRole.Midlight)
        if not self.isEnabled():
            edge = self._colour(QPalette.ColorRole.WindowText)
            fill = edge if self.isChecked() else fill
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), track.height() / 2, track.height() / 2)

    def _paint_knob(self, painter: QPainter, track: QRectF) -> None:
        radius = self._scaled(_KNOB) / 2
        inset = track.height() / 2
        is_right = self.isChecked() is not self._is_mirrored()
        centre = QPointF(track.right() - inset if is_right else track.left() + inset, track.center().y())
        edge = QPalette.ColorRole.Mid if self.isEnabled() else QPalette.ColorRole.WindowText
        painter.setPen(Qt.PenStyle.NoPen if self.isChecked() else QPen(self._colour(edge), 1))
        painter.setBrush(self._colour(QPalette.ColorRole.Base))
        painter.drawEllipse(centre, radius, radius)

    def _paint_text(self, painter: QPainter, track: QRectF) -> None:
        gap = self._scaled(_GAP)
        place = QRect(self.rect())
        if self._is_mirrored():
            place.setRight(round(track.left() - gap))
        else:
            place.setLeft(round(track.right() + gap))
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextShowMnemonic
        painter.drawText(place, int(flags), self.text())

    def _paint_ring(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(QPen(self._colour(QPalette.ColorRole.WindowText), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = track.adjusted(-2, -2, 2, 2)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
