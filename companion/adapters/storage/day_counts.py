"""One row of the day summary while it is counted: check-ins come and go, the row follows."""

from collections import Counter
from datetime import date

from companion.domain.checkin import Origin
from companion.domain.day_summary import DaySummary
from companion.domain.zone import Zone

COLUMNS = "check_ins, scheduled, above, inside, below, mixed, unsure, unlabelled, arousal"
Counted = tuple[str | None, str, int | None]
SummaryColumns = tuple[int, int, int, int, int, int, int, int, str]
_SCHEDULED = frozenset(origin.value for origin in Origin if origin.is_scheduled)
_ZONES: tuple[str | None, ...] = (*(zone.value for zone in Zone), None)
_ZONE_OF = (*Zone, None)


class DayCounts:
    """Counts check-ins given as (zone, origin, arousal) in their stored words."""

    def __init__(self, columns: SummaryColumns | None = None) -> None:
        self._scheduled = 0 if columns is None else columns[1]
        self._zones: Counter[str | None] = Counter()
        self._arousal: Counter[int] = Counter()
        if columns is not None:
            self._zones.update(dict(zip(_ZONES, columns[2:8], strict=True)))
            self._arousal.update(arousal_from_text(columns[8]))

    def count(self, counted: Counted, times: int = 1) -> None:
        """Counts a check-in `times` times; -1 takes it out again."""
        zone, origin, arousal = counted
        self._zones[zone] += times
        if origin in _SCHEDULED:
            self._scheduled += times
        if arousal is not None:
            self._arousal[arousal] += times

    def add(self, other: "DayCounts") -> None:
        """Adds what another has counted."""
        self._scheduled += other._scheduled
        self._zones.update(other._zones)
        self._arousal.update(other._arousal)

    def columns(self) -> SummaryColumns:
        """The row's columns."""
        above, inside, below, mixed, unsure, none = (self._zones[zone] for zone in _ZONES)
        text = " ".join(f"{value} {count}" for value, count in sorted(self._arousal.items()) if count)
        return self.check_ins, self._scheduled, above, inside, below, mixed, unsure, none, text

    @property
    def check_ins(self) -> int:
        """How many check-ins are counted."""
        return sum(self._zones.values())


def summary_from(day: date, columns: SummaryColumns) -> DaySummary:
    """A row as the domain sees it."""
    zones = {zone: count for zone, count in zip(_ZONE_OF, columns[2:8], strict=True) if count}
    return DaySummary(day, columns[0], columns[1], zones, arousal_from_text(columns[8]))


def arousal_from_text(text: str) -> dict[int, int]:
    """Reads "value count value count"."""
    numbers = list(map(int, text.split()))
    return dict(zip(numbers[::2], numbers[1::2], strict=True))
