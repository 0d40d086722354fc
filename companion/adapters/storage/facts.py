"""The few things a store knows about itself: its secret, the spool's private key, when a day begins."""

import os
from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING

from companion.domain.moment import START_OF_DAY

if TYPE_CHECKING:
    from sqlite3 import Connection

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Facts:
    """What never changes. `secret` seeds the draws of prompts; `spool_key` is the spool's X25519 private key."""

    secret: bytes = field(repr=False)
    spool_key: bytes = field(repr=False)


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
    return Facts(values["secret"], values["spool_key"])


def set_day_start(connection: "Connection", day_start: time) -> None:
    """Only together with the days that were counted by it."""
    connection.execute("UPDATE fact SET value = ? WHERE name = 'day_start'", (day_start.isoformat("minutes"),))


def day_start(connection: "Connection") -> time:
    """When the person's day begins. Read anew each time it is needed: another process may have changed it."""
    (text,) = connection.execute("SELECT value FROM fact WHERE name = 'day_start'").fetchone()
    return time.fromisoformat(text)
