"""The socket on which other processes are heard."""

import socket
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pytestqt.qtbot import QtBot

from companion.application.instance_address import Message, line_of
from companion.ui.platform.local_pipe import LocalPipe
from companion.ui.platform.local_socket import LocalSocket

Hearing = LocalSocket | LocalPipe


@pytest.fixture
def address() -> Iterator[str]:
    """A path short enough for a socket."""
    with TemporaryDirectory(prefix="c-") as made:
        yield f"{made}/a.sock"


@pytest.fixture(params=[LocalSocket, LocalPipe])
def hearing(request: pytest.FixtureRequest, qtbot: QtBot, address: str) -> Iterator[Hearing]:
    """One that listens; what Windows gets hears in the same way."""
    made: Hearing = request.param()
    assert made.listen(address) == ""
    yield made
    made.close()


def speaking_to(address: str) -> socket.socket:
    """A line to it."""
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(10)
    line.connect(address)
    return line


def test_a_line_that_comes_in_pieces_is_heard_once_it_is_whole(hearing: Hearing, address: str, qtbot: QtBot) -> None:
    whole = line_of(Message.CHECK_IN, "token")
    with speaking_to(address) as line:
        with qtbot.waitSignal(hearing.heard, timeout=20_000) as heard:
            for byte in whole:
                line.sendall(bytes([byte]))
        assert heard.args == [Message.CHECK_IN, "token"]
        assert line.recv(100) == b"heard\n"


def test_several_speak_at_once(hearing: Hearing, address: str, qtbot: QtBot) -> None:
    said: list[Message] = []
    hearing.heard.connect(lambda message, _token: said.append(message))
    lines = [speaking_to(address) for _ in range(5)]
    for line in lines:
        line.sendall(line_of(Message.CHANGED))
    qtbot.waitUntil(lambda: len(said) == 5)
    for line in lines:
        line.close()


def test_once_closed_nothing_of_it_is_left(hearing: Hearing, address: str) -> None:
    hearing.close()
    assert not Path(address).exists()


def test_whoever_is_on_the_line_when_it_closes_is_cut_off(qtbot: QtBot, address: str) -> None:
    hearing = LocalSocket()
    assert hearing.listen(address) == ""
    with speaking_to(address) as line:
        with qtbot.waitSignal(hearing.heard, timeout=20_000):
            line.sendall(line_of(Message.SHOW))
        assert line.recv(100) == b"heard\n"
        hearing.close()
        assert line.recv(100) == b""
