"""The log: ids, counts and places in the code, in a file only the person can read; never what they wrote."""

import logging
import os
import re
from contextlib import suppress
from copy import copy
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from companion.adapters.removing import remove_ours
from companion.application.failure_text import failure_text

FILE_NAME = "companion.log"
LARGEST_BYTES = 512 * 1024
OLDER_FILES = 2
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND
_OURS = r"companion\.log(\.\d+)?"

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlacesOnly(logging.Formatter):
    """Writes a failure as its type and where it happened: its words may hold what the person wrote."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line, formatted by us also where another handler has formatted it before, in more words."""
        ours = copy(record)
        ours.exc_text = None
        return super().format(ours)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging asks for this name
        """Kinds and places of the failure and its causes."""
        return "" if ei[1] is None else failure_text(ei[1])


class _CappedFile(logging.FileHandler):
    """Sets the file aside when it has grown. Python's own would bring pickling and the network."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one line."""
        if self.stream is not None and self.stream.tell() >= LARGEST_BYTES:
            self.stream.close()
            self._set_aside()
        super().emit(record)

    def _set_aside(self) -> None:
        for number in range(OLDER_FILES, 0, -1):
            newer = f"{self.baseFilename}.{number - 1}" if number > 1 else self.baseFilename
            with suppress(OSError):  # a log that cannot be set aside goes on growing
                os.replace(newer, f"{self.baseFilename}.{number}")
        self.stream = self._open()

    def _open(self) -> TextIOWrapper:
        """Also a new one is for the person alone."""
        return open(os.open(self.baseFilename, _APPEND, 0o600), "a", encoding=self.encoding)


def start_logging(folder: Path) -> Path | None:
    """From now on warnings and failures go to a file in `folder`; returns it, or None if there can be none.

    The file is for the person alone (0600) and is set aside when it grows over half a megabyte.
    """
    file = folder / FILE_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, _APPEND, 0o600))
    except OSError:
        return None
    handler = _CappedFile(file, encoding="utf-8", delay=True)
    handler.setFormatter(PlacesOnly())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file


def remove_logs(folder: Path) -> list[str]:
    """Nothing is logged any more, and the log goes with older ones. Returns the paths that could not be deleted."""
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each.formatter, PlacesOnly)]:
        root.removeHandler(handler)
        handler.close()
    return remove_ours(folder, re.compile(_OURS))
