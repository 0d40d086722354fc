"""The moments a chart shows, as the pointer and the keyboard find them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from companion.domain.zone import Zone
from companion.presentation.bins import Bin
from companion.presentation.timeline import TimelineMark, TimelineState
from companion.presentation.timeline_event import TimelineEvent, TimelinePractice
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.life_events import PlacedEvent

REACH = 12.0
LINE_REACH = 5.0


@dataclass(frozen=True, slots=True)
class PlacedMoment:
    """What is shown, and where it was drawn; `box` is where a life event's title stands."""

    shown: TimelineMark | Bin | TimelineEvent | TimelinePractice
    point: QPointF
    box: QRectF | None = None

    @property
    def zone(self) -> Zone | None:
        """Its zone; None for what has none."""
        return self.shown.zone if isinstance(self.shown, TimelineMark) else None

    @property
    def id(self) -> str | None:
        """By what it is found again in another state; None for a bin."""
        return None if isinstance(self.shown, Bin) else self.shown.id


def placed_moments(
    state: TimelineState,
    geometry: Geometry,
    events: Sequence[PlacedEvent] = (),
    practices: Sequence[tuple[TimelinePractice, QPointF]] = (),
) -> list[PlacedMoment]:
    """Every mark, or else every bin, and every life event and practice, in the order of time."""
    if state.bins:
        moments = [
            PlacedMoment(found, QPointF(geometry.x((found.start + found.end) / 2), geometry.y(found.middle)))
            for found in state.bins
        ]
    else:
        moments = [PlacedMoment(mark, geometry.point(mark.wall, mark.arousal)) for mark in state.marks]
    if not (events or practices):
        return moments
    moments += [PlacedMoment(practice, point) for practice, point in practices]
    moments += [PlacedMoment(one.event, QPointF(one.x, geometry.plot.top()), one.box) for one in events]
    return sorted(moments, key=lambda moment: moment.point.x())


def nearest(moments: list[PlacedMoment], point: QPointF, reach: float = REACH) -> int | None:
    """The number of the moment closest to `point` and at most `reach` pixels away, or None.

    A bin is reached anywhere above or below its middle, since its bar is as tall as what it holds. A life event is
    reached by its title, or by its line where no mark is near.
    """
    titled = next((n for n, one in enumerate(moments) if one.box is not None and one.box.contains(point)), None)
    if titled is not None:
        return titled
    best, closest = None, reach * reach
    line, beside = None, LINE_REACH
    for number, moment in enumerate(moments):
        across = moment.point.x() - point.x()
        if abs(across) > reach:
            continue
        if isinstance(moment.shown, TimelineEvent):
            if abs(across) <= beside:
                line, beside = number, abs(across)
            continue
        down = 0.0 if isinstance(moment.shown, Bin) else moment.point.y() - point.y()
        distance = across * across + down * down
        if distance <= closest:
            best, closest = number, distance
    return line if best is None else best
