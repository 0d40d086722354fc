"""Where the words of one row of the journal stand, for a width and a text size."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from companion.domain.journal import JournalKind
from companion.presentation.journal_row import JournalRow
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import BODY_SIZE, SMALL_SIZE, SNUG, TIGHT

MARK_COLUMN = 16.0
_ABOVE_HEADING = 14.0
_BELOW_HEADING = 4.0
_PADDING = 7.0
_HEADLINE_LINES = 2
_NOTE_LINES = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Some words on one line: where they stand in the row, read from the left, their font and the colour's name."""

    text: str
    place: QRectF
    font: QFont
    tone: str


@dataclass(frozen=True, slots=True)
class LaidRow:
    """`body` is the row without its heading, `mark` where the mark goes; all in the row's own pixels."""

    row: JournalRow
    heading: str
    height: int
    body: QRectF
    mark: QRectF
    words: tuple[Words, ...]


class RowLayout:
    """Lays rows out for one width, theme and font."""

    def __init__(self, theme: Theme, font: QFont, width: int, widest_time: str) -> None:
        self.width = width
        self._edge = theme.px(SNUG)
        self._padding = theme.px(_PADDING)
        self._above_heading = theme.px(_ABOVE_HEADING)
        self._below_heading = theme.px(_BELOW_HEADING)
        self._gap = theme.px(TIGHT)
        self._body = _sized(font, theme.px(BODY_SIZE))
        self._strong = _sized(font, theme.px(BODY_SIZE), QFont.Weight.Medium)
        self._small = _sized(font, theme.px(SMALL_SIZE))
        self._day = _sized(font, theme.px(SMALL_SIZE), QFont.Weight.DemiBold)
        self._time_width = QFontMetricsF(self._small).horizontalAdvance(widest_time) + 1
        mark_left = self._edge + self._time_width + self._gap
        self._mark = QRectF(mark_left, 0, theme.px(MARK_COLUMN), 0)
        self._left = self._mark.right() + self._gap
        self._room = max(1.0, width - self._left - self._edge)

    def lay_out(self, row: JournalRow, heading: str) -> LaidRow:
        """Where everything of that row stands; `heading` is empty where no day begins."""
        words: list[Words] = []
        top = self._put_heading(words, heading)
        body_top = top
        top += self._padding
        first = self._put_headline(words, row, top)
        top = words[-1].place.bottom()
        top = self._put_below(words, row.text, self._body, "ink", _NOTE_LINES, top)
        top = self._put_below(words, row.tags, self._small, "muted", 1, top)
        words.append(
            Words(row.time, QRectF(self._edge, first.top(), self._time_width, first.height()), self._small, "muted")
        )
        body = QRectF(0, body_top, self.width, top + self._padding - body_top)
        mark = QRectF(self._mark.left(), first.top(), self._mark.width(), first.height())
        return LaidRow(row, heading, round(body.bottom()), body, mark, tuple(words))

    def _put_heading(self, words: list[Words], heading: str) -> float:
        if not heading:
            return 0.0
        room = self.width - 2 * self._edge
        height = QFontMetricsF(self._day).height()
        place = QRectF(self._edge, self._above_heading, room, height)
        words.append(Words(_elided(heading, self._day, room), place, self._day, "ink"))
        return place.bottom() + self._below_heading

    def _put_headline(self, words: list[Words], row: JournalRow, top: float) -> QRectF:
        """What it is; how it came about beside it, or below where there is no room. Gives the first line's place."""
        is_quiet = row.kind is JournalKind.PROMPT
        font = self._small if is_quiet else self._strong
        lines = clamped(row.headline, font, self._room, _HEADLINE_LINES)
        height = max(QFontMetricsF(font).height(), QFontMetricsF(self._body).height())
        first = QRectF(self._left, top, self._room, height)
        for number, text in enumerate(lines):
            words.append(Words(text, first.translated(0, number * height), font, "muted" if is_quiet else "ink"))
        taken = QFontMetricsF(font).horizontalAdvance(lines[-1]) + self._gap
        room = self._room - taken
        if row.detail and QFontMetricsF(self._small).horizontalAdvance(row.detail) <= room:
            last = words[-1].place
            words.append(
                Words(row.detail, QRectF(last.left() + taken, last.top(), room, height), self._small, "muted")
            )
        elif row.detail:
            self._put_below(words, row.detail, self._small, "muted", _HEADLINE_LINES, words[-1].place.bottom())
        return first

    def _put_below(self, words: list[Words], text: str, font: QFont, tone: str, most: int, top: float) -> float:
        height = QFontMetricsF(font).height()
        for line in clamped(text, font, self._room, most) if text else ():
            words.append(Words(line, QRectF(self._left, top, self._room, height), font, tone))
            top += height
        return top


def mirrored(place: QRectF, width: float) -> QRectF:
    """The same place read from the right."""
    return QRectF(width - place.right(), place.top(), place.width(), place.height())


def clamped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """`text` in at most that many lines; what does not fit ends in an ellipsis."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts in UTF-16, where a smile is two.
    units = text.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        end = start + line.textLength() if len(lines) + 1 < most else len(units)
        part = units[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
        lines.append(metrics.elidedText(part, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines


def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made
