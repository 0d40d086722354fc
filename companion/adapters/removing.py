"""Taking files of ours away from a folder that may hold other people's as well."""

import os
import re
from contextlib import suppress
from pathlib import Path

from companion.adapters.whole_file import sync_folder


def remove_ours(folder: Path, ours: re.Pattern[str]) -> list[str]:
    """Takes away each file whose whole name fits; a link goes together with the file that it leads to.

    What no name of ours fits stays. Durable when this returns. Returns the paths that could not be taken away, or the
    folder if it cannot be read.
    """
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if ours.fullmatch(entry.name))
    except FileNotFoundError:
        return []
    except OSError:
        return [str(folder)]
    left = [str(folder / name) for name in names if not _is_removed(folder / name)]
    if len(left) < len(names):
        with suppress(OSError):
            sync_folder(folder)
    return left


def remove_if_empty(folder: Path) -> None:
    """Takes a folder away in which nothing is left; one that still holds something stays."""
    with suppress(OSError):
        folder.rmdir()


def _is_removed(path: Path) -> bool:
    try:
        if path.is_symlink():
            path.resolve().unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
