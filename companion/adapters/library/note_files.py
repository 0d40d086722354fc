"""The files of a folder of notes: found without following links, opened without being led out of it."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from companion.application.errors import Trouble, UserError

_NOTE = ".md"
# Neither a link nor a pipe that nobody writes to, in the moment between finding a file and opening it.
_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Found(NamedTuple):
    """A note's file and its state on the disk: another state is another text. None if even that cannot be read."""

    path: Path
    state: tuple[int, ...] | None

    @property
    def changed_on(self) -> date | None:
        """The day it was last changed, UTC; None if that cannot be known."""
        try:
            return None if self.state is None else datetime.fromtimestamp(self.state[0] / 1e9, UTC).date()
        except (OverflowError, ValueError, OSError):
            return None


class NotReadable(NamedTuple):
    """A folder that cannot be looked into."""

    path: str


def readable_folder(folder: str) -> Path:
    """The folder's whole path. Raises UserError(FOLDER_UNREADABLE, path=…)."""
    try:
        root = Path(folder).expanduser().resolve(strict=True)
        with os.scandir(root):
            return root
    except (OSError, ValueError, RuntimeError):
        raise UserError(Trouble.FOLDER_UNREADABLE, path=folder) from None


def notes_below(root: Path) -> Iterator[Found | NotReadable]:
    """The notes below `root` in a steady order: no hidden ones, and no links, which may lead out of it."""
    waiting = [root]
    while waiting:
        try:
            inside = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
        except OSError as error:
            yield NotReadable(str(error.filename))
            continue
        shown = [entry for entry in inside if not entry.name.startswith(".")]
        waiting += [Path(e.path) for e in reversed(shown) if e.is_dir(follow_symlinks=False)]
        for entry in shown:
            if entry.name.lower().endswith(_NOTE) and entry.is_file(follow_symlinks=False):
                yield Found(Path(entry.path), _state(entry))


def content_of(path: Path, most: int) -> bytes:
    """The first `most` bytes of a file that is no link. Raises OSError, also for what is no plain file."""
    file = os.open(path, _OPENING)
    with os.fdopen(file, "rb") as opened:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise OSError
        return opened.read(most)


def _state(entry: "os.DirEntry[str]") -> tuple[int, ...] | None:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
