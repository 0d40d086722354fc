"""Opens a copy without writing anything, wherever it lies, and says what is in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage.copy_trailer import carried_key
from companion.adapters.storage.database import APPLICATION_ID, PLAIN_HEAD, version_of
from companion.adapters.storage.day_summaries import VISIBLE, SqliteDaySummaries
from companion.adapters.storage.key_file import SALT_BYTES, AnyKey, LockedKey, StoreKey, key_beside_copies
from companion.adapters.storage.key_slots import key_behind
from companion.application.copies import CopyContents
from companion.application.errors import Trouble, UserError
from companion.domain.secrets import Secret

if TYPE_CHECKING:
    from sqlite3 import Connection

_COUNTED_BY_DAY_START = 4
_OLDER_DAYS = f"SELECT coalesce(sum(check_ins), 0), min(day), max(day) FROM day_summary WHERE {VISIBLE}"


def key_with(copy: Path) -> AnyKey | None:
    """The key that a copy carries, or that lies beside it; None if there is none.

    Raises UserError: FILE_MISSING, FILE_UNREADABLE, COPY_NOT_OURS.
    """
    salt = salt_of(copy)
    carried = carried_key(copy)
    return carried if carried is not None and carried.salt == salt else key_beside_copies(copy.parent, salt)


def key_for(copy: Path, known: StoreKey | None, secret: Secret | None) -> StoreKey:
    """The key that opens a copy: the one we know if it is of the same store, else the copy's own.

    Raises UserError: COPY_PROTECTED if that takes a secret, COPY_SECRET_WRONG if it takes another one,
    COPY_KEY_MISSING, and those of `key_with`.
    """
    if known is not None and salt_of(copy) == known.salt:
        return known
    found = key_with(copy)
    if found is None:
        raise UserError(Trouble.COPY_KEY_MISSING, path=str(copy))
    return unwrapped(found, secret) if isinstance(found, LockedKey) else found


def unwrapped(key: LockedKey, secret: Secret | None) -> StoreKey:
    """The key out of its slot; about 0.25 s. Raises UserError: COPY_PROTECTED without a secret, COPY_SECRET_WRONG."""
    if secret is None:
        raise UserError(Trouble.COPY_PROTECTED)
    content = key_behind(key.slots, secret, key.salt)
    if content is None:
        raise UserError(Trouble.COPY_SECRET_WRONG)
    return StoreKey(content, key.salt, key.slots)


@contextmanager
def opened_copy(copy: Path, key: StoreKey, driver: ModuleType, newest: int) -> Iterator["Connection"]:
    """A copy for reading; nothing is written beside it either, so that it may lie on a disk that cannot be written.

    Raises UserError: COPY_DAMAGED, COPY_NOT_OURS, COPY_NEWER if it is of a version above `newest`.
    """
    connection: Connection | None = None
    try:
        connection = driver.connect(_address(copy), isolation_level=None, uri=True)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.key.hex()}'\"")
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise UserError(Trouble.COPY_NOT_OURS, path=str(copy))
        if version_of(connection) > newest:
            raise UserError(Trouble.COPY_NEWER, path=str(copy))
        yield connection
    except driver.DatabaseError as error:
        raise UserError(Trouble.COPY_DAMAGED, path=str(copy)) from error
    finally:
        if connection is not None:
            connection.close()


@contextmanager
def told_of_copy(copy: Path) -> Iterator[None]:
    """What is wrong with a store that is made of a copy is wrong with the copy: UserError(COPY_DAMAGED)."""
    try:
        yield
    except UserError as error:
        if error.trouble in (Trouble.STORE_DAMAGED, Trouble.STORE_FAILED):
            raise UserError(Trouble.COPY_DAMAGED, path=str(copy)) from error
        raise


def contents_of(connection: "Connection") -> CopyContents:
    """What is in the store behind a connection."""
    version, days = version_of(connection), SqliteDaySummaries(connection)
    if version < _COUNTED_BY_DAY_START:
        total, *ends = connection.execute(_OLDER_DAYS).fetchone()
        first, last = (None if day is None else date.fromisoformat(day) for day in ends)
        return CopyContents(total, first, last, version)
    first, last = days.range() or (None, None)
    return CopyContents(days.total(), first, last, version)


def kept_check_ins(connection: "Connection") -> int:
    """How many check-ins the store holds, those that were taken back as well."""
    return int(connection.execute("SELECT count(*) FROM check_in").fetchone()[0])


def refuse_damaged(connection: "Connection", copy: Path) -> None:
    """Looks at every page. Raises UserError(COPY_DAMAGED)."""
    if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise UserError(Trouble.COPY_DAMAGED, path=str(copy))


def salt_of(copy: Path) -> bytes:
    """The salt that a copy begins with. Raises UserError: FILE_MISSING, FILE_UNREADABLE, COPY_NOT_OURS."""
    try:
        with open(copy, "rb") as file:
            head = file.read(SALT_BYTES)
    except FileNotFoundError as error:
        raise UserError(Trouble.FILE_MISSING, path=str(copy)) from error
    except OSError as error:
        raise UserError(Trouble.FILE_UNREADABLE, path=str(copy)) from error
    if len(head) < SALT_BYTES or head == PLAIN_HEAD:
        raise UserError(Trouble.COPY_NOT_OURS, path=str(copy))
    return head


def _address(copy: Path) -> str:
    plain = os.path.abspath(copy).replace(os.sep, "/")
    escaped = plain.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    is_finished = not os.path.exists(f"{plain}-wal")  # only a store that is or was in use has more beside it
    how = "mode=ro&immutable=1" if is_finished else "mode=ro"
    return f"file:{'' if escaped.startswith('/') else '/'}{escaped}?{how}"
