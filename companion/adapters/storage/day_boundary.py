"""Moving the beginning of the person's day: everything noted is counted to its day anew."""

from collections import defaultdict
from datetime import time
from typing import TYPE_CHECKING

from companion.adapters.storage.day_counts import DayCounts

if TYPE_CHECKING:
    from sqlite3 import Connection


def _day(start: str) -> str:
    """The same as Moment.day: what the wall clock showed, less the hours before the beginning of the day."""
    return f"date(experienced_us / 1000000 + experienced_offset - {start}, 'unixepoch')"


_MOVE = f"UPDATE {{}} SET local_day = {_day('?1')} WHERE local_day <> {_day('?1')}"
_MOVE_CHECK_INS = f"""
{_MOVE.format("check_in")}
RETURNING deleted_us IS NULL, {_day("?2")}, local_day, import_number, zone, origin, arousal
"""
WRONG = f"SELECT 1 FROM check_in WHERE deleted_us IS NULL AND local_day <> {_day('?1')} LIMIT 1"


def move_days(connection: "Connection", before: time, after: time) -> dict[tuple[str, int], DayCounts]:
    """Gives everything, what was forgotten as well, the day it belongs to where days begin at `after`.

    Returns what the summaries of days, counted where they began at `before`, lose and gain by it, by day and import.
    """
    changes: defaultdict[tuple[str, int], DayCounts] = defaultdict(DayCounts)
    moved = connection.execute(_MOVE_CHECK_INS, (_seconds(after), _seconds(before)))
    for is_kept, old, new, import_number, zone, origin, arousal in moved:
        if is_kept:
            changes[old, import_number].count((zone, origin, arousal), -1)
            changes[new, import_number].count((zone, origin, arousal))
    for table in ("reflection", "life_event"):
        connection.execute(_MOVE.format(table), (_seconds(after),))
    return changes


def days_are_right(connection: "Connection", day_start: time) -> bool:
    """True if every check-in, but for forgotten ones, has the day it belongs to."""
    return connection.execute(WRONG, (_seconds(day_start),)).fetchone() is None


def _seconds(day_start: time) -> int:
    return day_start.hour * 3600 + day_start.minute * 60
