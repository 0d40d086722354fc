"""Taking turns: who writes much does so in short transactions with a rest after each, and who waits looks often."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from companion.adapters.storage.troubles import BUSY, primary_code

if TYPE_CHECKING:
    from sqlite3 import Connection

HELD_SECONDS = 0.015
REST_SECONDS = 0.0015
LOOK_AGAIN_SECONDS = 0.0005
FIRST_WEIGHT = 100
LEAST_WEIGHT = 40


def begin_writing(connection: "Connection") -> None:
    """Begins a write transaction; whoever holds the lock is waited for, as long as the connection is told to.

    SQLite itself looks ever more seldom, after 100 ms in the end: beside an import that leaves the lock alone for
    milliseconds only, a save was seen to wait for a second. Looking more often than it rests, it comes next.
    """
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    end = time.monotonic() + patience / 1000
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _has_begun(connection, is_last=time.monotonic() > end):
            time.sleep(LOOK_AGAIN_SECONDS)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")


def _has_begun(connection: "Connection", *, is_last: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except Exception as error:
        if is_last or primary_code(error) != BUSY:
            raise
        return False
    return True


class Pace:
    """Learns from how long each transaction held the lock how much the next may do: `least` to `most` in weight.

    It begins with `first`. Rows of one weight take three times as long once indexes are large, on a slow disk or
    beside another program: their number alone says nothing.
    """

    def __init__(self, most: int, least: int = LEAST_WEIGHT, first: int = FIRST_WEIGHT) -> None:
        self._most = most
        self._least = least
        self.weight = min(max(first, least), most)

    @contextmanager
    def holding(self, weight: int) -> Iterator[None]:
        """Around one transaction of that weight; rests afterwards."""
        start = time.perf_counter()
        yield
        if 2 * weight > self.weight:  # what was left over at the end of a portion says little
            self._learn(weight, time.perf_counter() - start)
        time.sleep(REST_SECONDS)

    def _learn(self, weight: int, held: float) -> None:
        """The root halves the step: one slow transaction says little about the next."""
        step = (HELD_SECONDS / max(held, HELD_SECONDS / 4)) ** 0.5
        self.weight = max(self._least, min(int(weight * step) + 1, self._most))
