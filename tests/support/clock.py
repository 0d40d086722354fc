"""A clock that tests own."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from companion.domain.moment import Moment, moment_of


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self, start: str = "2026-11-22T14:06:00", zone: str = "Europe/Berlin") -> None:
        self._zone = ZoneInfo(zone)
        self._now = datetime.fromisoformat(start).replace(tzinfo=self._zone)

    def now(self) -> Moment:
        return moment_of(self._now, self._zone.key)

    def zone(self) -> ZoneInfo:
        return self._zone

    def pass_time(self, **by: float) -> None:
        """Moves on by a timedelta's arguments, in elapsed time."""
        instant = self._now.timestamp() + timedelta(**by).total_seconds()
        self._now = datetime.fromtimestamp(instant, self._zone)

    def set(self, wall: str) -> None:
        """Shows that wall-clock time."""
        self._now = datetime.fromisoformat(wall).replace(tzinfo=self._zone)

    def travel_to(self, zone: str) -> None:
        """The same instant in another time zone."""
        self._zone = ZoneInfo(zone)
        self._now = self._now.astimezone(self._zone)
