"""Who has the store open: whoever writes it anew, or puts another in its place, has to be alone with it.

Everybody who opens the store holds the lock together with the others; a file that takes another's place while
somebody has the old one open would lose what they write. Windows refuses to replace an open file by itself.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from companion.adapters.storage.files import PRIVATE_FILE, trouble_of
from companion.application.errors import Trouble, UserError

LOCK_NAME = "store.lock"
PATIENCE = 5.0
_BETWEEN_TRIES = 0.02
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


class Presence:
    """Somebody is in the store, until it is closed or forgotten; `may_only_read` where nothing can be written."""

    def __init__(self, descriptor: int | None, *, may_only_read: bool = False) -> None:
        self._descriptor = descriptor
        self.may_only_read = may_only_read

    def close(self) -> None:
        """They left."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def __del__(self) -> None:
        self.close()


def come_in(folder: Path, patience: float = PATIENCE) -> Presence:
    """Waits, that many seconds at most, until nobody is alone with the store of `folder`.

    A folder that cannot be written is no hindrance: nobody puts another store in its place. Raises
    UserError(STORE_BUSY).
    """
    return _entered(folder, alone=False, patience=patience, otherwise=Trouble.STORE_BUSY)


@contextmanager
def alone(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Nobody else has the store of `folder` open or can open it, here or in another process.

    Raises UserError(OPEN_ELSEWHERE) if that is not so within that many seconds.
    """
    presence = _entered(folder, alone=True, patience=patience, otherwise=Trouble.OPEN_ELSEWHERE)
    try:
        yield
    finally:
        presence.close()


def _entered(folder: Path, *, alone: bool, patience: float, otherwise: Trouble) -> Presence:
    if sys.platform == "win32":
        return Presence(None)
    try:
        descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        if not alone and error.errno in _READ_ONLY:
            return Presence(None, may_only_read=not os.access(folder, os.W_OK))
        raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(folder)) from error
    presence = Presence(descriptor)
    if not _is_let_in(descriptor, alone, patience):
        presence.close()
        raise UserError(otherwise)
    return presence


if sys.platform != "win32":
    import fcntl

    def _is_let_in(descriptor: int, alone: bool, patience: float) -> bool:
        kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
        end = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
            except OSError:
                if time.monotonic() >= end:
                    return False
                time.sleep(_BETWEEN_TRIES)
            else:
                return True
