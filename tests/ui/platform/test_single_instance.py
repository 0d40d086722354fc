"""One program per data folder."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.application.instance_address import Message, instance_address, line_of
from companion.ui.platform import single_instance
from companion.ui.platform.single_instance import SingleInstance, Start

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from companion.application.errors import Trouble, UserError
from companion.application.instance_address import Message
from companion.ui.platform.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]), sys.argv[2])
assert one.begin(Message.SHOW).value == "first"
assert one.listen()
print("listening", flush=True)
app.exec()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder whose path is short enough for a socket."""
    with TemporaryDirectory(prefix="c-") as made:
        yield Path(made)


@pytest.fixture
def address(folder: Path) -> str:
    """Where the program of that folder listens."""
    return instance_address(str(folder), None)


@pytest.fixture
def first(qtbot: QtBot, folder: Path, address: str) -> Iterator[SingleInstance]:
    """The first program, listening."""
    made = SingleInstance(folder, address)
    assert made.begin(Message.SHOW) is Start.FIRST
    assert made.listen()
    yield made
    made.stop()


SPEAKER = """
import socket, sys
line = socket.socket(socket.AF_UNIX)
line.settimeout(10)
line.connect(sys.argv[1])
try:
    line.sendall(sys.stdin.buffer.read())
    line.shutdown(socket.SHUT_WR)
    print(line.recv(100).decode(), end="")
except OSError:
    print("cut off")
"""


def say(address: str, *lines: bytes) -> "subprocess.Popen[bytes]":
    """Another process says these lines; its output is what it hears."""
    arguments = [sys.executable, "-c", SPEAKER, address]
    speaker = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert speaker.stdin is not None
    speaker.stdin.write(b"".join(lines))
    speaker.stdin.close()
    speaker.stdin = None
    return speaker


def test_a_second_one_hands_its_wish_over(first: SingleInstance, folder: Path, address: str, qtbot: QtBot) -> None:
    code = HOLDER.replace(
        'assert one.begin(Message.SHOW).value == "first"',
        "print(one.begin(Message.CHECK_IN, 'tok').value); sys.exit()",
    )
    with qtbot.waitSignal(first.check_in_wanted, timeout=20_000) as wanted:
        second = subprocess.Popen([sys.executable, "-c", code, str(folder), address], stdout=subprocess.PIPE)
    said, _ = second.communicate(timeout=20)
    assert wanted.args == ["tok"]
    assert said.decode().strip() == "handed_over"


def test_each_message_has_its_own_signal(first: SingleInstance, address: str, qtbot: QtBot) -> None:
    with qtbot.waitSignals([first.window_wanted, first.check_in_wanted, first.changed_elsewhere], timeout=20_000):
        speaker = say(address, line_of(Message.SHOW), line_of(Message.CHECK_IN), line_of(Message.CHANGED))
    said, _ = speaker.communicate(timeout=20)
    assert said.decode().startswith("heard")


def test_one_that_does_not_wait_for_an_answer_is_heard_too(first: SingleInstance, address: str, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(address)
        line.sendall(line_of(Message.CHANGED))
    with qtbot.waitSignal(first.changed_elsewhere):
        pass


def test_what_is_none_of_ours_is_ignored(first: SingleInstance, address: str, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(first.window_wanted), qtbot.waitSignal(first.changed_elsewhere, timeout=20_000):
        speaker = say(address, b"\xff\xfe\n", b"quit\n", b"show-me\n", line_of(Message.CHANGED))
    speaker.communicate(timeout=20)


def test_a_line_without_end_is_cut_off(first: SingleInstance, address: str, qtbot: QtBot) -> None:
    speaker = say(address, b"x" * 100_000)
    qtbot.waitUntil(lambda: speaker.poll() is not None, timeout=20_000)
    with qtbot.waitSignal(first.changed_elsewhere, timeout=20_000):
        other = say(address, line_of(Message.CHANGED))
    speaker.communicate(timeout=20)
    other.communicate(timeout=20)


def test_the_socket_is_for_the_person_alone(first: SingleInstance, address: str) -> None:
    assert stat.S_IMODE(os.stat(address).st_mode) & 0o077 == 0


def test_after_a_kill_the_next_one_is_the_first_and_is_heard(folder: Path, address: str, qtbot: QtBot) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder), address], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"listening\n"
    holder.send_signal(signal.SIGKILL)
    holder.communicate(timeout=20)
    assert Path(address).exists()
    following = SingleInstance(folder, address)
    assert following.begin(Message.SHOW) is Start.FIRST
    assert following.listen()
    with qtbot.waitSignal(following.window_wanted, timeout=20_000):
        speaker = say(address, line_of(Message.SHOW))
    speaker.communicate(timeout=20)
    following.stop()


def test_a_running_one_that_does_not_listen_is_not_pushed_aside(
    qtbot: QtBot, folder: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE", 100)
    deaf = SingleInstance(folder, address)
    deaf.begin(Message.SHOW)
    with pytest.raises(UserError) as refused:
        SingleInstance(folder, address).begin(Message.SHOW)
    assert refused.value.trouble is Trouble.STORE_BUSY
    deaf.stop()


def test_a_lock_file_that_names_a_living_stranger_is_taken_over(
    qtbot: QtBot, folder: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE", 100)
    held = SingleInstance(folder, address)
    held.begin(Message.SHOW)
    left_behind = (folder / single_instance.LOCK_NAME).read_bytes()
    held.stop()
    (folder / single_instance.LOCK_NAME).write_bytes(left_behind)
    following = SingleInstance(folder, address)
    assert following.begin(Message.SHOW) is Start.FIRST
    following.stop()


def test_after_it_stopped_the_folder_is_free(qtbot: QtBot, folder: Path, address: str) -> None:
    one = SingleInstance(folder, address)
    one.begin(Message.SHOW)
    one.listen()
    one.stop()
    other = SingleInstance(folder, address)
    assert other.begin(Message.SHOW) is Start.FIRST
    other.stop()


def test_an_address_that_is_too_long_is_said_and_harms_nothing(qtbot: QtBot, folder: Path) -> None:
    one = SingleInstance(folder, str(folder / ("x" * 120)))
    assert one.begin(Message.SHOW) is Start.FIRST
    assert not one.listen()
    one.stop()
