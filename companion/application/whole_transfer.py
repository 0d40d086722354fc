"""Carrying everything from one store to another: what is sound and new comes in, in one unit; the rest is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from companion.application.errors import Trouble, UserError
from companion.application.parts import (
    ImportBatch,
    Kept,
    KeptCheckIn,
    Part,
    PartCounts,
    PartKind,
    PartNote,
    PartRule,
    PlacedPart,
    Verdict,
    kind_of,
)
from companion.domain.errors import Rule
from companion.domain.life_event import LifeEvent
from companion.domain.prompt import PromptRecord
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Triangle

if TYPE_CHECKING:
    from companion.application.ports import Clock
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault

R = TypeVar("R")
Tell = Callable[[PartNote], None]
Counts = dict[PartKind, PartCounts]

WEIGHT_AT_ONCE = 300
CLOCKS_DIFFER_BY = timedelta(days=1)
_OUTCOMES = {
    Verdict.NEW: "added",
    Verdict.HERE: "already_here",
    Verdict.DIFFERS: "kept_ours",
    Verdict.DELETED: "deleted_here",
}


class WholeTransferService:
    """Hands out everything a store keeps, and brings it in elsewhere.

    What is here already stays as it is here, whatever the file says: no edit made here is ever lost, and an edit made
    there is told and stays in the file. What was deleted permanently here is not brought back.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def hand_out(self, write: Callable[[Store], R]) -> R:
        """Lets `write` take what it needs from one consistent look. Raises UserError(STORE_BUSY) during an import."""
        self._vault.remove_unfinished_imports()
        with self._vault.reading() as store:
            if not store.whole.is_settled():
                raise UserError(Trouble.STORE_BUSY)
            return write(store)

    def bring_in(
        self,
        parts: Iterable[PlacedPart | PartNote],
        tell: Tell,
        *,
        only_look: bool = False,
        seen: Callable[[int], None] = lambda _count: None,
    ) -> Counts:
        """Adds what is sound and new, durable when this returns; tells of every part that is left out or differs.

        Nothing of it is there before all of it is, and if reading fails nothing is added. With `only_look` nothing
        is changed. `seen` is told now and then how many parts were looked at. Times up to a day ahead are let in:
        the clock of the other computer may have been another.
        """
        tally = _Tally(self._clock.now().utc + CLOCKS_DIFFER_BY, tell, seen)
        chunks = _chunks(tally.sound(parts))
        if only_look:
            self._look(chunks, tally)
        else:
            self._add(chunks, tally)
        return tally.counts()

    def _look(self, chunks: Iterable[list[PlacedPart]], tally: _Tally) -> None:
        for chunk in chunks:
            with self._vault.reading() as store:
                verdicts = store.whole.look_at(_parts_of(chunk))
            tally.take_down(chunk, verdicts)

    def _add(self, chunks: Iterable[list[PlacedPart]], tally: _Tally) -> None:
        coming = self._vault.carrying_in(self._clock.now())
        try:
            for chunk in chunks:
                tally.take_down(chunk, coming.add(_parts_of(chunk)))
        except BaseException:
            coming.abandon()
            raise
        coming.complete()


class _Tally:
    """Parts the sound from the others, and counts what becomes of all of them."""

    def __init__(self, latest: datetime, tell: Tell, seen: Callable[[int], None]) -> None:
        self._latest = latest
        self._tell = tell
        self._say_seen = seen
        self._seen = 0
        self._counts: dict[PartKind, Counter[str]] = {}
        self._imports: set[str] = set()
        self._unknown_imports: set[str] = set()

    def sound(self, parts: Iterable[PlacedPart | PartNote]) -> Iterator[PlacedPart]:
        for part in parts:
            self._seen += 1
            if isinstance(part, PartNote):
                self._note(part)
            elif self._is_ahead(part.part):
                self._note(PartNote(kind_of(part.part), part.place, Rule.TIME_IN_THE_FUTURE))
            else:
                yield self._with_known_import(part)

    def take_down(self, chunk: list[PlacedPart], verdicts: list[Verdict]) -> None:
        for placed, verdict in zip(chunk, verdicts, strict=True):
            kind = kind_of(placed.part)
            self._count(kind, _OUTCOMES[verdict])
            if verdict is Verdict.DIFFERS:
                self._tell(PartNote(kind, placed.place, PartRule.DIFFERS))
        self._say_seen(self._seen)

    def counts(self) -> Counts:
        return {kind: PartCounts(**self._counts[kind]) for kind in PartKind if kind in self._counts}

    def _is_ahead(self, part: Part) -> bool:
        if isinstance(part, KeptCheckIn):
            return part.check_in.experienced_at.utc > self._latest
        if isinstance(part, Kept) and isinstance(part.value, Reflection | LifeEvent | Repair | Triangle):
            return part.value.experienced_at.utc > self._latest
        return False

    def _with_known_import(self, placed: PlacedPart) -> PlacedPart:
        """A check-in that names an import which the file does not have comes without it."""
        part = placed.part
        if isinstance(part, ImportBatch):
            self._imports.add(part.id)
        if not isinstance(part, KeptCheckIn) or part.arrival is None or part.arrival.batch_id is None:
            return placed
        batch_id = part.arrival.batch_id
        if batch_id in self._imports:
            return placed
        if batch_id not in self._unknown_imports:
            self._unknown_imports.add(batch_id)
            self._tell(PartNote(PartKind.CHECK_IN, placed.place, PartRule.IMPORT_UNKNOWN))
            self._count(PartKind.IMPORT, "left_out")
        return replace(placed, part=replace(part, arrival=replace(part.arrival, batch_id=None)))

    def _note(self, note: PartNote) -> None:
        self._count(note.kind, "left_out")
        self._tell(note)

    def _count(self, kind: PartKind, outcome: str) -> None:
        self._counts.setdefault(kind, Counter())[outcome] += 1


def _parts_of(chunk: list[PlacedPart]) -> list[Part]:
    return [placed.part for placed in chunk]


def _chunks(parts: Iterator[PlacedPart]) -> Iterator[list[PlacedPart]]:
    """Each chunk is a short transaction, so a long note or many tags make it end earlier."""
    chunk, weight = list[PlacedPart](), 0
    for placed in parts:
        chunk.append(placed)
        weight += _weight(placed.part)
        if weight >= WEIGHT_AT_ONCE:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _weight(part: Part) -> int:
    if isinstance(part, KeptCheckIn):
        check_in = part.check_in
        tags = len(check_in.tags) + len(check_in.context.tags)
        return 1 + len(check_in.note) // 1000 + tags // 2 + 10 * len(part.versions)
    if isinstance(part, PromptRecord):
        return 1 + len(part.transitions)
    return 10 + 10 * len(part.versions) if isinstance(part, Kept) else 10
