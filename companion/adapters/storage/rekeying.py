"""Writes the store anew under a new key: its first passphrase was set, or the last one taken away.

The order is: a whole, checked store under the new key; then the new key in the second key file, beside the old one in
the first; then the store's name; then both key files. A crash anywhere leaves the old store with its key or the new
one with its own, for the salt at the store's head chooses between the files; the next opening makes them the same
again. Pages are copied as they are and only encrypted otherwise, so that nothing of the store is lost on the way.
"""

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.copying import copy_store
from companion.adapters.storage.database import STORE_NAME, connect
from companion.adapters.storage.key_file import StoreKey, announce_key, mend_key_files
from companion.adapters.storage.presence import alone
from companion.adapters.storage.troubles import told_kindly
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

# Those with pages of their own; an index of words is kept in some of them, and cannot be read line by line.
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
_SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"


def rewrite(folder: Path, old: StoreKey, new: StoreKey, driver: ModuleType) -> None:
    """The store of `folder` stands under `new` from now on, also durably; who could read it before has no key to it.

    Raises UserError and leaves store and key as they were: OPEN_ELSEWHERE if anybody has it open, DISK_FULL,
    FOLDER_UNWRITABLE, STORE_DAMAGED.
    """
    store = folder / STORE_NAME
    with alone(folder):
        source = connect(store, old, driver)
        try:
            with told_kindly(driver):
                contents = _contents(source)

            def finish(draft: Path) -> None:
                _renew_and_check(draft, new, contents, driver)
                source.close()
                _refuse_unwritten(store)
                announce_key(folder, new, replaced=old)

            copy_store(source, new, store, driver, finish=finish)
        except BaseException:
            source.close()
            mend_key_files(folder, old.salt)
            raise
        mend_key_files(folder, new.salt)  # where that is impossible, the second file has the key


def _renew_and_check(draft: Path, key: StoreKey, contents: list[object], driver: ModuleType) -> None:
    connection = connect(draft, key, driver)
    try:
        with told_kindly(driver):
            facts.renew_spool_key(connection)
            wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            if wrong or _contents(connection) != contents:
                raise UserError(Trouble.STORE_FAILED)
    finally:
        connection.close()


def _contents(connection: "Connection") -> list[object]:
    """What has to be the same in both: what kind of store of which version, made of what, and how much is in it."""
    kind = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    tables = [name for (name,) in connection.execute(_TABLES) if name != "fact"]
    counts = [connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables]
    return [*kind, connection.execute(_SCHEMA).fetchall(), *zip(tables, counts, strict=True)]


def _refuse_unwritten(store: Path) -> None:
    """What the old store still had beside it would be taken for the new one's."""
    if any(store.with_name(store.name + suffix).exists() for suffix in ("-wal", "-shm", "-journal")):
        raise UserError(Trouble.STORE_BUSY)
