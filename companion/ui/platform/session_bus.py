"""A line to the session bus that never makes the window wait longer than it was allowed to."""

import logging
import os
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    import socket

    from jeepney import MatchRule, Message

log = logging.getLogger(__name__)

LONGEST_WAIT = 45  # milliseconds; connecting and asking together stay under the 100 a window may stand still
READ_SIZE = 65536

Answered = Callable[["Message"], None]


def open_session_bus(parent: QObject | None = None, longest_wait: int = LONGEST_WAIT) -> "SessionBus | None":
    """A connected line, or None where there is no session bus or it does not answer in that many milliseconds."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _usual_address()
    if not address:
        return None
    from jeepney.bus import get_bus
    from jeepney.io.blocking import prep_socket

    try:
        sock = prep_socket(get_bus(address), timeout=longest_wait / 1000)
    except (OSError, RuntimeError, ValueError) as failure:
        log.info("no session bus: %s", type(failure).__name__)
        return None
    return SessionBus(sock, parent, longest_wait)


def _usual_address() -> str:
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return f"unix:path={folder}/bus" if folder and os.path.exists(f"{folder}/bus") else ""


class SessionBus(QObject):
    """Calls go out at once; answers and signals come in through the event loop, in order."""

    signal_came = Signal(object)
    called = Signal(object)
    """A call of somebody else, who waits for `answer`."""
    closed = Signal()

    def __init__(self, sock: "socket.socket", parent: QObject | None, longest_wait: int) -> None:
        super().__init__(parent)
        from jeepney import Parser, message_bus

        self._longest_wait = longest_wait
        sock.settimeout(longest_wait / 1000)
        self._sock = sock
        self._parser = Parser()
        self._last_serial = 0
        self._waiting: dict[int, Answered] = {}
        self._unasked: deque[Message] = deque()
        self._watch = QSocketNotifier(sock.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._on_readable)
        self.is_open = True
        self.call(message_bus.Hello())

    def call(self, message: "Message", answered: Answered | None = None) -> int:
        """Sends a call and returns its serial; `answered` gets the reply or the error, if one ever comes."""
        serial = self._last_serial + 1
        if answered is not None:
            self._waiting[serial] = answered
        self.answer(message)
        return serial

    def answer(self, message: "Message") -> None:
        """Sends what nobody answers."""
        self._last_serial += 1
        if self.is_open:
            try:
                self._sock.sendall(message.serialise(serial=self._last_serial))
            except OSError:
                self.close()

    def listen(self, rule: "MatchRule") -> None:
        """From now on `signal_came` also brings the signals of that rule."""
        from jeepney import message_bus

        self.call(message_bus.AddMatch(rule))

    def wait_for(self, serial: int) -> bool:
        """True once that call was answered; False if that takes too long. Signals that come meanwhile follow."""
        from select import POLLIN, poll

        deadline = QDeadlineTimer(self._longest_wait)
        ready = poll()
        if self.is_open:
            ready.register(self._sock, POLLIN)
        while serial in self._waiting and self.is_open and not deadline.hasExpired():
            if ready.poll(deadline.remainingTime()):
                self._read()
        if self._unasked:
            QTimer.singleShot(0, self, self._deliver_unasked)
        return self.is_open and serial not in self._waiting

    def close(self) -> None:
        """Ends the line; what waits for an answer gets none."""
        if not self.is_open:
            return
        self.is_open = False
        self._watch.setEnabled(False)
        self._sock.close()
        self._waiting.clear()
        self.closed.emit()

    def _on_readable(self) -> None:
        self._read()
        self._deliver_unasked()

    def _read(self) -> None:
        from socket import MSG_DONTWAIT

        try:
            received = self._sock.recv(READ_SIZE, MSG_DONTWAIT)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        if not received:
            self.close()
            return
        self._parser.add_data(received)
        while (message := self._parser.get_next_message()) is not None:
            self._sort(message)

    def _sort(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType

        if message.header.message_type in (MessageType.signal, MessageType.method_call):
            self._unasked.append(message)
            return
        answered = self._waiting.pop(message.header.fields.get(HeaderFields.reply_serial, -1), None)
        if answered is not None:
            answered(message)

    def _deliver_unasked(self) -> None:
        from jeepney import MessageType

        while self._unasked:
            message = self._unasked.popleft()
            is_call = message.header.message_type is MessageType.method_call
            (self.called if is_call else self.signal_came).emit(message)
