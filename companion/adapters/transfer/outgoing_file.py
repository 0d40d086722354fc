"""A file that goes out: whole or not at all, for the person alone."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from companion.adapters.whole_file import whole_file
from companion.application.errors import Trouble, UserError


@contextmanager
def outgoing_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that becomes `path` when the block ends. Raises UserError; then nothing was written.

    The folder has to be there: FOLDER_UNREADABLE if it is not; FILE_UNWRITABLE and DISK_FULL for the rest.
    """
    if not path.parent.is_dir():
        raise UserError(Trouble.FOLDER_UNREADABLE, path=str(path.parent))
    if path.is_dir():
        raise UserError(Trouble.FILE_UNWRITABLE, path=str(path))
    try:
        with whole_file(path) as file:
            yield file
    except OSError as error:
        trouble = Trouble.DISK_FULL if error.errno == errno.ENOSPC else Trouble.FILE_UNWRITABLE
        raise UserError(trouble, path=str(path)) from None
