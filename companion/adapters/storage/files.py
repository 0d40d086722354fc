"""Files of the store's folder: written durably and for nobody else's eyes, and locks between processes."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from companion.application.errors import Trouble, UserError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


def make_private_folder(folder: Path) -> None:
    """Makes the folder, and any above it, readable by its owner alone. Raises UserError(FOLDER_UNWRITABLE)."""
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(Trouble.FOLDER_UNWRITABLE, path=str(folder)) from error


def write_durably(path: Path, content: bytes) -> None:
    """Replaces a file by `content` in one step; on the disk when this returns. Raises UserError."""
    draft = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(path.parent)) from error


def remove_unfinished(path: Path) -> None:
    """Takes away what a crash left of a file that was to take the place of `path`."""
    with suppress(OSError):
        os.unlink(f"{path}.part")
        for suffix in ("-wal", "-shm", "-journal"):
            Path(f"{path}.part{suffix}").unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """What was written to that file is on the disk when this returns."""
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Which files are in that folder is on the disk when this returns (Windows does that by itself)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def trouble_of(error: OSError, otherwise: Trouble) -> Trouble:
    """DISK_FULL if that is what the error says."""
    return Trouble.DISK_FULL if error.errno in _FULL else otherwise


@contextmanager
def held_alone(path: Path, *, wait: bool) -> Iterator[bool]:
    """Holds a lock that ends with the process: True while held; False, without waiting, if another holds it."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(path.parent)) from error
    try:
        yield _locks(descriptor, wait)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _locks(descriptor: int, wait: bool) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locks(descriptor: int, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            return False
        return True
