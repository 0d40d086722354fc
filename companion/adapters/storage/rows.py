"""Between the domain's times and the store's columns: UTC in whole microseconds, offset in seconds, zone name."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.moment import EPOCH, Moment

if TYPE_CHECKING:
    from sqlite3 import Connection as Connection

MICROSECOND = timedelta(microseconds=1)
MINUTE = timedelta(minutes=1)
MomentColumns = tuple[int, int, str | None]


def microseconds(instant: datetime) -> int:
    """Whole microseconds since 1970 UTC of an aware datetime."""
    since = instant - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def instant(microseconds_utc: int) -> datetime:
    """The aware datetime in UTC of whole microseconds since 1970."""
    return EPOCH + timedelta(microseconds=microseconds_utc)


def moment_columns(moment: Moment) -> MomentColumns:
    """The three columns of a moment."""
    return microseconds(moment.utc), int(moment.offset.total_seconds()), moment.zone_name


def moment_from(columns: MomentColumns) -> Moment:
    """The moment of three columns."""
    return Moment(instant(columns[0]), timedelta(seconds=columns[1]), columns[2])


def whole_minutes(length: timedelta | None) -> int | None:
    """A length of time in minutes; what is left over is dropped."""
    return None if length is None else length // MINUTE


def length_of(minutes: int | None) -> timedelta | None:
    """The length of time of `whole_minutes`."""
    return None if minutes is None else minutes * MINUTE


def moment_to_json(moment: Moment) -> list[object]:
    """A moment as JSON: its UTC time in ISO 8601, the offset in seconds, the zone's name or null."""
    return [moment.utc.isoformat(), int(moment.offset.total_seconds()), moment.zone_name]


def moment_from_json(value: list[object]) -> Moment:
    """The moment of `moment_to_json`. Raises ValueError or TypeError for anything else."""
    utc, offset, zone_name = value
    if not (isinstance(utc, str) and isinstance(offset, int) and (zone_name is None or isinstance(zone_name, str))):
        raise TypeError("not a moment")
    return Moment(datetime.fromisoformat(utc).astimezone(UTC), timedelta(seconds=offset), zone_name)
