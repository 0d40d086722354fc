"""The legend: what the shapes mean, in as many lines as its width needs."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from companion.domain.zone import Zone
from companion.presentation.timeline import TimelineState
from companion.presentation.timeline_words import bins_legend, zone_word
from companion.presentation.translation import _, ngettext
from companion.ui.chart.geometry import has_strip
from companion.ui.chart.marks import draw_shapes
from companion.ui.chart.style import ChartStyle

_ITEM_GAP = 18.0
_SHAPE_GAP = 5.0
_LINE_GAP = 4.0


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A text, with the shape of `zone` before it if `has_shape`."""

    text: str
    zone: Zone | None = None
    has_shape: bool = False


def legend_items(state: TimelineState) -> tuple[LegendItem, ...]:
    """What there is to explain."""
    if state.bins:
        return (LegendItem(bins_legend(state)), *_without_level(state))
    shapes = tuple(LegendItem(zone_word(zone), zone, has_shape=True) for zone in Zone)
    strip = (LegendItem(_("– no energy noted")),) if has_strip(state) else ()
    return (*shapes, LegendItem(_("outlined: by myself")), *strip)


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


def _without_level(state: TimelineState) -> tuple[LegendItem, ...]:
    if not state.without_level:
        return ()
    text = ngettext(
        "{count} without energy is not drawn", "{count} without energy are not drawn", state.without_level
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
    return style.width_of(item.text) + 2 + (_shape_width(style) if item.has_shape else 0)


def _shape_width(style: ChartStyle) -> float:
    return style.mark_size + style.px(_SHAPE_GAP)


def _draw_item(painter: QPainter, box: QRectF, style: ChartStyle, item: LegendItem) -> None:
    text_box = QRectF(box)
    if item.has_shape:
        half = style.mark_size / 2
        x = box.right() - half if style.is_mirrored else box.left() + half
        draw_shapes(painter, style, item.zone, [QPointF(x, box.center().y())], was_asked=item.zone is not Zone.UNSURE)
        if style.is_mirrored:
            text_box.setRight(box.right() - _shape_width(style))
        else:
            text_box.setLeft(box.left() + _shape_width(style))
    painter.setFont(style.text)
    painter.setPen(style.muted)
    painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, item.text)
