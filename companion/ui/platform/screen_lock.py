"""Hears that the desktop locked its screen."""

import os
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from jeepney import Message

    from companion.ui.platform.session_bus import SessionBus

_SAVERS = ".ScreenSaver"  # org.freedesktop.ScreenSaver, and the same of GNOME, Cinnamon, MATE and Xfce
_CHANGED = "ActiveChanged"
_LOGIND = "org.freedesktop.login1"
_SESSION = "org.freedesktop.login1.Session"
_SESSIONS = "/org/freedesktop/login1/session/"


class ScreenLock(QObject):
    """Says `locked` when the screen saver says that it covers the screen, or logind that the session is locked."""

    locked = Signal()

    def start(self, session: "SessionBus | None") -> None:
        """Begins to hear both; without a bus there is one voice less."""
        if session is not None:
            from jeepney import MatchRule

            session.signal_came.connect(self._on_signal_came)
            session.listen(MatchRule(type="signal", member=_CHANGED))
        self._hear_logind()

    def _hear_logind(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            # The type stubs ask for bytes, which are refused when it runs.
            place = (_LOGIND, session_path(), _SESSION, "Lock")
            bus.connect(*place, self, SLOT("_on_session_locked()"))  # type: ignore[call-overload]

    def _on_signal_came(self, message: "Message") -> None:
        from jeepney import HeaderFields

        fields = message.header.fields
        is_saver = str(fields.get(HeaderFields.interface, "")).endswith(_SAVERS)
        if is_saver and fields.get(HeaderFields.member) == _CHANGED and message.body and message.body[0] is True:
            self.locked.emit()

    @Slot()
    def _on_session_locked(self) -> None:
        self.locked.emit()


def session_path() -> str:
    """Where logind keeps our session; "" stands for any where the environment does not name it."""
    name = os.environ.get("XDG_SESSION_ID", "")
    # A digit in front and every sign stand as _xx in a path.
    return _SESSIONS + re.sub(r"^[0-9]|[^A-Za-z0-9]", lambda found: f"_{ord(found[0]):02x}", name) if name else ""
