"""What bins say about the window: beneath each bar its answers as parts of one column, told apart by pattern too."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from companion.domain.zone import Zone
from companion.presentation.bins import Bin
from companion.ui.chart.bars import bar_of
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import ChartStyle
from companion.ui.theme.zone_patterns import fill_answer

# From top to bottom as in the picture of the window, with what has no place in it between.
ORDER: tuple[Zone | None, ...] = (Zone.ABOVE, Zone.MIXED, Zone.INSIDE, Zone.UNSURE, None, Zone.BELOW)
_GAP = 2.0
_LEAST_FOR_GAP = 3.0


def draw_shares(painter: QPainter, geometry: Geometry, style: ChartStyle, bins: Iterable[Bin]) -> None:
    """A column for each bin in the strip below the plot."""
    painter.setPen(Qt.PenStyle.NoPen)
    for found in bins:
        bar = bar_of(geometry, style, found)
        total = sum(found.zones.values())
        top = geometry.strip.top()
        for zone in ORDER:
            count = found.zones.get(zone, 0)
            if count:
                height = geometry.strip.height() * count / total
                gap = _GAP if height > _LEAST_FOR_GAP else 0.0
                fill_share(painter, style, zone, QRectF(bar.left(), top, bar.width(), max(1.0, height - gap)))
                top += height


def fill_share(painter: QPainter, style: ChartStyle, zone: Zone | None, box: QRectF) -> None:
    """Fills a part with the colour and the pattern of a zone: above dots, below diagonal, the others plain."""
    fill_answer(painter, style.zones[zone], zone, box)
