"""What holds prompts back beside the desktop, as it is known for the time in which the store is locked."""

from dataclasses import dataclass

from companion.domain.noting import NOTHING_NOTED, LastNoted
from companion.domain.pause import Pause
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours


@dataclass(frozen=True, slots=True)
class HoldRules:
    """The pause that was set last, quiet hours, and when something was last noted."""

    pause: Pause | None = None
    quiet_hours: QuietHours = NO_QUIET_HOURS
    noted: LastNoted = NOTHING_NOTED


NO_RULES = HoldRules()
