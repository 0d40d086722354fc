"""Word to the running program."""

import socket
from pathlib import Path

from companion.adapters.system.running_program import tell


def test_a_line_reaches_whoever_listens(tmp_path: Path) -> None:
    address = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        assert tell(address, "changed")
        heard, _ = listener.accept()
        with heard:
            assert heard.recv(100) == b"changed\n"


def test_a_line_that_ends_already_ends_once(tmp_path: Path) -> None:
    address = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        assert tell(address, "show token\n")
        heard, _ = listener.accept()
        with heard:
            assert heard.recv(100) == b"show token\n"


def test_nobody_there_is_no_trouble(tmp_path: Path) -> None:
    assert not tell(str(tmp_path / "nobody"), "changed")


def test_a_program_that_died_is_no_trouble(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
    assert not tell(str(tmp_path / "s"), "changed")


def test_a_file_in_its_place_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("")
    assert not tell(str(tmp_path / "s"), "changed")


def test_an_address_longer_than_a_socket_can_have_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 120)
    folder.mkdir()
    (folder / "s").write_text("")
    assert not tell(str(folder / "s"), "changed")
