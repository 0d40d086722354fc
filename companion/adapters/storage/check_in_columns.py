"""Check-ins read as columns: a million of them without a million objects."""

from array import array
from typing import TYPE_CHECKING

from companion.adapters.storage.day_counts import SCHEDULED
from companion.adapters.storage.day_summaries import VISIBLE
from companion.domain.columns import NO_ANSWER, ZONES, Columns

if TYPE_CHECKING:
    from sqlite3 import Connection

# Another thread gets its turn between two fetches.
_AT_ONCE = 20_000
_ZONE = " ".join(f"WHEN '{zone.value}' THEN {place}" for place, zone in enumerate(ZONES))
BETWEEN = f"""
SELECT experienced_us / 1e6, experienced_offset, coalesce(arousal, {NO_ANSWER}),
CASE zone {_ZONE} ELSE {NO_ANSWER} END, {SCHEDULED}
FROM check_in WHERE experienced_us >= ? AND experienced_us < ? AND deleted_us IS NULL AND {VISIBLE}
"""


def columns_between(connection: "Connection", start_us: int, end_us: int) -> Columns:
    """The check-ins of [start, end), in microseconds since 1970 UTC, in no order."""
    cursor = connection.execute(BETWEEN, (start_us, end_us))
    columns = Columns()
    while rows := cursor.fetchmany(_AT_ONCE):
        at, offset, arousal, zone, scheduled = zip(*rows, strict=True)
        columns.at.extend(array("d", at))
        columns.offset.extend(array("i", offset))
        columns.arousal.extend(array("h", arousal))
        columns.zone.extend(array("b", zone))
        columns.scheduled.extend(array("b", scheduled))
    return columns
