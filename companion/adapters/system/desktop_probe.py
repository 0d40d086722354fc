"""What this desktop can do, found out without a window: is there a screen, a tray, a notification service."""

import os
import sys
from contextlib import closing
from dataclasses import dataclass

PATIENCE_SECONDS = 0.5
NOTIFICATIONS = "org.freedesktop.Notifications"
TRAY = "org.kde.StatusNotifierWatcher"


@dataclass(frozen=True, slots=True)
class DesktopAbilities:
    """True where there is one, False where there is none, None where it cannot be known from here."""

    screen: bool | None
    session_bus: bool | None
    notifications: bool | None
    tray: bool | None


def desktop_abilities() -> DesktopAbilities:
    """Asks the environment and the session bus; never longer than half a second a question."""
    if not sys.platform.startswith("linux"):
        return DesktopAbilities(None, None, None, None)
    screen = bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))
    names = _names_on_the_bus()
    if names is None:
        return DesktopAbilities(screen, False, False, None)
    # Without a watcher there can still be an older tray of X11, which only a window can ask for.
    tray = True if TRAY in names else None
    return DesktopAbilities(screen, True, NOTIFICATIONS in names, tray)


def _names_on_the_bus() -> set[str] | None:
    """Names of services that run or would be started, or None without a bus."""
    try:
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        with closing(open_dbus_connection("SESSION", auth_timeout=PATIENCE_SECONDS)) as connection:
            names: set[str] = set()
            for question in ("ListNames", "ListActivatableNames"):
                reply = connection.send_and_get_reply(new_method_call(bus, question), timeout=PATIENCE_SECONDS)
                names.update(reply.body[0])
            return names
    except Exception:  # a bus that is not there fails in many ways, and all of them mean the same
        return None
