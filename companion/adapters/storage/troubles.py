"""What the database says went wrong, as one of the troubles that have words."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from companion.application.errors import Trouble, UserError

# The primary result codes of SQLite (sqlite3.h); the driver's own names differ between versions.
PERM, BUSY, LOCKED, READONLY, CORRUPT, FULL, CANTOPEN, NOTADB = 3, 5, 6, 8, 11, 13, 14, 26
CONSTRAINT = 19
IOERR = 10
OK, DONE = 0, 101
_PRIMARY = 0xFF
_TROUBLES = {
    PERM: Trouble.STORE_READ_ONLY,
    READONLY: Trouble.STORE_READ_ONLY,
    BUSY: Trouble.STORE_BUSY,
    LOCKED: Trouble.STORE_BUSY,
    CORRUPT: Trouble.STORE_DAMAGED,
    NOTADB: Trouble.STORE_DAMAGED,
    CANTOPEN: Trouble.STORE_READ_ONLY,  # the file was read before: what cannot be opened are those written beside it
    FULL: Trouble.DISK_FULL,
}


def primary_code(error: BaseException) -> int:
    """SQLite's primary result code of a driver's error; 0 if it has none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & _PRIMARY


def refuse_status(status: int) -> None:
    """Raises UserError for a step of a backup that came to nothing; waiting for others is none of these.

    The driver's own error would not say which one it is.
    """
    code = status & _PRIMARY
    if code not in (OK, DONE, BUSY, LOCKED):
        raise UserError(_TROUBLES.get(code, Trouble.STORE_FAILED), data_is_safe=code != CORRUPT, code=code)


@contextmanager
def told_kindly(driver: ModuleType) -> Iterator[None]:
    """Lets the driver's errors out as UserError. Broken constraints and wrong SQL are bugs and stay as they are."""
    try:
        yield
    except driver.DatabaseError as error:
        code = primary_code(error)
        if code == CONSTRAINT or isinstance(error, driver.ProgrammingError):
            raise
        trouble = _TROUBLES.get(code, Trouble.STORE_FAILED)
        raise UserError(trouble, data_is_safe=trouble is not Trouble.STORE_DAMAGED, code=code) from error
