"""Imports that were interrupted: completed ones are brought to their end, of the others nothing stays.

Nor does anything stay of those that the person takes out again: they become unfinished ones.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, cast

from companion.adapters.storage.day_counts import IN_FORCE
from companion.adapters.storage.day_summaries import TO_COME
from companion.adapters.storage.files import held_alone
from companion.adapters.storage.imported_words import words_only_struck_out
from companion.adapters.storage.pace import Pace
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.adapters.storage.store import SqliteStore

    Transaction = Callable[[], AbstractContextManager[object]]

LOCK_NAME = "import.lock"
REMOVED_AT_ONCE = 100
PORTIONS_IN_A_MOMENT = 20

_UNFINISHED = """
SELECT min(first_check_in), iif(max(is_taken_out), 0, min(first_tag)), max(is_taken_out)
FROM import_batch WHERE is_complete = 0
"""
_NUMBERS = "(SELECT number FROM import_batch WHERE is_complete = 0)"
_IS_OPEN = f"""
SELECT EXISTS (SELECT 1 FROM import_batch WHERE is_complete = 0) OR EXISTS (SELECT 1 FROM import_waiting)
OR EXISTS {TO_COME} OR EXISTS (SELECT 1 FROM day_summary WHERE day_start <> {IN_FORCE})
"""
_FIRST_LEFT = f"SELECT number FROM check_in WHERE number >= ? AND import_number IN {_NUMBERS} ORDER BY number LIMIT 1"
_REMOVE_SOME = f"DELETE FROM check_in WHERE number >= ? AND number < ? AND import_number IN {_NUMBERS}"
_REMOVE_TAGS = f"""
DELETE FROM tag WHERE number IN (
  SELECT number FROM tag WHERE number >= ? AND offered IS NULL
  AND NOT EXISTS (SELECT 1 FROM check_in_tag WHERE check_in_tag.tag = tag.number) LIMIT {REMOVED_AT_ONCE}
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
    first_check_in, first_tag, is_taken_out = connection.execute(_UNFINISHED).fetchone()
    if first_check_in is None:
        waiting_parts.put_in_place(connection, transaction)
        return True
    waiting_parts.drop(connection, transaction)
    removal = _Removal(connection, transaction, is_wiped=bool(is_taken_out))
    if not removal.go_on(first_check_in, portions):
        return False
    if first_tag is not None:
        _remove_tags(connection, transaction, first_tag)
    with transaction() as store:
        connection.execute(f"DELETE FROM day_summary WHERE import_number IN {_NUMBERS}")
        connection.execute("DELETE FROM import_batch WHERE is_complete = 0")
        if is_taken_out:
            cast("SqliteStore", store).deletions.note()
    return True


class _Removal:
    """Removes check-ins in portions that keep nobody waiting; a single large one would hold the lock for seconds."""

    def __init__(self, connection: "Connection", transaction: "Transaction", *, is_wiped: bool) -> None:
        self._connection = connection
        self._transaction = transaction
        self._is_wiped = is_wiped
        self._pace = Pace(REMOVED_AT_ONCE)

    def go_on(self, first: int, portions: int | None) -> bool:
        """False if some are left after that many portions; without a number none are."""
        done = 0
        while (left := self._connection.execute(_FIRST_LEFT, (first,)).fetchone()) is not None:
            if done == portions:
                return False
            first = self._remove_from(left[0])
            done += 1
        return True

    def _remove_from(self, start: int) -> int:
        end = start + self._pace.weight
        removing = nullcontext() if self._is_wiped else words_only_struck_out(self._connection)
        with self._pace.holding(end - start), self._transaction(), removing:
            self._connection.execute(_REMOVE_SOME, (start, end))
        return end


def _remove_tags(connection: "Connection", transaction: "Transaction", first: int) -> None:
    """Tags that only the import had; a tag the person made meanwhile lies on something."""
    removed = 1
    while removed:
        with transaction():
            removed = connection.execute(_REMOVE_TAGS, (first,)).rowcount
