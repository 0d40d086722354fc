"""A bus with the services of a desktop that tests own, in a thread: a real socket, no daemon."""

from collections.abc import Mapping
from pathlib import Path

from jeepney import HeaderFields, Message, MessageFlag, new_error, new_method_return

from tests.support.session_bus import BUS, SERVICE, FakeSessionBus

Call = tuple[str, str, str, tuple[object, ...]]
"""Path, interface, member, arguments."""
Reply = tuple[str, tuple[object, ...]]
"""Signature, values."""


def properties(path: str, interface: str) -> Call:
    """The call for every property of an interface."""
    return path, "org.freedesktop.DBus.Properties", "GetAll", (interface,)


class FakeServices(FakeSessionBus):
    """Answers exactly the calls it was given; what stands in `silent` gets no answer, everything else an error."""

    def __init__(self, folder: Path, replies: Mapping[Call, Reply], silent: frozenset[Call] = frozenset()) -> None:
        self.replies = dict(replies)
        self.silent = silent
        self.asked: list[Call] = []
        self.wanted_to_start: list[Call] = []
        super().__init__(folder)

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        call: Call = (
            fields[HeaderFields.path],
            fields[HeaderFields.interface],
            fields[HeaderFields.member],
            tuple(message.body),
        )
        self.asked.append(call)
        if not message.header.flags & MessageFlag.no_auto_start and call[1] != BUS.interface:
            self.wanted_to_start.append(call)
        if call in self.replies:
            self._send(new_method_return(message, *self.replies[call]), SERVICE)
        elif call[2] == "Hello":
            self._send(new_method_return(message, "s", (":1.7",)), BUS.bus_name or "")
        elif call not in self.silent:
            self._send(new_error(message, "org.freedesktop.DBus.Error.ServiceUnknown"), BUS.bus_name or "")
