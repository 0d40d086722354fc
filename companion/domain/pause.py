"""A pause: no prompt is shown until a moment, and it ends by itself; or until the person says so."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum

from companion.domain.moment import Moment
from companion.domain.wall_time import instant_of, moment_at

A_WEEK = 7
UNTIL_I_SAY = Moment(datetime(9999, 12, 31, tzinfo=UTC), timedelta(0))


class PauseKind(Enum):
    """What the person chose: a pause, or no more reminders today."""

    PAUSE = "pause"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class Pause:
    """From `since` until `until`; with UNTIL_I_SAY only the person ends it."""

    since: Moment
    until: Moment
    kind: PauseKind = PauseKind.PAUSE

    @property
    def is_open_ended(self) -> bool:
        """True if it does not end by itself."""
        return self.until.utc >= UNTIL_I_SAY.utc

    def covers(self, instant: datetime) -> bool:
        """True if that aware instant lies within."""
        return self.since.utc <= instant < self.until.utc


def begin_of_day(today: date, days: int, day_start: time, zone: tzinfo) -> Moment:
    """When the person's day begins that comes `days` days after `today`, which is one of theirs as well."""
    day = today + timedelta(days=days)
    return moment_at(instant_of(day, day_start.hour * 60 + day_start.minute, zone), zone)
