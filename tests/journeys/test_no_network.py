"""The program as a person uses it opens no internet socket; seen from outside, by its system calls."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JOURNEYS = ("test_the_loop.py", "test_journal.py", "test_start.py", "test_copies.py", "test_my_notebook_as_a_file.py")
_FAMILY = re.compile(r"socket\((AF_\w+|PF_\w+)")
_LOCAL = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK"}  # netlink only asks the kernel which interfaces there are

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")


def families_asked_for(trace: Path, *command: str) -> set[str]:
    """The kinds of sockets that a command and everything it starts ask the system for."""
    watched = ("strace", "-f", "-qq", "-e", "trace=socket", "-o", str(trace), *command)
    done = subprocess.run(watched, cwd=ROOT, env={**os.environ}, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return set(_FAMILY.findall(trace.read_text()))


def test_a_socket_to_the_internet_would_be_seen(tmp_path: Path) -> None:
    script = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    assert families_asked_for(tmp_path / "trace", sys.executable, "-c", script) == {"AF_INET"}


def test_journeys_ask_for_no_socket_that_leaves_the_computer(tmp_path: Path) -> None:
    journeys = [str(HERE / name) for name in JOURNEYS]
    python = (sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-x")
    assert families_asked_for(tmp_path / "trace", *python, *journeys) <= _LOCAL
