"""A half-filled check-in that survives closing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.domain.moment import Moment
from companion.domain.zone import Zone

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was touched but not saved, with the moment it was begun."""

    begun_at: Moment
    arousal: int | None = None
    zone: Zone | None = None
    note: str = ""
    experienced_at: Moment | None = None

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to keep."""
        return self.arousal is None and self.zone is None and not self.note.strip()

    def is_stale(self, now: datetime) -> bool:
        """True once it is older than 24 hours."""
        return now - self.begun_at.utc > KEPT_FOR
