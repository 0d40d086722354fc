"""Where the desktop has started the program to ask it something: what that is, before anything is opened."""

from contextlib import closing
from typing import TYPE_CHECKING

from companion.adapters.system.desktop_bus import Bus, open_line
from companion.application.desktop_calls import Answer, Wish, answer_to
from companion.application.instance_address import PROGRAM_ID

if TYPE_CHECKING:
    import socket

    from jeepney import Message

READ_SIZE = 65536
PATIENCE = 10.0  # seconds; who started us has asked already
DO_NOT_QUEUE = 4


def first_call(patience: float = PATIENCE) -> Wish | None:
    """The first wish that comes under the program's name, which is then given free again for the window's own line.

    None without a bus, where another one has the name, and where nobody asks within `patience` seconds.
    """
    line = open_line(Bus.SESSION, patience)
    if line is None:
        return None
    with closing(line):
        try:
            return _first_wish(line, patience)
        except OSError:
            return None


def _first_wish(line: "socket.socket", patience: float) -> Wish | None:
    from time import monotonic

    from jeepney import HeaderFields, MessageType, Parser, message_bus

    line.sendall(message_bus.Hello().serialise(serial=1))
    line.sendall(message_bus.RequestName(PROGRAM_ID, DO_NOT_QUEUE).serialise(serial=2))
    parser, end, serial = Parser(), monotonic() + patience, 3
    while (left := end - monotonic()) > 0:
        line.settimeout(left)
        received = line.recv(READ_SIZE)
        if not received:
            return None
        parser.add_data(received)
        while (message := parser.get_next_message()) is not None:
            if message.header.fields.get(HeaderFields.reply_serial) == 2 and not _is_granted(message):
                return None
            if message.header.message_type is MessageType.method_call:
                answer = _answer_to(message)
                line.sendall(_as_message(message, answer).serialise(serial=serial))
                serial += 1
                if answer.wish is not None:
                    return answer.wish
    return None


def _is_granted(reply: "Message") -> bool:
    from jeepney import MessageType

    return reply.header.message_type is MessageType.method_return and reply.body[0] == 1


def _answer_to(call: "Message") -> Answer:
    from jeepney import HeaderFields

    names = (HeaderFields.path, HeaderFields.interface, HeaderFields.member, HeaderFields.signature)
    path, interface, member, signature = (str(call.header.fields.get(name, "")) for name in names)
    return answer_to(path, interface, member, signature, call.body)


def _as_message(call: "Message", answer: Answer) -> "Message":
    from jeepney import new_error, new_method_return

    if answer.error:
        return new_error(call, answer.error, answer.signature, answer.body)
    return new_method_return(call, answer.signature, answer.body)
