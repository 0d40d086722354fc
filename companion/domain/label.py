"""A check-in reduced to what the window is learned from: how much energy, and where the person said that is."""

from typing import NamedTuple

from companion.domain.zone import Zone


class Label(NamedTuple):
    """`arousal` in points, `at` in seconds since 1970 UTC, `offset` in seconds east of UTC."""

    arousal: int
    zone: Zone
    at: float
    offset: int = 0
