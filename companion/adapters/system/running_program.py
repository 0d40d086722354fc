"""Word to the running program, if there is one."""

import os
import sys
from pathlib import Path

from companion.application.instance_address import INSTANCE_LOCK

PATIENCE_SECONDS = 0.05


def tell(address: str, line: str) -> bool:
    """Sends one line to the program that listens at `address`; False, and nothing happens, if none does."""
    if sys.platform != "win32" and not os.path.exists(address):
        return False
    try:
        return _send(address, line.rstrip("\n").encode() + b"\n")
    except OSError:
        return False


def is_running(data_folder: Path) -> bool:
    """True while a program with a window runs on that folder; one that ended in a crash does not count."""
    path = data_folder / INSTANCE_LOCK
    if sys.platform == "win32":
        return path.exists()  # an open file cannot be taken away there
    import fcntl

    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _send(address: str, line: bytes) -> bool:
    if sys.platform == "win32":
        with open(address, "wb", buffering=0) as pipe:
            pipe.write(line)
        return True
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as to_it:
        to_it.settimeout(PATIENCE_SECONDS)
        to_it.connect(address)
        to_it.sendall(line)
    return True
