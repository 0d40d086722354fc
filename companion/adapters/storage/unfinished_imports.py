"""Imports that were interrupted: completed ones are brought to their end, of the others nothing stays.

Nor does anything stay of those that the person takes out again: they become unfinished ones.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

from companion.adapters.storage.day_counts import IN_FORCE
from companion.adapters.storage.day_summaries import TO_COME
from companion.adapters.storage.files import held_alone
from companion.adapters.storage.imported_words import (
    are_words_struck_out,
    pace_of_pages,
    words_only_struck_out,
    write_words_anew,
)
from companion.adapters.storage.own_log import OwnLog, keeping_own_log
from companion.adapters.storage.pace import Pace
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.adapters.storage.store import SqliteStore

    Transaction = Callable[[], AbstractContextManager[object]]

LOCK_NAME = "import.lock"
REMOVED_AT_ONCE = 1_000
LEAST_AT_ONCE = 100
TAGS_AT_ONCE = 100
FEW = 300  # check-ins, whose words are wiped one by one: sooner done than writing the whole index anew
PORTIONS_IN_A_MOMENT = 20

_UNFINISHED = """
SELECT min(first_check_in), iif(max(is_taken_out), 0, min(first_tag)) FROM import_batch WHERE is_complete = 0
"""
_NUMBERS = "(SELECT number FROM import_batch WHERE is_complete = 0)"
_IS_OPEN = f"""
SELECT EXISTS (SELECT 1 FROM import_batch WHERE is_complete = 0) OR EXISTS (SELECT 1 FROM import_waiting)
OR EXISTS {TO_COME} OR EXISTS (SELECT 1 FROM day_summary WHERE day_start <> {IN_FORCE})
"""
_FIRST_LEFT = f"SELECT number FROM check_in WHERE number >= ? AND import_number IN {_NUMBERS} ORDER BY number LIMIT 1"
_COUNT = f"""
SELECT count(*) FROM (SELECT 1 FROM check_in WHERE number >= ? AND import_number IN {_NUMBERS} LIMIT ?)
"""
_REMOVE_SOME = f"DELETE FROM check_in WHERE number >= ? AND number < ? AND import_number IN {_NUMBERS}"
_REMOVE_TAGS = f"""
DELETE FROM tag WHERE number IN (
  SELECT number FROM tag WHERE number >= ? AND offered IS NULL
  AND NOT EXISTS (SELECT 1 FROM check_in_tag WHERE check_in_tag.tag = tag.number) LIMIT {TAGS_AT_ONCE}
)
"""


def settle(folder: Path, connection: "Connection", transaction: "Transaction") -> None:
    """Leaves no import halfway, and no day counted anew by half, unless that is running in some process."""
    if not connection.execute(_IS_OPEN).fetchone()[0]:
        return
    with held_alone(folder / LOCK_NAME, wait=False) as is_alone:
        if is_alone:
            settle_alone(connection, transaction)


@contextmanager
def alone(folder: Path, connection: "Connection", transaction: "Transaction") -> Iterator[None]:
    """Inside no import runs in any process, and none is halfway. Raises UserError(STORE_BUSY)."""
    with held_alone(folder / LOCK_NAME, wait=False) as is_alone:
        if not is_alone:
            raise UserError(Trouble.STORE_BUSY)
        settle_alone(connection, transaction)
        yield


def wipe_some(folder: Path, connection: "Connection", transaction: "Transaction") -> bool:
    """Goes on wiping what was taken out, for a moment; True once nothing of it is left, or if another is at it."""
    with held_alone(folder / LOCK_NAME, wait=False) as is_alone:
        return not is_alone or settle_alone(connection, transaction, portions=PORTIONS_IN_A_MOMENT)


def settle_alone(connection: "Connection", transaction: "Transaction", portions: int | None = None) -> bool:
    """The same for whoever holds the lock. `transaction` opens a write transaction on the connection.

    False if there is more to remove than that many portions.
    """
    from companion.adapters.storage import day_boundary, waiting_parts

    day_boundary.forget_unfinished(connection, transaction)
    first_check_in, first_tag = connection.execute(_UNFINISHED).fetchone()
    if first_check_in is None:
        waiting_parts.put_in_place(connection, transaction)
        return True
    waiting_parts.drop(connection, transaction)
    with keeping_own_log(connection) as tend_log:
        if not _Removal(connection, transaction, tend_log).go_on(first_check_in, portions):
            return False
    if first_tag is not None:
        _remove_tags(connection, transaction, first_tag)
    with transaction() as store:
        connection.execute(f"DELETE FROM day_summary WHERE import_number IN {_NUMBERS}")
        connection.execute("DELETE FROM import_batch WHERE is_complete = 0")
        cast("SqliteStore", store).deletions.note()
    return True


class _Removal:
    """Removes check-ins in portions that keep nobody waiting; a single large one would hold the lock for seconds."""

    def __init__(self, connection: "Connection", transaction: "Transaction", tend_log: OwnLog) -> None:
        self._connection = connection
        self._transaction = transaction
        self._tend_log = tend_log
        self._pace = Pace(REMOVED_AT_ONCE, LEAST_AT_ONCE)
        self._pages = pace_of_pages()

    def go_on(self, first: int, portions: int | None) -> bool:
        """False if there is more to do than that many portions; without a number all is done."""
        self._are_few = self._count_from(first) <= FEW
        for done, _portion in enumerate(chain(self._check_ins(first), self._words()), start=1):
            self._tend_log()
            if done == portions:
                return False
        return True

    def _check_ins(self, first: int) -> Iterator[None]:
        """Removes a portion of them at each step."""
        while (left := self._connection.execute(_FIRST_LEFT, (first,)).fetchone()) is not None:
            first = self._remove_from(left[0])
            yield

    def _words(self) -> Iterator[None]:
        """Wipes what was struck out, as many pages of the index at each step."""
        is_first = True
        while are_words_struck_out(self._connection):
            pages = self._pages.weight
            with self._pages.holding(pages), self._transaction():
                write_words_anew(self._connection, pages, is_first=is_first)
            is_first = False
            yield

    def _remove_from(self, start: int) -> int:
        end = start + self._pace.weight
        removing = nullcontext() if self._are_few else words_only_struck_out(self._connection)
        with self._pace.holding(end - start), self._transaction(), removing:
            self._connection.execute(_REMOVE_SOME, (start, end))
        return end

    def _count_from(self, first: int) -> int:
        return int(self._connection.execute(_COUNT, (first, FEW + 1)).fetchone()[0])


def _remove_tags(connection: "Connection", transaction: "Transaction", first: int) -> None:
    """Tags that only the import had; a tag the person made meanwhile lies on something."""
    removed = 1
    while removed:
        with transaction():
            removed = connection.execute(_REMOVE_TAGS, (first,)).rowcount
