"""Questions to the services of this desktop, all at once and never longer than they were given."""

import os
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket

    from jeepney import Message

READ_SIZE = 65536
PROPERTIES = "org.freedesktop.DBus.Properties"


class Bus(Enum):
    """The person's own bus, and that of the whole computer."""

    SESSION = "SESSION"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class Question:
    """One call to a service. A service that does not run is not started for it."""

    service: str
    path: str
    interface: str
    member: str
    signature: str | None = None
    body: tuple[object, ...] = ()


Answers = Mapping[Question, tuple[Any, ...]]


def all_properties(service: str, path: str, interface: str) -> Question:
    """The question for every property of an interface; its answer is one dict of (signature, value)."""
    return Question(service, path, PROPERTIES, "GetAll", "s", (interface,))


def property_in(answers: Answers, question: Question, name: str) -> object:
    """A property out of the answer to `all_properties`; None if there is none."""
    (found,) = answers.get(question, ({},))
    _signature, value = found.get(name, ("", None))
    return value


def open_line(bus: Bus, patience: float) -> "socket.socket | None":
    """A connected line on which nothing was said yet; None where there is no bus, or none answers in that time."""
    from jeepney.io.blocking import prep_socket

    try:
        return prep_socket(_place_of(bus), timeout=patience)  # type: ignore[no-any-return]
    except (OSError, RuntimeError, ValueError, LookupError):
        return None


def ask(bus: Bus, questions: Iterable[Question], patience: float) -> Answers | None:
    """What was answered within `patience` seconds; what failed or came late is left out. None without a bus."""
    from time import monotonic

    end = monotonic() + patience
    line = open_line(bus, patience)
    if line is None:
        return None
    with closing(line):
        try:
            return _answers(line, list(questions), end)
        except OSError:
            return {}


def _answers(line: "socket.socket", questions: list[Question], end: float) -> Answers:
    from time import monotonic

    from jeepney import HeaderFields, MessageType, Parser, message_bus

    line.sendall(message_bus.Hello().serialise(serial=1))
    waiting = dict(enumerate(questions, start=2))
    for serial, question in waiting.items():
        line.sendall(_call(question).serialise(serial=serial))
    answers: dict[Question, tuple[Any, ...]] = {}
    parser = Parser()
    while waiting and (left := end - monotonic()) > 0:
        line.settimeout(left)
        received = _received(line)
        if not received:
            break
        parser.add_data(received)
        while (message := parser.get_next_message()) is not None:
            asked = waiting.pop(message.header.fields.get(HeaderFields.reply_serial, 0), None)
            if asked is not None and message.header.message_type is MessageType.method_return:
                answers[asked] = message.body
    return answers


def _received(line: "socket.socket") -> bytes:
    try:
        return line.recv(READ_SIZE)
    except TimeoutError:
        return b""


def _call(question: Question) -> "Message":
    from jeepney import DBusAddress, MessageFlag, new_method_call

    address = DBusAddress(question.path, bus_name=question.service, interface=question.interface)
    message = new_method_call(address, question.member, question.signature, question.body)
    message.header.flags |= MessageFlag.no_auto_start
    return message


def _place_of(bus: Bus) -> str:
    from jeepney.bus import get_bus

    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={_usual_place()}"
    place: str = get_bus("SYSTEM" if bus is Bus.SYSTEM else named)
    return place


def _usual_place() -> str:
    return f"{os.environ.get('XDG_RUNTIME_DIR', '')}/bus"
