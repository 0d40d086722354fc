"""A pause: no prompt is shown until a moment, and it ends by itself."""

from dataclasses import dataclass
from datetime import datetime

from companion.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Pause:
    """From `since` until `until`."""

    since: Moment
    until: Moment

    def covers(self, instant: datetime) -> bool:
        """True if that aware instant lies within."""
        return self.since.utc <= instant < self.until.utc
