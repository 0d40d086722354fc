"""The five answers as shapes, so that they can be told apart without colour: ▲ ● ▼ ◆ ○."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from companion.domain.zone import Zone

if TYPE_CHECKING:
    from companion.ui.theme.paper import Paper
    from companion.ui.theme.theme import Theme

_COLOURS = {Zone.ABOVE: "above", Zone.INSIDE: "inside", Zone.BELOW: "below"}
# Corners on a ground of -1..1; chosen so that the three filled shapes carry about the same weight to the eye.
_CORNERS = {
    Zone.ABOVE: ((0.0, -0.96), (1.0, 0.8), (-1.0, 0.8)),
    Zone.BELOW: ((0.0, 0.96), (-1.0, -0.8), (1.0, -0.8)),
    Zone.MIXED: ((0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)),
}
_DOT = 0.88


def zone_path(zone: Zone | None, size: float) -> QPainterPath:
    """The shape of an answer around (0, 0), about `size` wide. Not sure and no answer are the circle."""
    path = QPainterPath()
    half = size / 2
    corners = _CORNERS.get(zone) if zone is not None else None
    if corners is None:
        path.addEllipse(QRectF(-half * _DOT, -half * _DOT, size * _DOT, size * _DOT))
    else:
        path.addPolygon(QPolygonF([QPointF(x * half, y * half) for x, y in corners]))
        path.closeSubpath()
    return path


def zone_colour(theme: Theme | Paper, zone: Zone | None) -> QColor:
    """The colour of an answer; mixed, not sure and no answer are in muted ink."""
    return theme.color(_COLOURS.get(zone, "muted") if zone is not None else "muted")


def is_outlined(zone: Zone | None) -> bool:
    """True for the shape that is never filled: not sure, or no answer."""
    return zone is None or zone is Zone.UNSURE
