"""What the fields of an export are made of: bounded texts and numbers, and times with their offsets."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment, moment_of

Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
BatchId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f-]{1,64}$")]
ZoneName = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$", max_length=100)]
Clock = Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Text = Annotated[str, msgspec.Meta(max_length=64 * 1024)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Points = Annotated[int, msgspec.Meta(ge=0, le=100)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]
# Whole where it is whole; a timedelta has microseconds, which a float of this size keeps exactly.
Number = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)] | Annotated[float, msgspec.Meta(ge=0, le=1_000_000_000)]

_MINUTE = timedelta(minutes=1)


class Shape(msgspec.Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One object of an export: its fields always in the order of its class, those that say nothing left out."""


def moment(text: str, zone_name: str | None) -> Moment:
    """The moment of an ISO 8601 time with offset. Raises DomainError for others; a zone name is taken as it is."""
    try:
        aware = datetime.fromisoformat(text)
    except ValueError:
        raise DomainError(Rule.TIME_UNREADABLE) from None
    found = moment_of(aware, zone_name)
    if found.offset.microseconds:
        raise DomainError(Rule.TIME_UNREADABLE)
    return found


def utc_text(at: datetime) -> str:
    """An instant in UTC, in ISO 8601."""
    return at.astimezone(UTC).isoformat()


def utc(text: str) -> datetime:
    """The instant of an ISO 8601 time with offset. Raises DomainError for others."""
    return moment(text, None).utc


def number_of(value: float) -> int | float:
    """The same number, whole where it is whole."""
    return int(value) if value.is_integer() else value


def seconds_in(length: timedelta) -> int | float:
    """A length of time as a number of seconds."""
    return number_of(length.total_seconds())


def minutes_in(length: timedelta) -> int | float:
    """A length of time as a number of minutes."""
    return number_of(length / _MINUTE)
