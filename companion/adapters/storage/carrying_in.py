"""Bringing in what another store keeps: in short transactions, unseen until one statement completes it.

Check-ins lie in their place at once, under imports that are not complete; everything else waits (`waiting_parts`).
What the person noted there comes under an import of its own; what an import had brought there, under that one.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.carried_check_ins import CarriedCheckIns
from companion.adapters.storage.files import held_alone
from companion.adapters.storage.kept_rows import CARRIED, ROWS
from companion.adapters.storage.own_log import keeping_own_log
from companion.adapters.storage.pace import Pace
from companion.adapters.storage.unfinished_imports import LOCK_NAME, PORTIONS_IN_A_MOMENT, settle_alone
from companion.adapters.storage.waiting_parts import let_wait, put_in_place, waiting_row
from companion.adapters.storage.whole_store import SqliteWholeStore
from companion.application.errors import Trouble, UserError
from companion.application.parts import DayStart, ImportBatch, KeptCheckIn, KeptTag, Part, PartKind, Verdict
from companion.domain.moment import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

    Transaction = Callable[[], AbstractContextManager[object]]

MOST_AT_ONCE = 300
_BATCH = ROWS[PartKind.IMPORT]
_NEXT_TAG = "SELECT coalesce(max(number), 0) + 1 FROM tag"
_OFFERED_KINDS = "SELECT DISTINCT kind FROM tag WHERE offered IS NOT NULL"
_FIRST_TAG = "UPDATE import_batch SET first_tag = ? WHERE number = ?"
_COMPLETE = "UPDATE import_batch SET is_complete = 1 WHERE is_complete = 0"
_DAY_START = "UPDATE fact SET value = ? WHERE name = 'day_start' AND value = ?"


class SqliteCarryingIn:
    """One import at a time, over all processes. `transaction` opens a write transaction on the connection."""

    def __init__(self, folder: Path, connection: "Connection", transaction: "Transaction", at: Moment) -> None:
        self._connection = connection
        self._transaction = transaction
        self._at = at
        self._check_ins = CarriedCheckIns(connection, self._day_start)
        self._numbers: dict[str | None, int] = {}
        self._pace = Pace(MOST_AT_ONCE)
        self._lock = ExitStack()
        if not self._lock.enter_context(held_alone(folder / LOCK_NAME, wait=False)):
            self._lock.close()
            raise UserError(Trouble.STORE_BUSY)
        self._tend_log = self._lock.enter_context(keeping_own_log(connection))
        try:
            settle_alone(connection, transaction)
            self._look_around()
        except BaseException:
            self._lock.close()
            raise

    def add(self, parts: Sequence[Part]) -> list[Verdict]:
        """Adds what is new, durably in short transactions, and says what became of each.

        A day start counts only before the first check-in.
        """
        verdicts = self._whole.look_at(parts)
        judged = list(zip(parts, verdicts, strict=True))
        new = [part for part, verdict in judged if verdict is Verdict.NEW]
        self._take_day_start(new)
        waiting = [waiting_row(part, self._first_tag) for part in self._to_wait(judged)]
        put_in = self._write(new, waiting)
        return [_after(part, verdict, put_in) for part, verdict in judged]

    def complete(self) -> None:
        """Everything that was added is there from now on; once its one step is taken, a crash loses nothing."""
        try:
            if self._numbers or self._their_day_start != self._our_day_start:
                with self._transaction():
                    self._connection.execute(_COMPLETE)
                    self._connection.execute(_DAY_START, (_text(self._their_day_start), _text(self._our_day_start)))
                put_in_place(self._connection, self._transaction)
        finally:
            self._lock.close()

    def abandon(self) -> None:
        """Nothing of it is ever seen. Of a large one a part is wiped now; `wipe_hidden_imports` goes on."""
        try:
            settle_alone(self._connection, self._transaction, portions=PORTIONS_IN_A_MOMENT)
        finally:
            self._lock.close()

    def _look_around(self) -> None:
        """What is so before anything comes in. Whether the store is new is looked at once, here."""
        self._whole = SqliteWholeStore(self._connection)
        self._whole.is_new  # noqa: B018 - kept from now on
        self._our_day_start = self._their_day_start = facts.day_start(self._connection)
        self._first_tag = int(self._connection.execute(_NEXT_TAG).fetchone()[0])
        self._offered = frozenset(kind for (kind,) in self._connection.execute(_OFFERED_KINDS))

    def _day_start(self) -> time:
        """Theirs, which is still to come, unless the person chose another one meanwhile."""
        now = facts.day_start(self._connection)
        return self._their_day_start if now == self._our_day_start else now

    def _take_day_start(self, new: Iterable[Part]) -> None:
        for part in new:
            if isinstance(part, DayStart) and not self._numbers:
                self._their_day_start = part.at

    def _to_wait(self, judged: Iterable[tuple[Part, Verdict]]) -> list[Part]:
        """What is neither in its place at once nor here. Choices count for kinds of which none are offered here."""
        waiting: list[Part] = []
        for part, verdict in judged:
            if isinstance(part, KeptTag):
                offered = None if part.tag.kind.value in self._offered else part.offered
                if verdict is Verdict.NEW or offered is not None:
                    waiting.append(replace(part, offered=offered))
            elif verdict is Verdict.NEW and not isinstance(part, KeptCheckIn | ImportBatch | DayStart):
                waiting.append(part)
        return waiting

    def _write(self, new: Sequence[Part], waiting: Sequence[tuple[str, str]]) -> frozenset[str]:
        """The ids of the check-ins that were put in."""
        batches = [part for part in new if isinstance(part, ImportBatch)]
        check_ins = [part for part in new if isinstance(part, KeptCheckIn)]
        if not (batches or check_ins or waiting):
            return frozenset()
        if batches or not self._numbers:
            with self._transaction():
                self._begin(batches)
        if waiting:
            with self._transaction():
                let_wait(self._connection, waiting)
        put_in: set[str] = set()
        while check_ins:
            some, check_ins = check_ins[: self._pace.weight], check_ins[self._pace.weight :]
            columns = self._check_ins.columns(some, self._numbers)
            with self._pace.holding(len(some)), self._transaction():
                put_in |= self._check_ins.put(some, columns, self._numbers)
            self._tend_log()
        return frozenset(put_in)

    def _begin(self, batches: Iterable[ImportBatch]) -> None:
        """A batch for the person's own, and one for each import of theirs."""
        if not self._numbers:
            own = ImportBatch(os.urandom(16).hex(), CARRIED, self._at.utc, self._at.utc)
            self._numbers[None] = self._begin_batch(own)
            self._connection.execute(_FIRST_TAG, (self._first_tag, self._numbers[None]))
        for batch in batches:
            self._numbers[batch.id] = self._begin_batch(batch)

    def _begin_batch(self, batch: ImportBatch) -> int:
        number = self._connection.execute(_BATCH.put, _BATCH.row_of(batch)).lastrowid
        assert number is not None
        return number


def _after(part: Part, verdict: Verdict, put_in: frozenset[str]) -> Verdict:
    """A check-in that was new and yet not put in was here by then."""
    is_lost = isinstance(part, KeptCheckIn) and verdict is Verdict.NEW and part.check_in.id not in put_in
    return Verdict.HERE if is_lost else verdict


def _text(day_start: time) -> str:
    return day_start.isoformat("minutes")
