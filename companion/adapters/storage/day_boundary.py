"""Moving the beginning of the person's day: everything noted is counted to its day anew."""

from datetime import time
from typing import TYPE_CHECKING

from companion.adapters.storage.day_counts import DayCounts

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.adapters.storage.day_summaries import DayOfImport

# The same as Moment.day: what the wall clock showed, less the hours before the beginning of the day.
_DAY = "date(experienced_us / 1000000 + experienced_offset - ?1, 'unixepoch')"
MOVED = f"""
SELECT local_day, {_DAY}, import_number, zone, origin, arousal FROM check_in
WHERE deleted_us IS NULL AND local_day <> {_DAY}
"""


def count_changes(connection: "Connection", day_start: time) -> dict["DayOfImport", DayCounts]:
    """What the summaries of days lose and gain where days begin at `day_start`; for `move_days`, called before it."""
    changes: dict[DayOfImport, DayCounts] = {}
    for old, new, import_number, *counted in connection.execute(MOVED, (_seconds(day_start),)):
        for day, times in ((old, -1), (new, 1)):
            changes.setdefault((day, import_number), DayCounts()).count((counted[0], counted[1], counted[2]), times)
    return changes


def move_days(connection: "Connection", day_start: time) -> None:
    """Gives everything the day it belongs to where days begin at `day_start`, what was forgotten as well."""
    for table in ("check_in", "reflection", "life_event"):
        connection.execute(f"UPDATE {table} SET local_day = {_DAY} WHERE local_day <> {_DAY}", (_seconds(day_start),))


def days_are_right(connection: "Connection", day_start: time) -> bool:
    """True if every check-in, but for forgotten ones, has the day it belongs to."""
    return connection.execute(f"{MOVED} LIMIT 1", (_seconds(day_start),)).fetchone() is None


def _seconds(day_start: time) -> int:
    return day_start.hour * 3600 + day_start.minute * 60
