"""Whether others on this computer can open a folder or what lies directly in it."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

_OTHERS_MAY = stat.S_IRWXG | stat.S_IRWXO


def open_to_others(folder: Path) -> list[str]:
    """The names of the folder and of those things in it that others can open; none where it is not there."""
    if sys.platform == "win32":
        return []
    return sorted(path.name for path in _with_content(folder) if _others_may_open(path))


def _with_content(folder: Path) -> Iterator[Path]:
    yield folder
    try:
        yield from list(folder.iterdir())
    except OSError:
        return


def _others_may_open(path: Path) -> bool:
    try:
        return bool(os.lstat(path).st_mode & _OTHERS_MAY) and not path.is_symlink()
    except OSError:
        return False
