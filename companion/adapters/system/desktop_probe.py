"""What this desktop can do, found out without a window of our own."""

import os
import sys

from companion.adapters.system.asked import Asked
from companion.adapters.system.desktop_bus import PROPERTIES, Answers, Bus, Question, ask
from companion.adapters.system.desktop_login import LOGIND
from companion.adapters.system.desktop_quiet import NOTIFICATIONS, NOTIFICATIONS_PATH
from companion.adapters.system.x_server import x_server
from companion.application.desktop_abilities import DesktopAbilities
from companion.domain.desktop import SILENT, Desktop

__all__ = ["DesktopAbilities", "SystemDesktopProbe", "desktop_abilities"]

PATIENCE_SECONDS = 0.5
TRAY = "org.kde.StatusNotifierWatcher"
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_RUNNING = Question(*_BUS, "ListNames")
_STARTABLE = Question(*_BUS, "ListActivatableNames")
_CAPABILITIES = Question(NOTIFICATIONS, NOTIFICATIONS_PATH, NOTIFICATIONS, "GetCapabilities")
_HAS_HOST = Question(
    TRAY, "/StatusNotifierWatcher", PROPERTIES, "Get", "ss", (TRAY, "IsStatusNotifierHostRegistered")
)


class SystemDesktopProbe:
    """Fills the DesktopProbe port."""

    def abilities(self, says: Desktop) -> DesktopAbilities:
        """What can be done here; `says` is what a look has just brought. At most a second and a half."""
        return desktop_abilities(says)


def desktop_abilities(says: Desktop = SILENT) -> DesktopAbilities:
    """Asks the environment, the session bus, X and the system bus; never longer than half a second each."""
    if not sys.platform.startswith("linux"):
        return DesktopAbilities()
    screen = bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))
    answers = ask(Bus.SESSION, (_RUNNING, _STARTABLE, _CAPABILITIES, _HAS_HOST), PATIENCE_SECONDS)
    capabilities = None if answers is None else answers.get(_CAPABILITIES)
    return DesktopAbilities(
        screen=screen,
        session_bus=answers is not None,
        notifications=answers is not None and NOTIFICATIONS in _names(answers),
        tray=_has_tray(answers, screen=screen),
        notification_buttons=None if capabilities is None else "actions" in capabilities[0],
        idle=says.idle_for is not None if screen else None,
        typing=says.is_typing is not None if screen else None,
        do_not_disturb=says.do_not_disturb is not None if screen else None,
        full_screen=says.is_full_screen is not None if screen else None,
        screen_lock=says.screen_locked is not None if screen else None,
        sleep=LOGIND in _names(ask(Bus.SYSTEM, (_RUNNING, _STARTABLE), PATIENCE_SECONDS) or {}),
    )


def _names(answers: Answers) -> set[str]:
    """Names of services that run or would be started."""
    return {name for question in (_RUNNING, _STARTABLE) for name in answers.get(question, ([],))[0]}


def _has_tray(answers: Answers | None, *, screen: bool) -> bool | None:
    """True if one of either kind is there; an older one (XEmbed) only X knows of."""
    if answers is not None and answers.get(_HAS_HOST, (("b", False),))[0][1]:
        return True
    asked = Asked[bool | None]()
    asked.begin(_x_has_tray)
    found = asked.answer(PATIENCE_SECONDS)
    return found if found is not None else False if screen and answers is not None else None


def _x_has_tray() -> bool | None:
    with x_server() as server:
        return None if server is None else server.has_tray()
