"""The five answers as fills that can be told apart in grey: above dots, below diagonal, the others plain."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from companion.domain.zone import Zone
from companion.ui.theme.theme import Theme
from companion.ui.theme.zone_shapes import zone_colour

_PATTERNS = {Zone.ABOVE: Qt.BrushStyle.Dense4Pattern, Zone.BELOW: Qt.BrushStyle.BDiagPattern}
_FAINT = 0.4


def fill_zone(painter: QPainter, theme: Theme, zone: Zone, box: QRectF) -> None:
    """Fills a part with the colour and the pattern of an answer."""
    colour, pattern = zone_colour(theme, zone), _PATTERNS.get(zone)
    painter.setOpacity(1.0 if zone is Zone.INSIDE else _FAINT)
    painter.fillRect(box, colour)
    painter.setOpacity(1.0)
    if pattern is not None:
        painter.fillRect(box, QBrush(colour, pattern))
