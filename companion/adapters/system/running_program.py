"""Word to the running program, if there is one: the store was changed, open the check-in, show yourself."""

from companion.application.instance_address import instance_address

PATIENCE_SECONDS = 0.05


def tell(address: str, message: str) -> bool:
    """Sends one line to the program that listens at `address`; False, and nothing happens, if none does."""
    try:
        return _send(address, f"{message}\n".encode())
    except (OSError, ValueError, AttributeError):
        return False


def _send(address: str, line: bytes) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line_to_it:
        line_to_it.settimeout(PATIENCE_SECONDS)
        line_to_it.connect(address)
        line_to_it.sendall(line)
    return True
