"""One of the five answers: its shape, its label with the letter underlined, and a few words about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from companion.presentation.zones import ZoneWords
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import BODY_SIZE, BUTTON_RADIUS, SMALL_SIZE
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextLine

_SHAPE = 13.0
_SHAPE_COLUMN = 40.0
_END_SPACE = 10.0
_PADDING = 9.0
_LEAST_TEXT = 96.0
_LEAST_HEIGHT = 52.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class _Lines(NamedTuple):
    """Text laid out in lines of a width, in pixels."""

    layout: QTextLayout
    height: float


class AnswerRow(QRadioButton):
    """A radio button that is un-chosen when chosen again. Arrow keys only ask for the focus to move on."""

    answered = Signal()
    step_wanted = Signal(int)

    def __init__(self, words: ZoneWords, theme: Theme) -> None:
        super().__init__()
        self.words = words
        self._theme = theme
        self._is_choosing = False
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)
        self.show_words(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_words(self, words: ZoneWords) -> None:
        """The same answer in these words, which may be the person's own: an ampersand is text."""
        self.words = words
        self.setText(words.label.replace("&", "&&"))
        self.setAccessibleDescription(words.description)
        self.update()

    def choose(self, chosen: bool) -> None:
        """Marks it or takes the mark off, and leaves its neighbours as they are."""
        # Readers call a button a radio button only while it is exclusive, and Qt un-chooses only others then.
        self._is_choosing = True
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)
        self._is_choosing = False

    def nextCheckState(self) -> None:
        """A click means something here in both states; see `_on_clicked`."""

    def heightForWidth(self, width: int) -> int:
        """What its text needs at that width, and never less than a finger."""
        label, description = self._laid_out(self._text_width(width))
        text = label.height + description.height
        return round(max(text + 2 * self._theme.px(_PADDING), self._theme.px(_LEAST_HEIGHT)))

    def sizeHint(self) -> QSize:
        """Room for its words on one line each."""
        font = self._font(BODY_SIZE, QFont.Weight.DemiBold)
        width = max(
            self._one_line(font, self.words.label), self._one_line(self._small_font(), self.words.description)
        )
        whole = round(width) + self._theme.px(_SHAPE_COLUMN) + 2 * self._theme.px(_END_SPACE)
        return QSize(whole, self.heightForWidth(whole))

    def minimumSizeHint(self) -> QSize:
        """Narrow, its words wrap."""
        width = self._theme.px(_SHAPE_COLUMN + _LEAST_TEXT)
        return QSize(width, self._theme.px(_LEAST_HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move on; a held key does nothing; Enter, which some desktops let press buttons, is for saving."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.step_wanted.emit(step)
        elif event.isAutoRepeat() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge and fill, shape, words; a second edge inside where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_shape(painter)
        self._paint_words(painter)

    def _on_clicked(self) -> None:
        self.choose(not self.isChecked())
        self.answered.emit()

    def _on_toggled(self, chosen: bool) -> None:
        """Assistive technology chooses without a click; the one that gives way then says nothing."""
        if chosen and not self._is_choosing:
            self.answered.emit()

    def _paint_ground(self, painter: QPainter) -> None:
        is_chosen, theme = self.isChecked(), self._theme
        edge = "accent" if is_chosen or self.underMouse() else "outline"
        thickness = 2.0 if is_chosen else 1.0
        painter.setPen(QPen(theme.color(edge), thickness))
        painter.setBrush(theme.color("accent_soft" if is_chosen else "surface"))
        _rounded(painter, QRectF(self.rect()), thickness / 2, BUTTON_RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            _rounded(painter, QRectF(self.rect()), 4, BUTTON_RADIUS - 3)

    def _paint_shape(self, painter: QPainter) -> None:
        size = _SHAPE * self._theme.text_scale
        across = self._theme.px(_SHAPE_COLUMN) / 2 + 1
        x = self.width() - across if self._is_mirrored() else across
        colour = zone_colour(self._theme, self.words.zone)
        hollow = is_outlined(self.words.zone)
        painter.save()
        painter.translate(x, self.height() / 2)
        painter.setPen(QPen(colour, 1.8 * self._theme.text_scale) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawPath(zone_path(self.words.zone, size))
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        width = self._text_width(self.width())
        label, description = self._laid_out(width)
        top = (self.height() - label.height - description.height) / 2
        left = self._theme.px(_END_SPACE) if self._is_mirrored() else self._theme.px(_SHAPE_COLUMN)
        painter.setPen(self._theme.color("ink"))
        label.layout.draw(painter, QPointF(left, top))
        self._underline_letter(painter, label.layout, QPointF(left, top))
        painter.setPen(self._theme.color("muted"))
        description.layout.draw(painter, QPointF(left, top + label.height))

    def _underline_letter(self, painter: QPainter, layout: QTextLayout, corner: QPointF) -> None:
        """Drawn by hand: QTextCharFormat could do it, and would load a hundred names of formats (2 ms)."""
        if self.words.letter_at is None:
            return
        label, at = self.words.label, self.words.letter_at
        ends = _utf16_length(label[:at]), _utf16_length(label[: at + 1])
        line = layout.lineForTextPosition(ends[0])
        metrics = QFontMetricsF(layout.font())
        left, right = _sides(line, ends, metrics.horizontalAdvance(label[at]))
        height = line.y() + line.ascent() + metrics.underlinePos()
        stroke = QRectF(corner.x() + left, corner.y() + height, right - left, metrics.lineWidth())
        painter.fillRect(stroke, self._theme.color("ink"))

    def _laid_out(self, width: float) -> tuple[_Lines, _Lines]:
        direction = self.layoutDirection()
        bold = self._font(BODY_SIZE, QFont.Weight.DemiBold)
        label = _lines(self.words.label, bold, width, direction)
        return label, _lines(self.words.description, self._small_font(), width, direction)

    def _text_width(self, width: int) -> float:
        return width - self._theme.px(_SHAPE_COLUMN) - self._theme.px(_END_SPACE)

    def _small_font(self) -> QFont:
        return self._font(SMALL_SIZE, QFont.Weight.Normal)

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(size))
        font.setWeight(weight)
        return font

    def _one_line(self, font: QFont, text: str) -> float:
        return _lines(text, font, 100_000, self.layoutDirection()).layout.maximumWidth() if text else 0.0

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _rounded(painter: QPainter, room: QRectF, inset: float, radius: float) -> None:
    painter.drawRoundedRect(room.adjusted(inset, inset, -inset, -inset), radius, radius)


def _sides(line: QTextLine, ends: tuple[int, int], width: float) -> tuple[float, float]:
    """Left and right of one letter, which is `width` wide."""
    before, after = (_across(line, place) for place in ends)
    if abs(after - before) < 1.5 * width:
        return min(before, after), max(before, after)
    # The first letter that runs against its line: Qt says where the other end of its word is.
    return (after - width, after) if after < before else (after, after + width)


def _across(line: QTextLine, place: int) -> float:
    """How far from the line's left end a letter begins; PySide6 gives it together with the place."""
    x, _place = cast(tuple[float, int], line.cursorToX(place))
    return x


def _utf16_length(text: str) -> int:
    """How many places Qt counts in it: two for an emoji."""
    return len(text.encode("utf-16-le")) // 2


def _lines(text: str, font: QFont, width: float, direction: Qt.LayoutDirection) -> _Lines:
    layout = QTextLayout(text, font)
    is_mirrored = direction is Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft)
    # Own words may run the other way than the language of the interface; they stay where its lines begin.
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while text and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return _Lines(layout, height)
