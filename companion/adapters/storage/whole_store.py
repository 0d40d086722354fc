"""Everything the store keeps, for carrying it elsewhere, and what it makes of parts that come from elsewhere."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.kept_check_ins import KeptCheckIns
from companion.adapters.storage.kept_rows import ROWS, key_of
from companion.adapters.storage.prompt_ledger import SqlitePromptLedger
from companion.adapters.storage.rows import microseconds
from companion.application.parts import (
    DayStart,
    Kept,
    KeptCheckIn,
    OwnWords,
    Part,
    PartKind,
    PlannedDay,
    Tombstone,
    Verdict,
    kind_of,
)
from companion.domain.pause import Pause
from companion.domain.practice_own import PracticePlace
from companion.domain.prompt import PromptRecord
from companion.domain.quiet_hours import QuietHours
from companion.domain.window import WindowOfTolerance

if TYPE_CHECKING:
    from sqlite3 import Connection

LOOKED_UP_AT_ONCE = 500

_IS_USED = """
SELECT EXISTS (SELECT 1 FROM check_in) OR EXISTS (SELECT 1 FROM reflection) OR EXISTS (SELECT 1 FROM life_event)
OR EXISTS (SELECT 1 FROM prompt) OR EXISTS (SELECT 1 FROM reminder) OR EXISTS (SELECT 1 FROM tombstone)
OR EXISTS (SELECT 1 FROM practice_session) OR EXISTS (SELECT 1 FROM own_practice)
OR EXISTS (SELECT 1 FROM practice_place) OR EXISTS (SELECT 1 FROM support_contact)
OR EXISTS (SELECT 1 FROM repair) OR EXISTS (SELECT 1 FROM triangle)
"""
_IS_NOTED = """
SELECT EXISTS (SELECT 1 FROM check_in WHERE id = ?1) OR EXISTS (SELECT 1 FROM reflection WHERE id = ?1)
OR EXISTS (SELECT 1 FROM life_event WHERE id = ?1) OR EXISTS (SELECT 1 FROM practice_session WHERE id = ?1)
OR EXISTS (SELECT 1 FROM support_contact WHERE id = ?1)
OR EXISTS (SELECT 1 FROM repair WHERE id = ?1) OR EXISTS (SELECT 1 FROM triangle WHERE id = ?1)
"""


class SqliteWholeStore:
    """Whether the store is a new one, which takes over even day start and pause, is found out once."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._check_ins = KeptCheckIns(connection)
        self._ledger = SqlitePromptLedger(connection)

    def parts(self, kind: PartKind) -> Iterator[Part]:
        """Every part of that kind, also what was taken back or removed, by id; tags, days and words by name."""
        if kind is PartKind.DAY_START:
            yield DayStart(facts.day_start(self._connection))
        elif kind is PartKind.CHECK_IN:
            yield from self._check_ins.all()
        elif kind is PartKind.PROMPT:
            yield from self._prompts()
        else:
            rows = ROWS[kind]
            yield from map(rows.part_of, self._connection.execute(f"{rows.read} ORDER BY {rows.key}"))

    def look_at(self, parts: Sequence[Part]) -> list[Verdict]:
        """What would become of each if it came in now."""
        here, deleted = dict[str, KeptCheckIn](), set[str]()
        ids = [part.check_in.id for part in parts if isinstance(part, KeptCheckIn)]
        for start in range(0, len(ids), LOOKED_UP_AT_ONCE):
            some = ids[start : start + LOOKED_UP_AT_ONCE]
            here |= self._check_ins.of_ids(some)
            deleted |= self._deleted(some)
        return [
            self._of_check_in(part, here.get(part.check_in.id), part.check_in.id in deleted)
            if isinstance(part, KeptCheckIn)
            else self._verdict(part)
            for part in parts
        ]

    def is_settled(self) -> bool:
        """False while a completed import is still being put in its place."""
        return self._connection.execute("SELECT 1 FROM import_waiting LIMIT 1").fetchone() is None

    @cached_property
    def is_new(self) -> bool:
        """True if nothing was ever noted here."""
        return not self._connection.execute(_IS_USED).fetchone()[0]

    def _prompts(self) -> Iterator[PromptRecord]:
        for (prompt_id,) in self._connection.execute("SELECT id FROM prompt ORDER BY id"):
            record = self._ledger.record(prompt_id)
            assert record is not None
            yield record

    def _verdict(self, part: Part) -> Verdict:
        match part:
            case DayStart():
                return self._of_single(part, DayStart(facts.day_start(self._connection)))
            case PromptRecord():
                return _of_prompt(part, self._ledger.record(part.prompt.id))
            case Pause() | QuietHours():
                return self._of_single(part, self._ours(part))
            case PlannedDay():
                return Verdict.NEW if self.is_new and self._ours(part) is None else Verdict.HERE
        ours = self._ours(part)
        return self._of_missing(part) if ours is None else _of_same_key(part, ours)

    def _of_check_in(self, theirs: KeptCheckIn, ours: KeptCheckIn | None, is_deleted: bool) -> Verdict:
        """One that says what ours said before a correction is here; so is one that came with the same import."""
        if is_deleted:
            return Verdict.DELETED
        if ours is None:
            return Verdict.HERE if self._came_with_an_import(theirs) else Verdict.NEW
        is_same = ours.check_in == theirs.check_in and (ours.deleted_at is None) == (theirs.deleted_at is None)
        was_same = any(version.check_in == theirs.check_in for version in ours.versions)
        return Verdict.HERE if is_same or was_same else Verdict.DIFFERS

    def _of_missing(self, part: Part) -> Verdict:
        """What was deleted there and is here stays here."""
        if isinstance(part, Tombstone):
            return Verdict.DIFFERS if self._is_noted(part.id) else Verdict.NEW
        return Verdict.DELETED if isinstance(part, Kept) and self._deleted([part.value.id]) else Verdict.NEW

    def _of_single(self, theirs: Part, ours: Part | None) -> Verdict:
        """What there is one of: another one counts only in a new store."""
        if theirs == ours:
            return Verdict.HERE
        return Verdict.NEW if self.is_new else Verdict.DIFFERS

    def _ours(self, part: Part) -> Part | None:
        rows = ROWS[kind_of(part)]
        names = " AND ".join(f"{name} = ?" for name in rows.key.split(", "))
        row = self._connection.execute(f"{rows.read} AND {names}", key_of(part)).fetchone()
        return None if row is None else rows.part_of(row)

    def _deleted(self, ids: Sequence[str]) -> set[str]:
        query = f"SELECT id FROM tombstone WHERE id IN ({', '.join('?' * len(ids))})"
        return {part_id for (part_id,) in self._connection.execute(query, ids)}

    def _is_noted(self, part_id: str) -> bool:
        return bool(self._connection.execute(_IS_NOTED, (part_id,)).fetchone()[0])

    def _came_with_an_import(self, theirs: KeptCheckIn) -> bool:
        if theirs.arrival is None or theirs.arrival.key is None:
            return False
        at = microseconds(theirs.check_in.experienced_at.utc)
        moved_from = at if theirs.arrival.moved_from is None else microseconds(theirs.arrival.moved_from)
        return self._check_ins.has_key(theirs.arrival.key, at, moved_from)


def _of_same_key(theirs: Part, ours: Part) -> Verdict:
    """Only what a person reads can differ; what ours said before a correction, and when it was touched, is none."""
    match theirs, ours:
        case Kept(), Kept():
            is_same = theirs.value == ours.value and (theirs.deleted_at is None) == (ours.deleted_at is None)
            is_same = is_same or any(version.said == theirs.value for version in ours.versions)
        case OwnWords(), OwnWords():
            is_same = theirs.text == ours.text
        case ((WindowOfTolerance() | PracticePlace()), _):
            is_same = theirs == ours
        case _:
            is_same = True
    return Verdict.HERE if is_same else Verdict.DIFFERS


def _of_prompt(theirs: PromptRecord, ours: PromptRecord | None) -> Verdict:
    """A ledger only grows: ours may have gone on since."""
    if ours is None:
        return Verdict.NEW
    is_earlier = ours.transitions[: len(theirs.transitions)] == theirs.transitions
    return Verdict.HERE if ours.prompt == theirs.prompt and is_earlier else Verdict.DIFFERS
