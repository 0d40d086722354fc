"""Opens the encrypted database, and refuses politely everything that is not ours, not whole or not encrypted."""

import codecs
import os
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

from companion.adapters.storage.key_file import SALT_BYTES, StoreKey, mend_key_files, read_key
from companion.adapters.storage.troubles import IOERR, NOTADB, primary_code, told_kindly
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

STORE_NAME = "companion.db"
APPLICATION_ID = 0x434D504E  # "CMPN"
BUSY_SECONDS = 5.0
PAGE_BYTES = 4096
ROOM_TO_OPEN = 64 * 1024  # bytes for what SQLite lays beside an open store
PLAIN_HEAD = b"SQLite format 3\0"
DRIVER: ModuleType = sqlcipher
_SETTINGS = """
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA secure_delete = ON;
"""


def connect(path: Path, key: StoreKey, driver: ModuleType, *, any_thread: bool = False) -> "Connection":
    """A keyed connection to a file that exists, with nothing read yet.

    Raises UserError(STORE_NOT_ENCRYPTED) if the driver cannot encrypt.
    """
    with told_kindly(driver):
        connection: Connection = driver.connect(
            _address(path), timeout=BUSY_SECONDS, isolation_level=None, uri=True, check_same_thread=not any_thread
        )
    try:
        with told_kindly(driver):
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.key.hex()}{_salt_of_new(path, key)}'\"")
            version = connection.execute("PRAGMA cipher_version").fetchone()
            if version is None or not version[0]:
                raise UserError(Trouble.STORE_NOT_ENCRYPTED)
    except BaseException:
        connection.close()
        raise
    return connection


def open_existing(
    folder: Path, driver: ModuleType, newest: int, *, any_thread: bool = False, held: StoreKey | None = None
) -> tuple["Connection", StoreKey]:
    """A connection to the store in `folder`, which is there and ours, of version `newest` or older; and its key.

    `held` is a key that a secret has opened before; without one, or if it is another store's, the key is read from
    its file. Writes nothing but a key file that a crash left behind. Raises UserError: LOCKED if it takes a secret,
    STORE_NOT_OURS, KEY_MISSING, KEY_WRONG, STORE_DAMAGED, STORE_NEWER, STORE_NOT_ENCRYPTED, STORE_READ_ONLY,
    STORE_BUSY or STORE_FAILED.
    """
    path = folder / STORE_NAME
    head = refuse_foreign(path)
    salt = head[:SALT_BYTES]
    key = held if held is not None and held.salt == salt else read_key(folder, salt)
    connection = connect(path, key, driver, any_thread=any_thread)
    try:
        with told_kindly(driver):
            _refuse_unreadable(connection, path, key, head, driver)
            refuse_unsuitable(connection, path, newest)
            connection.executescript(_SETTINGS)
        mend_key_files(folder, salt)
    except BaseException as error:
        connection.close()
        if _is_for_want_of_room(error, folder):
            raise UserError(Trouble.DISK_FULL) from error
        raise
    return connection, key


def version_of(connection: "Connection") -> int:
    """The number of the last step the store was brought to; 0 for one that was never finished."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_unsuitable(connection: "Connection", path: Path, newest: int) -> None:
    """Raises UserError(STORE_NOT_OURS) or UserError(STORE_NEWER) for a database that this program must not touch."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UserError(Trouble.STORE_NOT_OURS, path=str(path))
    version = version_of(connection)
    if version > newest:
        raise UserError(Trouble.STORE_NEWER, path=str(path), store_version=version, program_version=newest)


def refuse_plain(path: Path) -> None:
    """Raises UserError(STORE_NOT_ENCRYPTED) if the file can be read without a key."""
    if _first_page(path).startswith(PLAIN_HEAD):
        raise UserError(Trouble.STORE_NOT_ENCRYPTED, path=str(path))


def salt_of(path: Path) -> bytes | None:
    """The salt that the store or copy begins with, by which its key is found; None if there is none to be read."""
    try:
        with open(path, "rb") as file:
            salt = file.read(SALT_BYTES)
    except OSError:
        return None
    return salt if len(salt) == SALT_BYTES else None


def refuse_foreign(path: Path) -> bytes:
    """The first page of a file that can be a store of ours.

    Raises UserError: STORE_NOT_OURS, STORE_DAMAGED if it is empty, FILE_UNREADABLE.
    """
    head = _first_page(path)
    if not head:
        raise UserError(Trouble.STORE_DAMAGED, data_is_safe=False, path=str(path))
    if head.startswith(PLAIN_HEAD) or _is_text(head):
        raise UserError(Trouble.STORE_NOT_OURS, path=str(path))
    return head


def _refuse_unreadable(connection: "Connection", path: Path, key: StoreKey, head: bytes, driver: ModuleType) -> None:
    """The first page opens only with the right key. Its salt is in clear: another one means another store's key."""
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except driver.DatabaseError as error:
        if primary_code(error) != NOTADB:
            raise
        if head[:SALT_BYTES] == key.salt:
            raise UserError(Trouble.STORE_DAMAGED, data_is_safe=False, path=str(path)) from error
        if os.path.getsize(path) % PAGE_BYTES:
            raise UserError(Trouble.STORE_NOT_OURS, path=str(path)) from error
        raise UserError(Trouble.KEY_WRONG, data_is_safe=False, path=str(path)) from error


def _is_for_want_of_room(error: BaseException, folder: Path) -> bool:
    """Reading needs some room too, and where there is none the driver says only that something failed."""
    if not isinstance(error, UserError) or error.facts.get("code") != IOERR:
        return False
    from shutil import disk_usage

    return disk_usage(folder).free < ROOM_TO_OPEN


def _first_page(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(PAGE_BYTES)
    except OSError as error:
        raise UserError(Trouble.FILE_UNREADABLE, data_is_safe=False, path=str(path)) from error


def _is_text(head: bytes) -> bool:
    """True for UTF-8, whose last character may be cut off; a page of our store looks like noise."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _salt_of_new(path: Path, key: StoreKey) -> str:
    return "" if os.path.getsize(path) else key.salt.hex()


def _address(path: Path) -> str:
    """An address that opens the file for reading and writing and never makes one.

    Where nothing can be written beside it, and nobody has it open, it can be read all the same.
    """
    plain = os.path.abspath(path).replace(os.sep, "/")
    escaped = plain.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    is_still = not os.access(os.path.dirname(plain), os.W_OK) and not os.path.exists(f"{plain}-wal")
    how = "mode=ro&immutable=1" if is_still else "mode=rw"
    return f"file:{'' if escaped.startswith('/') else '/'}{escaped}?{how}"
