"""The circle of a practice: it grows and sinks with the breath, and a ring around it says how much is done."""

import math

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme.theme import Theme

_SIZE, _LEAST = 390, 150
_LARGEST, _LARGEST_OF_STEPS = 430, 210
_RING, _SOFT, _LARGE, _SMALL = 190.0, 150.0, 150.0, 96.0  # radii at full size
_TRACK, _ARC = 2.0, 5.0
_SAY, _MORE, _NUMBER = 27.0, 16.0, 60.0
_SMALLEST_WORDS = 11
_DOT, _DOT_GAP = 5.0, 18.0
_WHOLE = 360 * 16
_LEAST_STEP = 0.02  # pixels; what changes less is not painted anew


class PracticePacer(QWidget):
    """Paints what it was shown last. `show_frame` paints only what moves anew, `show_words` what is said in it.

    Readers hear nothing of it: whoever shows it says the steps.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fullness = 0.0
        self._done = 0.0
        self._say, self._more, self._short = "", "", ""
        self._things, self._noticed = 0, 0
        self._ground: QPixmap | None = None
        self._words: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST, _LEAST)
        self.keep_small(False)
        theme.changed.connect(self._forget)

    def sizeHint(self) -> QSize:
        """It takes what room there is; a page that scrolls gives it the least."""
        return QSize(_LEAST, _LEAST)

    def keep_small(self, is_small: bool) -> None:
        """Where the words stand below it, it leaves them the room."""
        self.setMaximumHeight(_LARGEST_OF_STEPS if is_small else _LARGEST)

    def show_words(self, say: str, more: str, short: str) -> None:
        """What stands in the circle: large words and small ones; `short` where the small ones do not fit."""
        if (say, more, short, 0) != (self._say, self._more, self._short, self._things):
            self._say, self._more, self._short, self._things, self._noticed = say, more, short, 0, 0
            self._words = None
            self.update(self._disc(_SOFT).toAlignedRect())

    def show_things(self, things: int, noticed: int) -> None:
        """How many things are asked for, as a number and a dot for each, filled for those that are found by now."""
        if ("", things, noticed) != (self._short, self._things, self._noticed):
            self._say, self._more, self._short = str(things) if things else "", "", ""
            self._things, self._noticed = things, noticed
            self._words = None
            self.update(self._disc(_SOFT).toAlignedRect())

    def show_frame(self, fullness: float, done: float) -> None:
        """How full the circle is and how much is done, both from 0 to 1."""
        if self._angle(done) != self._angle(self._done):
            self.update(self._grown_arc(self._done, done))
            self._done = done
        if abs(fullness - self._fullness) * (_LARGE - _SMALL) * self._scale >= _LEAST_STEP:
            larger = max(fullness, self._fullness)
            self._fullness = fullness
            self.update(self._disc(self._radius(larger)).toAlignedRect().adjusted(-1, -1, 1, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground is painted once for each size, the disc and the arc where they changed."""
        painter = QPainter(self)
        if self._ground is None:
            self._ground = self._painted_ground()
        painter.drawPixmap(event.rect(), self._ground, self._in_pixels(event.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        disc = self._disc(self._radius(self._fullness))
        if event.rect().intersects(disc.toAlignedRect()):
            painter.drawEllipse(disc)
            self._paint_words(painter)
        self._paint_arc(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is of another size."""
        super().resizeEvent(event)
        self._forget()

    @property
    def _scale(self) -> float:
        return min(self.width(), self.height()) / _SIZE

    def _radius(self, fullness: float) -> float:
        return _SMALL + (_LARGE - _SMALL) * fullness

    def _disc(self, radius: float) -> QRectF:
        half = radius * self._scale
        return QRectF(self.width() / 2 - half, self.height() / 2 - half, 2 * half, 2 * half)

    def _forget(self) -> None:
        self._ground = self._words = None
        self.update()

    def _painted_ground(self) -> QPixmap:
        ground, painter = self._canvas()
        painter.setPen(QPen(self._theme.color("line"), _TRACK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._disc(_RING))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("inside_soft"))
        painter.drawEllipse(self._disc(_SOFT))
        painter.end()
        return ground

    def _canvas(self) -> tuple[QPixmap, QPainter]:
        ratio = self.devicePixelRatioF()
        canvas = QPixmap(self.size() * ratio)
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return canvas, painter

    def _in_pixels(self, rect: QRect) -> QRect:
        ratio = self.devicePixelRatioF()
        return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio).toRect()

    def _paint_arc(self, painter: QPainter) -> None:
        if self._angle(self._done):
            pen = QPen(self._theme.color("accent"), _ARC * max(0.5, self._scale))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawArc(self._disc(_RING), _WHOLE // 4, -self._angle(self._done))

    def _angle(self, done: float) -> int:
        """In sixteenths of a degree, by steps of half a degree."""
        return round(done * _WHOLE / 8) * 8

    def _grown_arc(self, before: float, after: float) -> QRect:
        """Around what the arc grew by; the whole ring where that is much."""
        if abs(after - before) > 1 / 16:
            return self.rect()
        ring = self._disc(_RING)
        ends = [math.tau * (share - 0.25) for share in (before, after)]
        points = [
            QPoint(
                round(ring.center().x() + math.cos(end) * ring.width() / 2),
                round(ring.center().y() + math.sin(end) * ring.height() / 2),
            )
            for end in ends
        ]
        return QRect(points[0], points[1]).normalized().adjusted(-9, -9, 9, 9)

    def _paint_words(self, painter: QPainter) -> None:
        if not self._say:
            return
        if self._words is None:
            self._words = self._painted_words()
        painter.drawPixmap(0, 0, self._words)

    def _painted_words(self) -> QPixmap:
        canvas, painter = self._canvas()
        painter.setPen(self._theme.color("on_accent"))
        room = self._disc(_SMALL * 0.94)
        say = self._fitting(self._say, _NUMBER if self._things else _SAY, QFont.Weight.DemiBold, room.width())
        more, said = self._fitting(self._more, _MORE, QFont.Weight.Normal, room.width() * 0.86), self._more
        if QFontMetricsF(more).horizontalAdvance(said) > room.width():
            more, said = self._fitting(self._short, _MORE, QFont.Weight.Normal, room.width()), self._short
        say_height, more_height = (QFontMetricsF(font).height() for font in (say, more))
        dots = _DOT_GAP * self._scale if self._things else 0.0
        whole = say_height + (more_height if self._more else 0.0) + dots
        top = room.center().y() - whole / 2
        painter.setFont(say)
        painter.drawText(QRectF(room.left(), top, room.width(), say_height), Qt.AlignmentFlag.AlignCenter, self._say)
        painter.setFont(more)
        below = QRectF(room.left(), top + say_height, room.width(), more_height)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, said)
        self._paint_dots(painter, top + whole - dots / 2)
        painter.end()
        return canvas

    def _paint_dots(self, painter: QPainter, middle: float) -> None:
        gap, radius = _DOT_GAP * self._scale, _DOT * self._scale
        left = self.width() / 2 - gap * (self._things - 1) / 2
        for number in range(self._things):
            painter.setBrush(painter.pen().color() if number < self._noticed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + number * gap - radius, middle - radius, 2 * radius, 2 * radius))

    def _fitting(self, words: str, size: float, weight: QFont.Weight, room: float) -> QFont:
        """The font in which the words fit; at the text size of the person where there is room for that."""
        font = QFont(self.font())
        font.setWeight(weight)
        pixels = max(_SMALLEST_WORDS, min(self._theme.px(size), round(size * 1.3 * max(self._scale, 0.5))))
        while pixels > _SMALLEST_WORDS:
            font.setPixelSize(pixels)
            if QFontMetricsF(font).horizontalAdvance(words) <= room:
                return font
            pixels -= 1
        font.setPixelSize(_SMALLEST_WORDS)
        return font
