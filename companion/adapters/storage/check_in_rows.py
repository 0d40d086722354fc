"""A check-in as a row of the store, and back."""

import json
from datetime import time, timedelta
from typing import Any

from companion.adapters.storage.day_counts import Counted
from companion.adapters.storage.rows import MICROSECOND, moment_columns, moment_from
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.zone import Zone

_FIELDS = (
    "id, experienced_us, experienced_offset, experienced_zone, created_us, created_offset, created_zone, "
    "arousal, zone, pleasantness, origin, prompt_id, note, window_id, took_us, first_touch, method, app_version"
)
_TAGS = (
    "(SELECT json_group_array(name ORDER BY position) FROM check_in_tag JOIN tag ON tag.number = check_in_tag.tag "
    "WHERE check_in_tag.check_in = check_in.number)"
)
SELECT = f"SELECT {_FIELDS}, {_TAGS} FROM check_in"
INSERT = (
    f"INSERT INTO check_in ({_FIELDS}, updated_us, local_day, number, import_number, import_key) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_NO_TAGS = "[]"
_ZONES = {zone.value: zone for zone in Zone}
_ORIGINS = {origin.value: origin for origin in Origin}


def to_columns(
    check_in: CheckIn, day_start: time, number: int | None, import_number: int = 0, import_key: str | None = None
) -> tuple[object, ...]:
    """The columns of INSERT; tags are kept apart. `number` None lets the store choose one."""
    answering = check_in.answering
    created = moment_columns(check_in.created_at)
    return (
        check_in.id,
        *moment_columns(check_in.experienced_at),
        *created,
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
        created[0],
        check_in.experienced_at.day(day_start).isoformat(),
        number,
        import_number,
        import_key,
    )


def counted(check_in: CheckIn) -> Counted:
    """What the day summary counts of it."""
    return None if check_in.zone is None else check_in.zone.value, check_in.origin.value, check_in.arousal


def from_columns(row: tuple[Any, ...]) -> CheckIn:
    """The check-in of a row of SELECT."""
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
        tags=() if row[18] == _NO_TAGS else tuple(json.loads(row[18])),
    )


def _answering(took_us: int | None, first_touch: int | None, method: str | None) -> Answering:
    took = None if took_us is None else timedelta(microseconds=took_us)
    return Answering(took, first_touch, None if method is None else InputMethod(method))
