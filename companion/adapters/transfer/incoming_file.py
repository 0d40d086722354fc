"""A file that comes in: there, a file, and not too large, or one clear trouble."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from companion.application.errors import Trouble, UserError

LARGEST_MB = 500


@contextmanager
def incoming_file(path: Path, largest_mb: int = LARGEST_MB) -> Iterator[BinaryIO]:
    """The file, open for reading. Raises UserError(FILE_MISSING, FILE_UNREADABLE or FILE_TOO_LARGE)."""
    with _opened(path) as file:
        if os.fstat(file.fileno()).st_size > largest_mb * 1_000_000:
            raise UserError(Trouble.FILE_TOO_LARGE, path=str(path), megabytes=largest_mb)
        try:
            yield file
        except OSError:
            raise UserError(Trouble.FILE_UNREADABLE, path=str(path)) from None


def _opened(path: Path) -> BinaryIO:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise UserError(Trouble.FILE_UNREADABLE, path=str(path))
        return path.open("rb")
    except FileNotFoundError:
        raise UserError(Trouble.FILE_MISSING, path=str(path)) from None
    except (OSError, ValueError):
        raise UserError(Trouble.FILE_UNREADABLE, path=str(path)) from None
