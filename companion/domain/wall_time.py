"""Wall-clock times and the instants they name, also on days when the clocks are changed."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment

_SECOND = timedelta(seconds=1)


def instant_of(day: date, minute: int, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which clocks in `zone` show that minute (0..1440) of `day`; 1440 is the next midnight.

    A time that the clocks skip is the first instant after the gap; one they show twice is its first occurrence.
    Raises DomainError(TIME_UNREADABLE) where the calendar ends.
    """
    try:
        wall = datetime.combine(day, time(), zone) + timedelta(minutes=minute)
        instant = wall.astimezone(UTC)
        shown = instant.astimezone(zone)
    except OverflowError:
        raise DomainError(Rule.TIME_UNREADABLE) from None
    return instant if shown.replace(tzinfo=None) == wall.replace(tzinfo=None) else _end_of_gap(wall, zone)


def local_date(instant: datetime, zone: tzinfo) -> date:
    """The calendar date in `zone` at that aware instant."""
    return instant.astimezone(zone).date()


def moment_at(instant: datetime, zone: tzinfo) -> Moment:
    """The moment of an aware instant as clocks in `zone` show it. Raises DomainError where the calendar ends."""
    try:
        offset = instant.astimezone(zone).utcoffset()
    except OverflowError:
        raise DomainError(Rule.TIME_UNREADABLE) from None
    if offset is None:
        raise DomainError(Rule.TIME_UNREADABLE)
    return Moment(instant.astimezone(UTC), offset, getattr(zone, "key", None))


def _end_of_gap(wall: datetime, zone: tzinfo) -> datetime:
    """The instant at which the offset changes: read with the later offset, a skipped time lies before it."""
    after = wall.astimezone(UTC)
    before = wall.replace(fold=1).astimezone(UTC)
    offset_before = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == offset_before:
            before = middle
        else:
            after = middle
    return after
