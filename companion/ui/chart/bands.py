"""The window of tolerance as a band, in steps where it changed: soft where it was learned, dashed while a guess."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from companion.domain.window import LikelyRange
from companion.presentation.timeline import BandStep
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.style import FINE, ChartStyle

_EDGE_OPACITY = 0.65
_SOFT_EDGE_OPACITY = 0.5
_SOFT_SHARE = 0.4


class BandKind(Enum):
    """What a window rests on: set by the person, guessed to start with, or learned from answers."""

    FIRM = "firm"
    GUESSED = "guessed"
    LEARNED = "learned"


def kind_of(step: BandStep) -> BandKind:
    """What the window rests on in that step."""
    if step.is_guess:
        return BandKind.GUESSED
    return BandKind.LEARNED if step.is_learned else BandKind.FIRM


def draw_bands(painter: QPainter, geometry: Geometry, style: ChartStyle, bands: Sequence[BandStep]) -> None:
    """Fills each step; a learned bound fades over its likely range."""
    for step in bands:
        top, bottom = geometry.y(step.upper), geometry.y(step.lower)
        out_top, in_top = _faded(geometry, step.upper_likely, top)
        in_bottom, out_bottom = _faded(geometry, step.lower_likely, bottom)
        left, right = geometry.x(step.start), geometry.x(step.end)
        box = QRectF(left, round(out_top) + 0.5, right - left, round(out_bottom) - round(out_top))
        _fill(painter, style.band, box, in_top, in_bottom)


def draw_band_edges(painter: QPainter, geometry: Geometry, style: ChartStyle, bands: Sequence[BandStep]) -> None:
    """The bounds, above the grid; dashed where they are only a guess, faint where they were learned."""
    for step in bands:
        left, right = geometry.x(step.start), geometry.x(step.end)
        for points, likely, is_seen in (
            (step.upper, step.upper_likely, step.is_upper_seen),
            (step.lower, step.lower_likely, step.is_lower_seen),
        ):
            if is_seen:
                y = round(geometry.y(points)) + 0.5
                kind = BandKind.GUESSED if step.is_guess else BandKind.FIRM if likely is None else BandKind.LEARNED
                painter.setPen(_edge_pen(style, kind))
                painter.drawLine(QLineF(left, y, right, y))


def draw_swatch(painter: QPainter, style: ChartStyle, box: QRectF, kind: BandKind) -> None:
    """A small piece of band, for the legend."""
    fade = box.height() * _SOFT_SHARE if kind is BandKind.LEARNED else 0.0
    _fill(painter, style.band, box, box.top() + fade, box.bottom() - fade)
    painter.setPen(_edge_pen(style, kind))
    for y in (box.top() + round(fade / 2), box.bottom() - round(fade / 2)):
        painter.drawLine(QLineF(box.left(), y, box.right(), y))


def _faded(geometry: Geometry, likely: LikelyRange | None, firm: float) -> tuple[float, float]:
    """Where the band begins to fade and where it ends, from top to bottom; the same place for a firm bound."""
    return (firm, firm) if likely is None else (geometry.y(likely.high), geometry.y(likely.low))


def _fill(painter: QPainter, colour: QColor, box: QRectF, top: float, bottom: float) -> None:
    """Fills `box`, wholly from `top` to `bottom`, and towards its own ends less and less."""
    full_from, full_to = sorted(min(1.0, max(0.0, (y - box.top()) / max(1.0, box.height()))) for y in (top, bottom))
    clear = QColor(colour)
    clear.setAlpha(0)
    fill = QLinearGradient(box.topLeft(), box.bottomLeft())
    fill.setStops(
        [
            (0.0, colour if full_from * box.height() < 1 else clear),
            (full_from, colour),
            (full_to, colour),
            (1.0, colour if (1 - full_to) * box.height() < 1 else clear),
        ]
    )
    painter.fillRect(box, fill)


def _edge_pen(style: ChartStyle, kind: BandKind) -> QPen:
    colour = QColor(style.band_edge)
    colour.setAlphaF(_SOFT_EDGE_OPACITY if kind is BandKind.LEARNED else _EDGE_OPACITY)
    pen = QPen(colour, FINE)
    if kind is BandKind.GUESSED:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 4])
    return pen
