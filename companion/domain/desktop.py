"""What is known at one moment about the person in front of the desktop."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Desktop:
    """Each is None where the desktop does not say; what is unknown never holds a prompt back.

    `idle_for` is how long neither keyboard nor mouse was touched, `is_typing` is True if a key was pressed within the
    last 20 s. `is_full_screen` is about the window in front. `resumed_at` is the instant, in UTC, of the last log-in
    or waking up. `is_practising` is True while a practice is played here.
    """

    idle_for: timedelta | None = None
    is_typing: bool | None = None
    is_full_screen: bool | None = None
    do_not_disturb: bool | None = None
    screen_locked: bool | None = None
    resumed_at: datetime | None = None
    is_practising: bool | None = None


SILENT = Desktop()
