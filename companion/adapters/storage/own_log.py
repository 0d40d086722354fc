"""The write-ahead log of one who writes much: taken into the store between transactions, while nobody waits for it.

SQLite takes it in inside the commit that finds it long: with the lock held, or in the save of somebody else, who
would wait for the pages of an import.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

TRANSACTIONS_AT_ONCE = 3


class OwnLog:
    """Of one connection. Called after each transaction, outside of it."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._transactions = 0

    def __call__(self) -> None:
        """Now and then takes in what nobody reads any more; keeps neither readers nor writers waiting."""
        self._transactions += 1
        if self._transactions == TRANSACTIONS_AT_ONCE:
            self._transactions = 0
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


@contextmanager
def keeping_own_log(connection: "Connection") -> Iterator[OwnLog]:
    """Inside, commits of this connection leave the log as it is."""
    (pages,) = connection.execute("PRAGMA wal_autocheckpoint").fetchone()
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    try:
        yield OwnLog(connection)
    finally:
        connection.execute(f"PRAGMA wal_autocheckpoint = {pages}")
