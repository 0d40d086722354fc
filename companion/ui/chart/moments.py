"""The moments a chart shows, as the pointer and the keyboard find them."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from companion.domain.zone import Zone
from companion.presentation.bins import Bin
from companion.presentation.timeline import TimelineMark, TimelineState
from companion.ui.chart.geometry import Geometry

REACH = 12.0


@dataclass(frozen=True, slots=True)
class PlacedMoment:
    """A mark or a bin, and where it was drawn."""

    shown: TimelineMark | Bin
    point: QPointF

    @property
    def zone(self) -> Zone | None:
        """Its zone; None for a bin."""
        return None if isinstance(self.shown, Bin) else self.shown.zone


def placed_moments(state: TimelineState, geometry: Geometry) -> list[PlacedMoment]:
    """Every mark, or else every bin, in the order of time."""
    if state.bins:
        return [
            PlacedMoment(found, QPointF(geometry.x((found.start + found.end) / 2), geometry.y(found.middle)))
            for found in state.bins
        ]
    return [PlacedMoment(mark, geometry.point(mark.wall, mark.arousal)) for mark in state.marks]


def nearest(moments: list[PlacedMoment], point: QPointF, reach: float = REACH) -> int | None:
    """The number of the moment closest to `point` and at most `reach` pixels away, or None.

    A bin is reached anywhere above or below its middle, since its bar is as tall as what it holds.
    """
    best, closest = None, reach * reach
    for number, moment in enumerate(moments):
        across = moment.point.x() - point.x()
        if abs(across) > reach:
            continue
        down = 0.0 if isinstance(moment.shown, Bin) else moment.point.y() - point.y()
        distance = across * across + down * down
        if distance <= closest:
            best, closest = number, distance
    return best
