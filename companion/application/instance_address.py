"""Where the running program listens, as one rule for those who listen and those who speak to it."""

from binascii import crc32
from enum import Enum


class Message(Enum):
    """What another process may say to the running program, one line each."""

    SHOW = "show"
    CHECK_IN = "check-in"
    CHANGED = "changed"


PROGRAM_ID = "io.github.companion_notebook.companion"  # of the menu entry, of windows, and on the session bus
HEARD = "heard"
INSTANCE_LOCK = "instance.lock"  # in the data folder; held by the program that runs on it


def instance_address(data_folder: str, runtime_folder: str | None) -> str:
    """The path of the local socket for the program that uses `data_folder` (resolved, absolute).

    It lies in `runtime_folder` (XDG_RUNTIME_DIR, which is the person's own and short), else in the data folder.
    """
    # A checksum is enough to tell folders apart, and loads no OpenSSL, which would take 3 ms of every start.
    name = crc32(data_folder.encode("utf-8", "surrogateescape"))
    return f"{runtime_folder or data_folder}/companion-{name:08x}.sock"


def line_of(message: Message, activation_token: str = "") -> bytes:
    """The message as it travels: its word, the desktop's activation token if there is one, and a line end."""
    return " ".join(filter(None, (message.value, _one_word(activation_token)))).encode() + b"\n"


def message_in(line: bytes) -> tuple[Message, str] | None:
    """The message and activation token in a line; None for what is none of ours."""
    word, _, token = line.decode("utf-8", "replace").strip().partition(" ")
    try:
        return Message(word), _one_word(token)
    except ValueError:
        return None


def _one_word(token: str) -> str:
    return "".join(c for c in token if c.isprintable() and not c.isspace())
