"""The few things a store knows about itself: its secret, the spool's private key, when a day begins."""

import os
from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING

from companion.domain.moment import START_OF_DAY

if TYPE_CHECKING:
    from sqlite3 import Connection

SECRET_BYTES = 32
_KEEP_SPOOL_KEY = """
INSERT OR REPLACE INTO fact (name, value) SELECT 'earlier_spool_key', value FROM fact WHERE name = 'spool_key'
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """`secret` seeds the draws of prompts; `spool_key` is the spool's X25519 private key.

    `earlier_spool_key` is the one before the store was last written anew: what was noted meanwhile is sealed to it.
    """

    secret: bytes = field(repr=False)
    spool_key: bytes = field(repr=False)
    earlier_spool_key: bytes | None = field(default=None, repr=False)

    @property
    def spool_keys(self) -> list[bytes]:
        """The private keys that open pieces of the spool, the newest first."""
        return [key for key in (self.spool_key, self.earlier_spool_key) if key is not None]


def make(connection: "Connection") -> None:
    """Writes the facts of a new store in one transaction. Any 32 bytes are an X25519 private key (RFC 7748)."""
    values = {
        "secret": os.urandom(SECRET_BYTES),
        "spool_key": os.urandom(SECRET_BYTES),
        "day_start": START_OF_DAY.isoformat("minutes"),
    }
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO fact (name, value) VALUES (?, ?)", values.items())
    connection.execute("COMMIT")


def read(connection: "Connection") -> Facts:
    """The facts of this store."""
    values = dict(connection.execute("SELECT name, value FROM fact").fetchall())
    return Facts(values["secret"], values["spool_key"], values.get("earlier_spool_key"))


def renew_spool_key(connection: "Connection") -> None:
    """Makes a new pair for the spool, in one transaction: who could read the store before opens no new piece."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_KEEP_SPOOL_KEY)
    connection.execute("UPDATE fact SET value = ? WHERE name = 'spool_key'", (os.urandom(SECRET_BYTES),))
    connection.execute("COMMIT")


def set_day_start(connection: "Connection", day_start: time) -> None:
    """Only together with the days that were counted by it."""
    connection.execute("UPDATE fact SET value = ? WHERE name = 'day_start'", (text_of(day_start),))


def set_day_start_to_come(connection: "Connection", day_start: time | None) -> None:
    """While days are counted anew: from then on what changes is remembered by its day. None ends that."""
    connection.execute("DELETE FROM fact WHERE name = 'day_start_to_come'")
    if day_start is not None:
        connection.execute("INSERT INTO fact VALUES ('day_start_to_come', ?)", (text_of(day_start),))


def day_start_to_come(connection: "Connection") -> time | None:
    """By what days are being counted anew, or were when a crash came; None if they are not."""
    row = connection.execute("SELECT value FROM fact WHERE name = 'day_start_to_come'").fetchone()
    return None if row is None else time.fromisoformat(row[0])


def text_of(day_start: time) -> str:
    """The beginning of a day as the store writes it."""
    return day_start.isoformat("minutes")


def day_start(connection: "Connection") -> time:
    """When the person's day begins. Read anew each time it is needed: another process may have changed it."""
    (text,) = connection.execute("SELECT value FROM fact WHERE name = 'day_start'").fetchone()
    return time.fromisoformat(text)


def keep_spool_key(connection: "Connection", kept: Facts) -> None:
    """Gives another store the spool's keys of the one whose place it is to take; its own open nothing here."""
    values = {"spool_key": kept.spool_key, "earlier_spool_key": kept.earlier_spool_key}
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM fact WHERE name = 'earlier_spool_key'")
    connection.executemany(
        "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)",
        [(name, value) for name, value in values.items() if value is not None],
    )
    connection.execute("COMMIT")
