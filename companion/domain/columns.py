"""Check-ins in columns: a million of them as five arrays instead of a million objects."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from companion.domain.mark import Mark
from companion.domain.zone import Zone

NO_ANSWER = -1
ZONES = tuple(Zone)
ZONE_CODES: dict[Zone | None, int] = {None: NO_ANSWER, **{zone: place for place, zone in enumerate(ZONES)}}


@dataclass(frozen=True, slots=True)
class Columns:
    """One place of each array is one check-in, in any order.

    `at` is seconds since 1970 UTC, `offset` seconds east of UTC, `arousal` points, `zone` the place in `ZONES`, and
    `scheduled` 1 or 0; what was not answered is `NO_ANSWER`.
    """

    at: "array[float]" = field(default_factory=lambda: array("d"))
    offset: "array[int]" = field(default_factory=lambda: array("i"))
    arousal: "array[int]" = field(default_factory=lambda: array("h"))
    zone: "array[int]" = field(default_factory=lambda: array("b"))
    scheduled: "array[int]" = field(default_factory=lambda: array("b"))

    def __len__(self) -> int:
        """How many check-ins there are."""
        return len(self.at)


def columns_of(marks: Iterable[Mark] | Columns) -> Columns:
    """Marks as columns; columns as they are."""
    if isinstance(marks, Columns):
        return marks
    columns = Columns()
    for mark in marks:
        columns.at.append(mark.at)
        columns.offset.append(mark.offset)
        columns.arousal.append(NO_ANSWER if mark.arousal is None else mark.arousal)
        columns.zone.append(ZONE_CODES[mark.zone])
        columns.scheduled.append(mark.is_scheduled)
    return columns
