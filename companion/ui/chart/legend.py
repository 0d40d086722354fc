"""The legend: what the shapes mean, in as many lines as its width needs."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from companion.domain.zone import Zone
from companion.presentation.timeline import TimelineState
from companion.presentation.timeline_words import bins_legend, zone_word
from companion.presentation.translation import _, ngettext
from companion.ui.chart.bands import BandKind, draw_swatch, kind_of
from companion.ui.chart.geometry import has_strip
from companion.ui.chart.marks import draw_shapes
from companion.ui.chart.practices import draw_practice
from companion.ui.chart.shares import fill_share
from companion.ui.chart.smooth import line_pen
from companion.ui.chart.style import ChartStyle

_ITEM_GAP = 18.0
_SYMBOL_GAP = 5.0
_SWATCH_WIDTH = 18.0
_SWATCH_HEIGHT = 10.0
_LINE_GAP = 4.0


class Symbol(Enum):
    """What stands before a text."""

    NONE = 0
    SHAPE = 1
    WINDOW = 2
    GUESSED_WINDOW = 3
    LEARNED_WINDOW = 4
    LINE = 5
    SHARE = 6
    PRACTICE = 7


_BANDS = {
    Symbol.WINDOW: BandKind.FIRM,
    Symbol.GUESSED_WINDOW: BandKind.GUESSED,
    Symbol.LEARNED_WINDOW: BandKind.LEARNED,
}


# Mixed, not sure and no answer look the same in a column: what they share is that they are none of the three.
_SHARED = (Zone.ABOVE, Zone.INSIDE, Zone.BELOW)


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A text with its symbol; `zone` says which shape."""

    text: str
    symbol: Symbol = Symbol.NONE
    zone: Zone | None = None


def legend_items(state: TimelineState) -> tuple[LegendItem, ...]:
    """What there is to explain."""
    if state.bins:
        shares = tuple(LegendItem(zone_word(zone), Symbol.SHARE, zone) for zone in _SHARED)
        shares = (*shares, LegendItem(_("mixed or not sure"), Symbol.SHARE, Zone.MIXED))
        more = (*_line(state), *_practices(state), *_without_level(state))
        return (LegendItem(bins_legend(state)), *shares, *more, *_windows(state))
    shapes = tuple(LegendItem(_shape_text(state, zone), Symbol.SHAPE, zone) for zone in Zone)
    strip = (LegendItem(_("– no energy noted")),) if has_strip(state) else ()
    more = (*_line(state), *_practices(state), *strip)
    return (*shapes, LegendItem(_("outlined: by myself")), *more, *_windows(state))


def legend_height(items: tuple[LegendItem, ...], width: float, style: ChartStyle) -> float:
    """How high the legend is in that width."""
    lines = len(_lines(items, width, style))
    return lines * style.line_height + (lines - 1) * style.px(_LINE_GAP)


def draw_legend(painter: QPainter, area: QRectF, style: ChartStyle, items: tuple[LegendItem, ...]) -> None:
    """The items one after the other, from the right where text runs that way."""
    top = area.top()
    for line in _lines(items, area.width(), style):
        offset = 0.0
        for item in line:
            width = _width(item, style)
            left = area.right() - offset - width if style.is_mirrored else area.left() + offset
            _draw_item(painter, QRectF(left, top, width, style.line_height), style, item)
            offset += width + style.px(_ITEM_GAP)
        top += style.line_height + style.px(_LINE_GAP)


def _shape_text(state: TimelineState, zone: Zone) -> str:
    if zone is Zone.UNSURE and any(mark.zone is None for mark in state.marks):
        return _("{first} or {second}").format(first=zone_word(zone), second=zone_word(None))
    return zone_word(zone)


def _line(state: TimelineState) -> tuple[LegendItem, ...]:
    # Also while it is computed, so that nothing moves when it comes.
    has_line = state.lines or state.is_line_coming
    return (LegendItem(_("smooth line, likely range"), Symbol.LINE),) if has_line else ()


def _practices(state: TimelineState) -> tuple[LegendItem, ...]:
    return (LegendItem(_("practice"), Symbol.PRACTICE),) if state.practices else ()


def _windows(state: TimelineState) -> tuple[LegendItem, ...]:
    kinds = {kind_of(step) for step in state.bands}
    words = {
        BandKind.FIRM: LegendItem(_("my window"), Symbol.WINDOW),
        BandKind.LEARNED: LegendItem(_("my window, an estimate"), Symbol.LEARNED_WINDOW),
        BandKind.GUESSED: LegendItem(_("my window, a starting guess"), Symbol.GUESSED_WINDOW),
    }
    return tuple(item for kind, item in words.items() if kind in kinds)


def _without_level(state: TimelineState) -> tuple[LegendItem, ...]:
    if not state.without_level:
        return ()
    text = ngettext(
        "not drawn: {count} with no energy noted", "not drawn: {count} with no energy noted", state.without_level
    )
    return (LegendItem(text.format(count=state.without_level)),)


def _lines(items: tuple[LegendItem, ...], width: float, style: ChartStyle) -> list[list[LegendItem]]:
    lines: list[list[LegendItem]] = [[]]
    used = 0.0
    for item in items:
        needed = _width(item, style)
        if lines[-1] and used + needed > width:
            lines.append([])
            used = 0.0
        lines[-1].append(item)
        used += needed + style.px(_ITEM_GAP)
    return lines


def _width(item: LegendItem, style: ChartStyle) -> float:
    return style.width_of(item.text) + 2 + _symbol_width(item, style)


def _symbol_width(item: LegendItem, style: ChartStyle) -> float:
    if item.symbol is Symbol.NONE:
        return 0.0
    is_small = item.symbol in (Symbol.SHAPE, Symbol.PRACTICE)
    width = style.mark_size if is_small else style.px(_SWATCH_WIDTH)
    return width + style.px(_SYMBOL_GAP)


def _draw_item(painter: QPainter, box: QRectF, style: ChartStyle, item: LegendItem) -> None:
    room = _symbol_width(item, style)
    text_left = box.left() if style.is_mirrored else box.left() + room
    symbol_left = box.right() - room + style.px(_SYMBOL_GAP) if style.is_mirrored else box.left()
    _draw_symbol(painter, QRectF(symbol_left, box.top(), room - style.px(_SYMBOL_GAP), box.height()), style, item)
    painter.setFont(style.text)
    painter.setPen(style.muted)
    text_box = QRectF(text_left, box.top(), box.width() - room, box.height())
    painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, item.text)


def _draw_symbol(painter: QPainter, box: QRectF, style: ChartStyle, item: LegendItem) -> None:
    if item.symbol is Symbol.SHAPE:
        draw_shapes(
            painter, style, item.zone, [box.center()], style.mark_size, was_asked=item.zone is not Zone.UNSURE
        )
    elif item.symbol is Symbol.PRACTICE:
        draw_practice(painter, style, box.center())
    elif item.symbol is Symbol.LINE:
        _draw_line(painter, style, box)
    elif item.symbol is Symbol.SHARE:
        half = style.px(_SWATCH_HEIGHT) / 2
        fill_share(painter, style, item.zone, QRectF(box.left(), box.center().y() - half, box.width(), 2 * half))
    elif item.symbol is not Symbol.NONE:
        middle, half = round(box.center().y()) + 0.5, round(style.px(_SWATCH_HEIGHT) / 2)
        swatch = QRectF(box.left(), middle - half, box.width(), 2 * half)
        draw_swatch(painter, style, swatch, _BANDS[item.symbol])


def _draw_line(painter: QPainter, style: ChartStyle, box: QRectF) -> None:
    half = style.px(_SWATCH_HEIGHT) / 2
    painter.fillRect(QRectF(box.left(), box.center().y() - half, box.width(), 2 * half), style.likely)
    painter.setPen(line_pen(style))
    painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
