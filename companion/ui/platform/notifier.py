"""Notifications through the desktop's own service (org.freedesktop.Notifications)."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from companion.presentation.invitation import Invitation
from companion.ui.platform.session_bus import SessionBus, open_session_bus

if TYPE_CHECKING:
    from jeepney import Message

log = logging.getLogger(__name__)

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
APP_NAME = "Companion"
CATEGORY = "x-companion.invitation"
URGENCY_NORMAL = 1
AS_THE_DESKTOP_DOES = -1
PATIENCE = 5000  # milliseconds for a service that has to be started first


@dataclass(slots=True)
class _Sent:
    """One notification; `number` is 0 until the service (`server`, its unique name) has answered."""

    prompt_id: str
    number: int = 0
    server: str = ""
    token: str = ""
    is_on_screen: bool = False
    is_refused: bool = False


class Notifier(QObject):
    """Shows at most one notification, replaces its own, and tells which button was chosen.

    It stays in the desktop's list until it is answered or withdrawn (not "transient"): somebody who was away for
    a few minutes finds it there, and what has expired is withdrawn.
    """

    acted = Signal(str, str, str)
    """Prompt id, key of the action, and the desktop's activation token or an empty string."""
    popup_needed = Signal(str)
    """Prompt id of a notification that `send` took over, but which does not reach the screen or has no buttons."""

    def __init__(
        self,
        desktop_id: str = "",
        open_bus: Callable[[QObject], SessionBus | None] = open_session_bus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desktop_id = desktop_id
        self._open_bus = open_bus
        self._bus: SessionBus | None = None
        self._current: _Sent | None = None
        self._capabilities: frozenset[str] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        application = QCoreApplication.instance()
        if application is not None:
            # A button that nobody hears any more must not stay on the screen.
            application.aboutToQuit.connect(self.stop)

    @property
    def is_there(self) -> bool:
        """True if a service has answered and not gone since."""
        return self._capabilities is not None

    @property
    def has_buttons(self) -> bool:
        """True if a service is there and shows buttons."""
        return self._capabilities is not None and "actions" in self._capabilities

    def probe(self) -> None:
        """Asks what the service can do, without waiting. Does not start one that is not running."""
        bus = self._connected()
        if bus is not None:
            from jeepney import message_bus

            bus.call(message_bus.NameHasOwner(NAME), self._on_owner_known)

    def send(self, prompt_id: str, invitation: Invitation) -> bool:
        """Shows it, in place of the one before. False if a popup is needed: no service, or one without buttons.

        A service that does not answer within 45 ms may have to be started first: that counts as True, and
        `popup_needed` tells if it was wrong.
        """
        bus = self._connected()
        if bus is None:
            return False
        before, sent = self._current, _Sent(prompt_id)
        self._current = sent
        self._patience.stop()
        if self._capabilities is None:
            self._ask_capabilities(bus)
        replaced = before.number if before is not None and before.is_on_screen else 0
        serial = bus.call(self._notify(invitation, replaced), lambda reply: self._on_notify_reply(sent, reply))
        if bus.wait_for(serial):
            return self.has_buttons and not sent.is_refused
        if not bus.is_open:
            self._current = None
            return False
        self._patience.start()
        return True

    def reword(self, prompt_id: str, invitation: Invitation) -> None:
        """Other words in the notification of that prompt, if it is still on the screen; nothing new comes there."""
        sent = self._current
        if sent is not None and sent.prompt_id == prompt_id and sent.is_on_screen:
            self.send(prompt_id, invitation)

    def withdraw(self, prompt_id: str) -> None:
        """Takes the notification of that prompt off the screen, if it is still there."""
        sent = self._current
        if sent is None or sent.prompt_id != prompt_id:
            return
        self._current = None
        self._patience.stop()
        if sent.is_on_screen:
            self._close(sent.number)

    def stop(self) -> None:
        """Takes away what is shown and hangs up."""
        if self._current is not None:
            self.withdraw(self._current.prompt_id)
        if self._bus is not None:
            self._bus.close()

    def _connected(self) -> SessionBus | None:
        if self._bus is None:
            self._bus = self._open_bus(self)
            if self._bus is not None:
                self._bus.signal_came.connect(self._on_signal)
                self._bus.closed.connect(self._on_bus_closed)
                _listen(self._bus)
        return self._bus

    def _notify(self, invitation: Invitation, replaced: int) -> "Message":
        actions = [word for action in invitation.actions for word in action]
        hints = {"urgency": ("y", URGENCY_NORMAL), "category": ("s", CATEGORY)}
        if self._desktop_id:
            hints["desktop-entry"] = ("s", self._desktop_id)
        words = (invitation.title, invitation.text, actions)
        body = (APP_NAME, replaced, self._desktop_id, *words, hints, AS_THE_DESKTOP_DOES)
        return _call("Notify", "susssasa{sv}i", body)

    def _close(self, number: int) -> None:
        if self._bus is not None:
            self._bus.call(_call("CloseNotification", "u", (number,)))

    def _ask_capabilities(self, bus: SessionBus) -> None:
        bus.call(_call("GetCapabilities"), self._on_capabilities)

    def _on_owner_known(self, reply: "Message") -> None:
        if not _is_error(reply) and reply.body[0] and self._bus is not None:
            self._ask_capabilities(self._bus)

    def _on_capabilities(self, reply: "Message") -> None:
        self._capabilities = None if _is_error(reply) else frozenset(reply.body[0])

    def _on_notify_reply(self, sent: _Sent, reply: "Message") -> None:
        is_wanted = self._current is sent
        if _is_error(reply):
            log.info("the notification service refused")
            sent.is_refused = True
            self._current = None if is_wanted else self._current
        else:
            sent.number, sent.server, sent.is_on_screen = reply.body[0], _sender(reply), True
            if not is_wanted:
                self._close(sent.number)
        if is_wanted and self._patience.isActive():
            self._patience.stop()
            if sent.is_refused or not self.has_buttons:
                self.popup_needed.emit(sent.prompt_id)

    def _on_patience_timeout(self) -> None:
        sent, self._current = self._current, None
        if sent is not None:
            self.popup_needed.emit(sent.prompt_id)

    def _on_signal(self, signal: "Message") -> None:
        from jeepney import HeaderFields

        member = signal.header.fields.get(HeaderFields.member)
        if member == "NameOwnerChanged":
            self._on_owner_changed(*signal.body)
        elif self._is_ours(signal):
            self._on_own_signal(str(member), signal.body)

    def _is_ours(self, signal: "Message") -> bool:
        sent = self._current
        return sent is not None and sent.number == signal.body[0] and sent.server == _sender(signal)

    def _on_own_signal(self, member: str, body: tuple[object, ...]) -> None:
        sent = self._current
        assert sent is not None
        if member == "ActivationToken":
            sent.token = str(body[1])
        elif member == "ActionInvoked":
            token, sent.token = sent.token, ""
            self.acted.emit(sent.prompt_id, str(body[1]), token)
        elif member == "NotificationClosed":
            # Closed by the desktop or swiped away: the prompt stays open, there is only nothing left to replace.
            sent.is_on_screen = False

    def _on_owner_changed(self, name: str, before: str, after: str) -> None:
        if name != NAME:
            return
        self._capabilities = None
        if before and self._current is not None:
            # It went away with the old service and is not sent again; the tray still says that it is due.
            self._current.is_on_screen = False
        if after:
            self.probe()

    def _on_bus_closed(self) -> None:
        if self._bus is not None:
            self._bus.deleteLater()
        self._bus = None
        self._capabilities = None
        if self._current is not None:
            self._current.is_on_screen = False
        if self._patience.isActive():
            self._patience.stop()
            self._on_patience_timeout()


def _listen(bus: SessionBus) -> None:
    from jeepney import MatchRule, message_bus

    bus.listen(MatchRule(type="signal", sender=NAME, interface=NAME, path=PATH))
    owner_changed = MatchRule(
        type="signal", sender=message_bus.bus_name, interface=message_bus.interface, member="NameOwnerChanged"
    )
    owner_changed.add_arg_condition(0, NAME)
    bus.listen(owner_changed)


def _call(member: str, signature: str | None = None, body: tuple[object, ...] = ()) -> "Message":
    from jeepney import DBusAddress, new_method_call

    return new_method_call(DBusAddress(PATH, bus_name=NAME, interface=NAME), member, signature, body)


def _is_error(reply: "Message") -> bool:
    from jeepney import MessageType

    return reply.header.message_type is MessageType.error


def _sender(message: "Message") -> str:
    from jeepney import HeaderFields

    return str(message.header.fields.get(HeaderFields.sender, ""))
