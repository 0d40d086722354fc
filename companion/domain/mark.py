"""A check-in reduced to what a chart draws of it."""

from dataclasses import dataclass

from companion.domain.zone import Zone


@dataclass(frozen=True, slots=True)
class Mark:
    """`at` is seconds since 1970 UTC, `offset` seconds east of UTC, `arousal` points or None."""

    id: str
    at: float
    offset: int
    arousal: int | None
    zone: Zone | None
    is_scheduled: bool
