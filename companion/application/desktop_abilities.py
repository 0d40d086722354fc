"""What this desktop can do for reminders, as values that the page, `status` and `doctor` put into the same words."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class DesktopAbilities:
    """True where there is such a thing, False where there is none, None where it cannot be known from here.

    `idle`, `typing`, `do_not_disturb`, `full_screen` and `screen_lock` are about whether the desktop says anything,
    not about what it says now. `start_at_login` is True if that is switched on.
    """

    screen: bool | None = None
    session_bus: bool | None = None
    notifications: bool | None = None
    tray: bool | None = None
    notification_buttons: bool | None = None
    idle: bool | None = None
    typing: bool | None = None
    do_not_disturb: bool | None = None
    full_screen: bool | None = None
    screen_lock: bool | None = None
    sleep: bool | None = None
    start_at_login: bool | None = None


class Ability(Enum):
    """One thing a desktop can do, named as its field above."""

    TRAY = "tray"
    NOTIFICATIONS = "notifications"
    BUTTONS = "notification_buttons"
    IDLE = "idle"
    DO_NOT_DISTURB = "do_not_disturb"
    FULL_SCREEN = "full_screen"
    SCREEN_LOCK = "screen_lock"
    SLEEP = "sleep"

    def of(self, abilities: DesktopAbilities) -> bool | None:
        """True, False, or None where it cannot be known."""
        found: bool | None = getattr(abilities, self.value)
        return found
