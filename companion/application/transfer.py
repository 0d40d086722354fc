"""Bringing check-ins in from files and handing them out: each good row once, each bad row named, all in one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from companion.application.events import CheckInsImported
from companion.application.row_fault import CellRule as CellRule
from companion.application.row_fault import RowFault as RowFault
from companion.domain.errors import Rule

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock
    from companion.application.store_ports import Store
    from companion.application.vault_ports import CheckInImport, Vault
    from companion.domain.checkin import CheckIn

ROWS_AT_ONCE = 500
LONGEST_SOURCE_KEPT = 4_000_000  # characters; a row that says something is far shorter
_INSTANT = timedelta(microseconds=1)
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class ForeignCheckIn:
    """A check-in as a file has it. What it says tells whether it is here already; its id is new.

    `source` is its row as the file of another program has it, "" for a file of ours; `remark` is told of a row that
    comes in although something about it is odd.
    """

    place: int
    check_in: CheckIn
    source: str = ""
    remark: CellRule | None = None


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did: rows added, rows left out, rows that were here before."""

    added: int
    left_out: int
    already_here: int


class TransferService:
    """Imports and exports check-ins."""

    def __init__(self, vault: Vault, clock: Clock, bus: EventBus) -> None:
        self._vault = vault
        self._clock = clock
        self._bus = bus

    def bring_in(
        self,
        source: str,
        rows: Iterable[ForeignCheckIn | RowFault],
        tell: Callable[[RowFault], None],
        *,
        only_look: bool = False,
        seen: Callable[[int], None] = lambda _count: None,
    ) -> ImportCounts:
        """Adds the good rows in one unit, durable when this returns, and tells of each row that is left out or odd.

        A row that is here already is not added again; two equal rows of one file are two check-ins. With
        `only_look` nothing is changed. `source` is the file's kind. `seen` hears now and then how many rows were
        read. If it raises, or reading fails, nothing is added.
        """
        sorting = _Sorting(self._clock.now().utc, tell, seen)
        chunks = _chunks(sorting.good(rows))
        added = self._count_new(chunks) if only_look else self._add(source, chunks)
        counts = ImportCounts(added, sorting.bad, sorting.seen - sorting.bad - added)
        if added and not only_look:
            self._bus.publish(CheckInsImported(added))
        return counts

    def hand_out(self, write: Callable[[Store], int]) -> int:
        """Lets `write` take what it needs from one consistent look at the store; returns how many it wrote."""
        with self._vault.reading() as store:
            return write(store)

    def _count_new(self, chunks: Iterable[list[_Keyed]]) -> int:
        return sum(len(self._new_ones(chunk)) for chunk in chunks)

    def _add(self, source: str, chunks: Iterable[list[_Keyed]]) -> int:
        importing: CheckInImport | None = None
        added = 0
        try:
            for chunk in chunks:
                new = self._new_ones(chunk)
                if new and importing is None:
                    importing = self._vault.importing(source)
                if new and importing is not None:
                    added += importing.add(*_rows_of(new))
            if importing is not None:
                importing.complete()
        except BaseException:
            if importing is not None:
                importing.abandon()
            raise
        return added

    def _new_ones(self, chunk: list[_Keyed]) -> list[_Keyed]:
        with self._vault.reading() as store:
            ours = [keyed for keyed in chunk if not keyed.source]
            here = _here_already(store, ours) if ours else None
            brought = _brought_before(store, [keyed for keyed in chunk if keyed.source])
            return [
                keyed
                for keyed in chunk
                if (keyed.key not in brought if keyed.source else here is None or keyed.times > here(keyed))
            ]


class _Keyed(NamedTuple):
    """A row with the key that makes it the same when it comes again: it is the `times`-th of its kind in the file.

    A row of another program, which alone has a source, is known by what stood in the file, whatever the person takes
    its words for.
    """

    key: str
    check_in: CheckIn
    values: int
    times: int
    source: str = ""


def _rows_of(new: list[_Keyed]) -> tuple[list[tuple[str, CheckIn]], list[str]]:
    """What an import takes: keys with check-ins, and what stood in the file if any of it is of another program."""
    sources = [keyed.source if len(keyed.source) <= LONGEST_SOURCE_KEPT else "" for keyed in new]
    return [keyed[:2] for keyed in new], sources if any(sources) else []


class _Sorting:
    """Parts the rows that can be kept from those that cannot, and counts both."""

    def __init__(self, now: datetime, tell: Callable[[RowFault], None], seen: Callable[[int], None]) -> None:
        self._now = now
        self._tell = tell
        self._tell_seen = seen
        self._times: dict[int, int] = {}
        self.seen = 0
        self.bad = 0

    def good(self, rows: Iterable[ForeignCheckIn | RowFault]) -> Iterator[_Keyed]:
        for row in rows:
            self.seen += 1
            if self.seen % ROWS_AT_ONCE == 0:
                self._tell_seen(self.seen)
            fault = self._fault_of(row)
            if isinstance(row, ForeignCheckIn) and fault is None:
                if row.remark is not None:
                    self._tell(RowFault(row.place, row.remark))
                yield self._keyed(row)
            elif fault is not None:
                self.bad += 1
                self._tell(fault)

    def _fault_of(self, row: ForeignCheckIn | RowFault) -> RowFault | None:
        if isinstance(row, RowFault):
            return row
        is_ahead = row.check_in.experienced_at.utc > self._now
        return RowFault(row.place, Rule.TIME_IN_THE_FUTURE) if is_ahead else None

    def _keyed(self, row: ForeignCheckIn) -> _Keyed:
        values = _text_hash(row.source) if row.source else values_hash(row.check_in)
        times = self._times[values] = self._times.get(values, 0) + 1
        return _Keyed(f"{values:016x}:{times}", row.check_in, values, times, row.source)


def all_check_ins(store: Store, start: datetime | None = None, end: datetime | None = None) -> Iterator[CheckIn]:
    """Every check-in experienced in [start, end), in the order of time, read a month at a time."""
    span = store.check_ins.range()
    if span is None:
        return
    reached = max(filter(None, (start, span[0].utc)))
    last = min(filter(None, (end, span[1].utc + _INSTANT)))
    while reached < last:
        until = min(reached + _MONTH, last)
        yield from store.check_ins.between(reached, until)
        reached = until


def values_hash(check_in: CheckIn) -> int:
    """64 bits of what a file can say of a check-in: equal for equal ones, today and in every later version."""
    moment = check_in.experienced_at
    values = (
        moment.utc.isoformat(),
        int(moment.offset.total_seconds()),
        check_in.arousal,
        None if check_in.zone is None else check_in.zone.value,
        check_in.pleasantness,
        check_in.is_scheduled,
        check_in.note,
        check_in.tags,
    )
    return _text_hash(repr(values))


def _text_hash(text: str) -> int:
    from hashlib import blake2b

    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _brought_before(store: Store, chunk: list[_Keyed]) -> set[str]:
    """The keys of those rows that an import has brought before and nobody has undone."""
    if not chunk:
        return set()
    return store.check_ins.brought_before([(keyed.check_in.experienced_at.utc, keyed.key) for keyed in chunk])


def _here_already(store: Store, chunk: list[_Keyed]) -> Callable[[_Keyed], int]:
    """How many check-ins of the store say the same as a row; one look for the chunk where they lie close."""
    counts: dict[int, int] = {}
    for check_in in _around(store, [keyed.check_in.experienced_at.utc for keyed in chunk]):
        values = values_hash(check_in)
        counts[values] = counts.get(values, 0) + 1
    return lambda keyed: counts.get(keyed.values, 0)


def _around(store: Store, instants: list[datetime]) -> Iterator[CheckIn]:
    first, end = min(instants), max(instants) + _INSTANT
    if store.check_ins.count_between(first, end) <= 4 * ROWS_AT_ONCE:
        yield from store.check_ins.between(first, end)
        return
    for instant in set(instants):
        yield from store.check_ins.between(instant, instant + _INSTANT)


def _chunks(rows: Iterator[_Keyed]) -> Iterator[list[_Keyed]]:
    while chunk := list(islice(rows, ROWS_AT_ONCE)):
        yield chunk
