"""Word to the running program, if there is one."""

import os
import sys

PATIENCE_SECONDS = 0.05


def tell(address: str, line: str) -> bool:
    """Sends one line to the program that listens at `address`; False, and nothing happens, if none does."""
    if sys.platform != "win32" and not os.path.exists(address):
        return False
    try:
        return _send(address, line.rstrip("\n").encode() + b"\n")
    except OSError:
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
