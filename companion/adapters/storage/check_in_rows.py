"""A check-in as a row of the store, and back."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.day_counts import Counted
from companion.adapters.storage.many_rows import ManyRows
from companion.adapters.storage.rows import (
    MICROSECOND,
    length_of,
    microseconds,
    moment_columns,
    moment_from,
    whole_minutes,
)
from companion.adapters.storage.tag_table import TAGS, tags_from_text
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.moment import Moment
from companion.domain.zone import Zone

if TYPE_CHECKING:
    from sqlite3 import Connection

_FIELDS = (
    "id, experienced_us, experienced_offset, experienced_zone, created_us, created_offset, created_zone, "
    "arousal, zone, pleasantness, origin, prompt_id, note, window_id, took_us, first_touch, method, app_version, "
    "safe, connected, sleep, slept_minutes"
)
_WRITTEN = f"{_FIELDS}, updated_us"
COLUMNS = f"{_FIELDS}, {TAGS}"
SELECT = f"SELECT {COLUMNS} FROM check_in"
# What was deleted permanently, or came with an import and was given another time since, is not put in again.
INSERT = f"""
INSERT INTO check_in ({_WRITTEN}, number, import_number, import_key)
SELECT {", ".join(f"?{place}" for place in range(1, 27))}
WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE id = ?1)
AND NOT EXISTS (SELECT 1 FROM check_in WHERE imported_us = ?2 AND import_key = ?26)
ON CONFLICT DO NOTHING
"""
_INSERT_MANY = ManyRows(
    f"""
INSERT INTO check_in ({_WRITTEN}, number, import_number, import_key) SELECT * FROM (VALUES {{}})
WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE id = column1)
AND NOT EXISTS (SELECT 1 FROM check_in WHERE imported_us = column2 AND import_key = column26)
ON CONFLICT DO NOTHING
""",
    width=26,
)
UPDATE = f"""
UPDATE check_in SET ({_WRITTEN}) = ({", ".join(f"?{place}" for place in range(1, 24))}),
imported_us = iif(import_key NOTNULL AND experienced_us <> ?2, coalesce(imported_us, experienced_us), imported_us)
WHERE number = ?24
"""
_ZONES = {zone.value: zone for zone in Zone}
_ORIGINS = {origin.value: origin for origin in Origin}


def to_columns(
    check_in: CheckIn, number: int | None, import_number: int = 0, import_key: str | None = None
) -> tuple[object, ...]:
    """The columns of INSERT; tags are kept apart. `number` None lets the store choose one."""
    written = _written(check_in, microseconds(check_in.created_at.utc))
    return (*written, number, import_number, import_key)


def put_in(connection: "Connection", columns: Sequence[tuple[object, ...]]) -> int:
    """Does INSERT for all of them, in their order, inside a transaction; returns how many are new."""
    return _INSERT_MANY.put(connection, columns)


def to_changed_columns(check_in: CheckIn, at: Moment, number: int) -> tuple[object, ...]:
    """The columns of UPDATE for the row with that number."""
    return (*_written(check_in, microseconds(at.utc)), number)


def counted(check_in: CheckIn) -> Counted:
    """What the day summary counts of it."""
    return None if check_in.zone is None else check_in.zone.value, check_in.is_scheduled, check_in.arousal


def from_columns(row: tuple[Any, ...]) -> CheckIn:
    """The check-in of a row of SELECT."""
    tags, context = tags_from_text(row[22])
    return CheckIn(
        id=row[0],
        experienced_at=moment_from(row[1:4]),
        created_at=moment_from(row[4:7]),
        arousal=row[7],
        zone=None if row[8] is None else _ZONES[row[8]],
        pleasantness=row[9],
        origin=_ORIGINS[row[10]],
        prompt_id=row[11],
        note=row[12],
        window_id=row[13],
        answering=_answering(row[14], row[15], row[16]),
        app_version=row[17],
        safe=row[18],
        connected=row[19],
        sleep=row[20],
        slept=length_of(row[21]),
        tags=tags,
        context=context,
    )


def _written(check_in: CheckIn, updated_us: int) -> tuple[object, ...]:
    answering = check_in.answering
    return (
        check_in.id,
        *moment_columns(check_in.experienced_at),
        *moment_columns(check_in.created_at),
        check_in.arousal,
        None if check_in.zone is None else check_in.zone.value,
        check_in.pleasantness,
        check_in.origin.value,
        check_in.prompt_id,
        check_in.note,
        check_in.window_id,
        None if answering.took is None else answering.took // MICROSECOND,
        answering.first_touch,
        None if answering.method is None else answering.method.value,
        check_in.app_version,
        check_in.safe,
        check_in.connected,
        check_in.sleep,
        whole_minutes(check_in.slept),
        updated_us,
    )


def _answering(took_us: int | None, first_touch: int | None, method: str | None) -> Answering:
    took = None if took_us is None else timedelta(microseconds=took_us)
    return Answering(took, first_touch, None if method is None else InputMethod(method))
