"""One row of the day summary while it is counted: check-ins come and go, the row follows."""

from collections import Counter
from datetime import date

from companion.adapters.storage.rows import MICROSECOND
from companion.domain.checkin import LIFE_OF_A_PROMPT, Origin
from companion.domain.day_summary import DaySummary
from companion.domain.zone import Zone

COLUMNS = "check_ins, scheduled, above, inside, below, mixed, unsure, unlabelled, arousal"
PUT = f"INSERT INTO day_summary (day_start, day, import_number, {COLUMNS}) VALUES ({', '.join('?' * 12)})"
Counted = tuple[str | None, bool, int | None]
SummaryColumns = tuple[int, int, int, int, int, int, int, int, str]
_ORIGINS = ", ".join(f"'{origin.value}'" for origin in Origin if origin.is_scheduled)
# The same as CheckIn.is_scheduled, and as Moment.day.
_IS_NOT_MOVED = f"prompt_id IS NULL OR abs(experienced_us - created_us) <= {LIFE_OF_A_PROMPT // MICROSECOND}"
SCHEDULED = f"(origin IN ({_ORIGINS}) AND ({_IS_NOT_MOVED}))"
DAY = "date(experienced_us / 1000000 + experienced_offset - unixepoch('1970-01-01 ' || {}), 'unixepoch')"
IN_FORCE = "(SELECT value FROM fact WHERE name = 'day_start')"
COUNTED = f"{DAY.format(IN_FORCE)}, import_number, zone, {SCHEDULED}, arousal"
_ZONES: tuple[str | None, ...] = (*(zone.value for zone in Zone), None)
_ZONE_OF = (*Zone, None)


def counting(day_start: str, where: str) -> str:
    """The query for (day, import, *COLUMNS) of check-ins by day and import; `day_start` and `where` are SQL."""
    names = [zone or "unlabelled" for zone in _ZONES]
    zones = ", ".join(f"sum(coalesce(zone, 'unlabelled') = '{name}') AS {name}" for name in names)
    sums = ", ".join(f"sum({name})" for name in names)
    return f"""
SELECT day, import_number, sum(times), sum(scheduled), {sums},
coalesce(group_concat(arousal || ' ' || times, ' ' ORDER BY arousal), '')
FROM (
  SELECT {DAY.format(day_start)} AS day, import_number, arousal, count(*) AS times,
  sum({SCHEDULED}) AS scheduled, {zones}
  FROM check_in WHERE deleted_us IS NULL AND {where} GROUP BY 1, 2, 3
)
GROUP BY day, import_number
"""


class DayCounts:
    """Counts check-ins given as (zone in its stored word, whether it is scheduled, arousal)."""

    def __init__(self, columns: SummaryColumns | None = None) -> None:
        self._scheduled = 0 if columns is None else columns[1]
        self._zones: Counter[str | None] = Counter()
        self._arousal: Counter[int] = Counter()
        if columns is not None:
            self._zones.update(dict(zip(_ZONES, columns[2:8], strict=True)))
            self._arousal.update(arousal_from_text(columns[8]))

    def count(self, counted: Counted, times: int = 1) -> None:
        """Counts a check-in `times` times; -1 takes it out again."""
        zone, is_scheduled, arousal = counted
        self._zones[zone] += times
        if is_scheduled:
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
