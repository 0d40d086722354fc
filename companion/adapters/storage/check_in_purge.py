"""Deleting check-ins for good: what stays of each is a tombstone with its id."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.adapters.storage.day_counts import COUNTED, DayCounts
from companion.adapters.storage.day_summaries import DayOfImport, SqliteDaySummaries
from companion.adapters.storage.rows import moment_columns
from companion.adapters.storage.tag_table import tidy_up
from companion.domain.moment import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

DELETED_AT_ONCE = 500
KIND = "check_in"

_TAGS_OF = """
SELECT DISTINCT tag FROM check_in_tag WHERE check_in IN (SELECT number FROM check_in WHERE id IN {})
"""
_DELETE = f"""
DELETE FROM check_in WHERE id IN {{}}
RETURNING id, deleted_us IS NULL, {COUNTED}
"""
_TOMBSTONE = """
INSERT INTO tombstone (id, kind, deleted_us, deleted_offset, deleted_zone) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""


def purge(connection: "Connection", days: SqliteDaySummaries, check_in_ids: Sequence[str], at: Moment) -> None:
    """Deletes them with their versions and the tags that nothing else has; ids that are not there change nothing."""
    for start in range(0, len(check_in_ids), DELETED_AT_ONCE):
        _purge_some(connection, days, check_in_ids[start : start + DELETED_AT_ONCE], at)


def _purge_some(connection: "Connection", days: SqliteDaySummaries, ids: Sequence[str], at: Moment) -> None:
    these = f"({', '.join('?' * len(ids))})"
    tags = connection.execute(_TAGS_OF.format(these), ids).fetchall()
    deleted = connection.execute(_DELETE.format(these), ids).fetchall()
    connection.executemany(_TOMBSTONE, [(row[0], KIND, *moment_columns(at)) for row in deleted])
    changes: dict[DayOfImport, DayCounts] = {}
    for _id, is_kept, day, import_number, zone, scheduled, arousal in deleted:
        if is_kept:
            changes.setdefault((day, import_number), DayCounts()).count((zone, scheduled, arousal), -1)
    days.add(changes)
    tidy_up(connection, [tag for (tag,) in tags])
