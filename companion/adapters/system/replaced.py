"""Whether another version of the program was installed over the one that runs, and going on as that one."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

VARIABLE = b"__version__"


class ProgramFile:
    """The file that names the version, as source or compiled: what runs was read from it once."""

    def __init__(self, file: Path, version: str) -> None:
        self._file = file
        # In quotes, or behind its length: 1.1 is not what 1.10 begins with.
        self._ours = (f'"{version}"'.encode(), bytes((len(version),)) + version.encode())
        self._seen: tuple[int, int, int] | None = None
        self._is_another = False

    @property
    def is_there(self) -> bool:
        """False while an installer is between the old one and the new, and once the program was uninstalled."""
        return self._file.exists()

    def names_another(self) -> bool:
        """True once a whole one of another version lies there. Costs a look at its date, unless that changed.

        While it is not there, it may be about to come: False.
        """
        try:
            status = self._file.stat()
            seen = status.st_ino, status.st_size, status.st_mtime_ns
            if seen != self._seen:
                content = self._file.read_bytes()
                self._is_another = VARIABLE in content and not any(ours in content for ours in self._ours)
        except OSError:
            return False
        self._seen = seen
        return self._is_another


def start_again(command: Sequence[str]) -> None:
    """This process goes on as that program. Raises OSError if there is none; everything must be closed before."""
    for given_once in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"):
        os.environ.pop(given_once, None)
    if hasattr(sys, "frozen"):
        os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # else its starter takes this for a child of ours
    os.execv(command[0], list(command))  # noqa: S606 - no shell is wanted
