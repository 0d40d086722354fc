"""A desktop that tests own: what it can do, and whether the program starts with the log-in."""

from companion.application.desktop_abilities import DesktopAbilities
from companion.application.errors import Trouble, UserError
from companion.domain.desktop import Desktop

ALL_THERE = DesktopAbilities(
    screen=True,
    session_bus=True,
    notifications=True,
    tray=True,
    notification_buttons=True,
    idle=True,
    typing=True,
    do_not_disturb=True,
    full_screen=True,
    screen_lock=True,
    sleep=True,
)
LITTLE_THERE = DesktopAbilities(
    screen=True,
    session_bus=True,
    notifications=False,
    tray=False,
    notification_buttons=None,
    idle=True,
    typing=False,
    do_not_disturb=False,
    full_screen=False,
    screen_lock=False,
    sleep=False,
)


class FakeProbe:
    """Finds what it was given; `said` is what the desktop said before."""

    def __init__(self, found: DesktopAbilities) -> None:
        self.found = found
        self.said: list[Desktop] = []

    def abilities(self, says: Desktop) -> DesktopAbilities:
        self.said.append(says)
        return self.found


class FakeAutostart:
    """On, off, or None where there is none. `is_refusing` cannot be switched."""

    def __init__(self, is_on: bool | None = False) -> None:
        self._is_on = is_on
        self.is_refusing = False

    def is_on(self) -> bool | None:
        return self._is_on

    def put(self, wanted: bool) -> None:
        if self.is_refusing:
            raise UserError(Trouble.FILE_UNWRITABLE, path="/home/robin/.config/autostart/companion.desktop")
        self._is_on = wanted
