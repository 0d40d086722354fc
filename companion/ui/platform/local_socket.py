"""Where the running program hears other processes: a socket in the file system, watched by Qt's event loop."""

import os
import socket
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from companion.application.instance_address import HEARD, message_in

LONGEST_LINE = 4096
READ_SIZE = 65536


@dataclass(slots=True)
class _Line:
    """One process that speaks, and what it has begun to say."""

    socket: socket.socket
    begun: bytes = b""


class LocalSocket(QObject):
    """Listens for lines, answers those that are ours, and says `heard` (Message, activation token) for each.

    Qt's own (QLocalServer) would bring its network library and what that is built on: 3 MB in a program that waits.
    """

    heard = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[QObject, _Line] = {}
        self._address = ""

    def listen(self, address: str) -> str:
        """Begins, in place of what was left behind there; for the person alone. Empty, or why that cannot be."""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.setblocking(False)
        try:
            with suppress(FileNotFoundError):
                os.unlink(address)
            self._socket.bind(address)
            self._address = address
            os.chmod(address, 0o600)  # nobody can connect before the next line
            self._socket.listen()
        except OSError as failure:
            self.close()
            return type(failure).__name__
        self._door = self._watching(self._socket)
        self._door.activated.connect(self._on_door_activated)
        return ""

    def close(self) -> None:
        """Hears nobody any more."""
        for watch in list(self._lines):
            self._forget(watch)
        if "_door" in self.__dict__:
            self._door.setEnabled(False)
        if self._address:
            with suppress(FileNotFoundError):
                os.unlink(self._address)
            self._address = ""
        self._socket.close()

    def _watching(self, sock: socket.socket) -> QSocketNotifier:
        return QSocketNotifier(sock.fileno(), QSocketNotifier.Type.Read, self)

    def _on_door_activated(self) -> None:
        with suppress(OSError):  # whoever knocked can be gone again
            sock, _place = self._socket.accept()
            sock.setblocking(False)
            watch = self._watching(sock)
            self._lines[watch] = _Line(sock)
            watch.activated.connect(self._on_line_activated)

    def _on_line_activated(self) -> None:
        watch = self.sender()
        line = self._lines.get(watch)
        if line is None:
            return
        try:
            received = line.socket.recv(READ_SIZE)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        *lines, line.begun = (line.begun + received).split(b"\n")
        for heard in filter(None, map(message_in, lines)):
            with suppress(OSError):  # it may have hung up without waiting for the answer
                line.socket.send(f"{HEARD}\n".encode())
            self.heard.emit(*heard)
        if not received or len(line.begun) >= LONGEST_LINE:
            self._forget(watch)

    def _forget(self, watch: QObject) -> None:
        line = self._lines.pop(watch, None)
        if line is not None and isinstance(watch, QSocketNotifier):
            watch.setEnabled(False)
            watch.deleteLater()
            line.socket.close()
