"""A session bus with a notification service on it, in a thread: a real socket, no daemon."""

import socket
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Parser,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)

NOTIFICATIONS = DBusAddress(
    "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.Notifications"
)
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
SERVICE = ":1.42"
STRANGER = ":1.66"


class FakeSessionBus:
    """Answers what the notifier asks and keeps what was sent. `is_silent` answers nothing about notifications."""

    def __init__(
        self, folder: Path, *, has_service: bool = True, buttons: bool = True, is_silent: bool = False
    ) -> None:
        self.has_service = has_service
        self.is_silent = is_silent
        self.capabilities = ["body", "actions"] if buttons else ["body"]
        self.notified: list[tuple[Any, ...]] = []
        self.closed: list[int] = []
        self.held: list[Message] = []
        self.answers: list[Message] = []
        self.names: list[str] = []
        self.was_named = Event()
        self.name_is_taken = False
        self._serial = 0
        self._sending = Lock()
        self._number = 100
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / "bus"))
        self._listener.listen()
        self.address = f"unix:path={folder / 'bus'}"
        self._client: socket.socket | None = None
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def signal(self, member: str, signature: str, body: tuple[object, ...], sender: str = SERVICE) -> None:
        """The service says something to everyone."""
        self._send(new_signal(NOTIFICATIONS, member, signature, body), sender)

    def call(self, path: str, interface: str, member: str, signature: str, body: tuple[object, ...]) -> None:
        """Somebody on the bus asks the client something; what it says to that comes to `answers`."""
        call = new_method_call(DBusAddress(path, ":1.1", interface), member, signature or None, body)
        self._send(call, STRANGER)

    def owner_changes(self, before: str, after: str) -> None:
        """The service goes (`after` empty), comes, or is replaced."""
        self.has_service = bool(after)
        body = (NOTIFICATIONS.bus_name, before, after)
        self._send(new_signal(BUS, "NameOwnerChanged", "sss", body), BUS.bus_name or "")

    def answer_held(self) -> None:
        """Answers what was left unanswered while silent."""
        self.is_silent = False
        held, self.held = self.held, []
        for message in held:
            self._answer(message)

    def hang_up(self) -> None:
        """The bus goes away under its client."""
        client = self._client
        if client is not None:
            client.shutdown(socket.SHUT_RDWR)

    def stop(self) -> None:
        """Ends the thread."""
        self._listener.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            self.hang_up()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with client:
                with suppress(OSError):
                    self._let_in(client)
                    self._hear(client)
                self._client = None

    def _let_in(self, client: socket.socket) -> None:
        line = b""
        while line != b"BEGIN\r\n":
            line = _line_from(client)
            if b"AUTH" in line:
                client.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
        self._client = client

    def _hear(self, client: socket.socket) -> None:
        parser = Parser()
        while received := client.recv(65536):
            parser.add_data(received)
            while (message := parser.get_next_message()) is not None:
                about_notifications = message.header.fields.get(HeaderFields.interface) == NOTIFICATIONS.interface
                if message.header.message_type is not MessageType.method_call:
                    self.answers.append(message)
                elif about_notifications and self.is_silent:
                    self.held.append(message)
                else:
                    self._answer(message)

    def _answer(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        about_notifications = message.header.fields.get(HeaderFields.interface) == NOTIFICATIONS.interface
        if about_notifications and not self.has_service:
            self._send(new_error(message, "org.freedesktop.DBus.Error.ServiceUnknown"), BUS.bus_name or "")
        elif member == "NameHasOwner":
            self._send(new_method_return(message, "b", (self.has_service,)), BUS.bus_name or "")
        elif member == "RequestName":
            self.names.append(message.body[0])
            self._send(new_method_return(message, "u", (3 if self.name_is_taken else 1,)), BUS.bus_name or "")
            self.was_named.set()
        elif member == "GetCapabilities":
            self._send(new_method_return(message, "as", (self.capabilities,)), SERVICE)
        elif member == "Notify":
            self.notified.append(message.body)
            self._number = message.body[1] or self._number + 1
            self._send(new_method_return(message, "u", (self._number,)), SERVICE)
        elif member == "CloseNotification":
            self.closed.append(message.body[0])

    def _send(self, message: Message, sender: str) -> None:
        message.header.fields[HeaderFields.sender] = sender
        with self._sending:
            self._serial += 1
            if self._client is not None:
                self._client.sendall(message.serialise(serial=self._serial))


def _line_from(client: socket.socket) -> bytes:
    """One line, and not a byte of what follows it."""
    line = b""
    while not line.endswith(b"\r\n"):
        byte = client.recv(1)
        if not byte:
            raise ConnectionResetError
        line += byte
    return line
