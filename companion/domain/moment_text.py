"""Moments as people and files write them: ISO 8601 with date and time, with or without an offset."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment, moment_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"(?P<wall>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?)"
    r" ?(?P<offset>[Zz]|[+-][0-9]{2}(:?[0-9]{2}(:?[0-9]{2})?)?)?"
)


def moment_from_text(text: str, zone: tzinfo, zone_name: str | None = None) -> Moment:
    """Reads "2026-11-22T14:06", with seconds, and with an offset such as +01:00 or Z, if wanted.

    Without an offset it is the wall clock of `zone`; a time that comes twice, when clocks go back, is the first.
    `zone_name` is kept only if that zone has this offset then. A date alone is not a moment. Raises
    DomainError(TIME_UNREADABLE), DomainError(TIME_SKIPPED) for a wall time that never was, when clocks go
    forward, and DomainError(TIME_TOO_EARLY).
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise DomainError(Rule.TIME_UNREADABLE)
    wall = _wall_time(found["wall"])
    if found["offset"] is None:
        return moment_at_wall_time(wall, zone, zone_name)
    aware = _wall_time(found["wall"] + _whole_offset(found["offset"]))
    moment = moment_of(aware)
    here = moment.utc.astimezone(zone).utcoffset()
    return Moment(moment.utc, moment.offset, zone_name if here == moment.offset else None)


def moment_at_wall_time(
    wall: datetime, zone: tzinfo, zone_name: str | None = None, *, is_second: bool = False
) -> Moment:
    """The moment at which clocks of `zone` showed the naive `wall`. Raises as above.

    Where they showed it twice it is the first time, unless `is_second`, which means nothing elsewhere.
    """
    aware = wall.replace(tzinfo=zone, fold=int(is_second and comes_twice(wall, zone)))
    try:
        if aware.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
            raise DomainError(Rule.TIME_SKIPPED)
    except OverflowError:
        raise DomainError(Rule.TIME_UNREADABLE) from None
    return moment_of(aware, zone_name)


def comes_twice(wall: datetime, zone: tzinfo) -> bool:
    """True if clocks of `zone` showed the naive `wall` twice, because they went back."""
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return False
    try:
        return first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall.replace(fold=0)
    except OverflowError:
        return False


def text_comes_twice(text: str, zone: tzinfo) -> bool:
    """True if `text` has no offset and is a wall-clock time that `zone` showed twice."""
    found = _MOMENT.fullmatch(text.strip())
    return found is not None and found["offset"] is None and comes_twice(_wall_time(found["wall"]), zone)


def is_day(text: str) -> bool:
    """True if it is a date alone, such as "2026-11-22"."""
    return _DAY.fullmatch(text.strip()) is not None


def day_from_text(text: str) -> date:
    """The date that is written like "2026-11-22". Raises DomainError(TIME_UNREADABLE)."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise DomainError(Rule.TIME_UNREADABLE) from None


def start_of_day(text: str, zone: tzinfo, days_later: int = 0) -> datetime:
    """The instant, in UTC, at which that date of the calendar begins in `zone`, or one some days later.

    Raises DomainError(TIME_UNREADABLE) where the calendar ends.
    """
    try:
        day = day_from_text(text) + timedelta(days=days_later)
        return datetime.combine(day, time(0), zone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise DomainError(Rule.TIME_UNREADABLE) from None


def _wall_time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.replace(",", "."))
    except ValueError:
        raise DomainError(Rule.TIME_UNREADABLE) from None


def _whole_offset(text: str) -> str:
    return "+00:00" if text in "Zz" else text
