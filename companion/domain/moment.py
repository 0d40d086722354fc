"""A moment as it was lived: the instant in UTC, and what the wall clock of that place showed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from companion.domain.day_start import START_OF_DAY as START_OF_DAY
from companion.domain.errors import DomainError, Rule

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_OFFSET = timedelta(hours=18)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant with the UTC offset and the zone name in force where it was lived.

    `utc` is aware and in UTC; `zone_name` is an IANA name, or None where only an offset was known.
    Raises DomainError(TIME_TOO_EARLY) before 1970 and DomainError(TIME_UNREADABLE) for an impossible offset.
    """

    utc: datetime
    offset: timedelta
    zone_name: str | None = None

    def __post_init__(self) -> None:
        if self.utc < EPOCH:
            raise DomainError(Rule.TIME_TOO_EARLY)
        if abs(self.offset) > LONGEST_OFFSET:
            raise DomainError(Rule.TIME_UNREADABLE)

    @property
    def local(self) -> datetime:
        """What the wall clock showed, as an aware datetime with that fixed offset."""
        return self.utc.astimezone(timezone(self.offset))

    def day(self, day_start: time) -> date:
        """The person's day: the local date, where the hours before `day_start` belong to the day before."""
        starts_after = timedelta(hours=day_start.hour, minutes=day_start.minute)
        return (self.utc.replace(tzinfo=None) + (self.offset - starts_after)).date()

    def iso(self) -> str:
        """ISO 8601 with offset, to the second or finer where there is something finer."""
        return self.local.isoformat()


def moment_of(aware: datetime, zone_name: str | None = None) -> Moment:
    """The moment of an aware datetime.

    Raises DomainError(TIME_UNREADABLE) if it has no offset or is out of range.
    """
    offset = aware.utcoffset()
    if offset is None:
        raise DomainError(Rule.TIME_UNREADABLE)
    try:
        return Moment(aware.astimezone(UTC), offset, zone_name)
    except OverflowError:
        raise DomainError(Rule.TIME_UNREADABLE) from None
