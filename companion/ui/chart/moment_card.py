"""The small card beside the mark that the pointer or the keyboard is on."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from companion.domain.zone import Zone
from companion.presentation.timeline_words import MomentWords
from companion.ui.chart.style import FINE, ChartStyle

_PADDING = 12.0
_BESIDE = 14.0
_RADIUS = 9.0
_LINE_GAP = 2.0
_WIDEST = 0.6  # of the chart: a long title of a life event is cut
_NARROWEST = 220.0


def draw_moment_card(
    painter: QPainter, bounds: QRectF, style: ChartStyle, zone: Zone | None, point: QPointF, words: MomentWords
) -> None:
    """Draws it beside `point`, wholly within `bounds` where there is room for it."""
    box = card_box(bounds, style, point, words)
    painter.setPen(QPen(style.outline, FINE))
    painter.setBrush(style.surface)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    inner = box.adjusted(style.px(_PADDING), style.px(_PADDING) / 2, -style.px(_PADDING), -style.px(_PADDING) / 2)
    rows = [(words.headline, style.strong_text, style.zones[zone])]
    rows += [(line, style.text, style.muted) for line in (words.detail, words.after) if line]
    height = (inner.height() - style.px(_LINE_GAP) * (len(rows) - 1)) / len(rows)
    for number, (line, font, colour) in enumerate(rows):
        top = inner.top() + number * (height + style.px(_LINE_GAP))
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(QRectF(inner.left(), top, inner.width(), height), _side(style), shown)


def card_box(bounds: QRectF, style: ChartStyle, point: QPointF, words: MomentWords) -> QRectF:
    """Where the card lies: after the mark, before it if there is no room, never over it."""
    strong = QFontMetricsF(style.strong_text)
    details = [line for line in (words.detail, words.after) if line]
    text_width = max(strong.horizontalAdvance(words.headline), *map(style.width_of, details))
    width = text_width + 2 * style.px(_PADDING) + 2
    width = min(width, max(_NARROWEST, bounds.width() * _WIDEST))
    height = strong.height() + len(details) * (style.line_height + style.px(_LINE_GAP)) + style.px(_PADDING)
    left = point.x() + style.px(_BESIDE)
    if left + width > bounds.right():
        left = max(bounds.left(), point.x() - style.px(_BESIDE) - width)
    top = min(max(bounds.top(), point.y() - height / 3), max(bounds.top(), bounds.bottom() - height))
    return QRectF(round(left) + 0.5, round(top) + 0.5, width, height)


def _side(style: ChartStyle) -> Qt.AlignmentFlag:
    # Painted text does not follow the layout direction by itself.
    side = Qt.AlignmentFlag.AlignRight if style.is_mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
