"""A smooth line as it is drawn: stretches of points, with nothing between two stretches."""

from typing import NamedTuple


class LinePoint(NamedTuple):
    """The line at a moment (wall seconds), in arousal points, with its pointwise 90 % range."""

    wall: float
    value: float
    low: float
    high: float


Stretch = tuple[LinePoint, ...]
