"""Check-ins from CSV and from another program's table against a raw executemany of the same rows, and how long
somebody who saves meanwhile waits.

`python -m tests.benchmarks.csv_import 1000000` for another number of rows. Each import is a process of its own.
"""

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import sqlcipher3

from companion.adapters.storage.check_in_rows import INSERT, to_columns
from companion.adapters.storage.vault import SqliteVault
from companion.adapters.system.short_turns import short_turns
from companion.adapters.transfer.csv_cells import COLUMNS, cells_of
from companion.adapters.transfer.csv_check_ins import CsvCheckIns
from companion.adapters.transfer.foreign_files import reader_for
from companion.adapters.transfer.foreign_rows import ForeignRows
from companion.application.event_bus import EventBus
from companion.application.foreign import FileKind, Wishes
from companion.application.transfer import RowFault, TransferService
from companion.domain.checkin import CheckIn
from companion.domain.moment import moment_of
from tests.benchmarks.measure import resident_megabytes
from tests.benchmarks.saving_beside import Beside
from tests.benchmarks.store_of import END, made_up
from tests.support.builders import CountingIds
from tests.support.clock import FakeClock

ROWS = 100_000
KINDS: dict[str, Callable[[int, CheckIn], CheckIn]] = {
    "bare": lambda _number, check_in: check_in,
    "with a note and a tag": lambda number, check_in: replace(
        check_in, note=f"A walk before noon, and word{number % 5000} after it", tags=("everyday",)
    ),
}
THEIRS = "of another program"
_MOODS = ("rad", "good", "meh", "bad", "awful")
_THEIR_COLUMNS = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")
_TABLE = f"CREATE TABLE row ({', '.join(f'{name} TEXT' for name in COLUMNS)})"
_ROW = f"INSERT INTO row ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_THEIR_TABLE = f"CREATE TABLE row ({', '.join(f'{name} TEXT' for name in _THEIR_COLUMNS)})"
_THEIR_ROW = f"INSERT INTO row VALUES ({', '.join('?' * len(_THEIR_COLUMNS))})"  # noqa: S608


def csv_import(rows: int = ROWS) -> None:
    """Seconds of both, and the waiting."""
    print(f"\n{rows:,} check-ins from CSV")
    for kind in (*KINDS, THEIRS):
        subprocess.run([sys.executable, "-m", "tests.benchmarks.csv_import", str(rows), kind], check=True)


def _import(rows: int, kind: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, file = Path(place), Path(place) / "rows.csv"
        cells = _write_theirs(file, rows) if kind == THEIRS else _write(file, rows, kind)
        floor = _raw(folder / "raw.db", cells)
        # Before and after: the machine may be faster or slower for minutes.
        before = _raw_indexed(folder / "indexed", rows, kind)
        took, taken_out = _import_alone(folder / "alone", file, is_theirs=kind == THEIRS)
        after = _raw_indexed(folder / "indexed-after", rows, kind)
        indexed = _Took((before.clock + after.clock) / 2, (before.processor + after.processor) / 2)
        beside, took_beside = _import_beside(folder / "beside", file, is_theirs=kind == THEIRS)
    print(
        f"{kind:<22} a bare table {floor.clock:.2f} s, our table with its indexes {indexed.clock:.1f} s, "
        f"import {took.clock:.1f} s"
    )
    by_clock, by_processor = took.clock / indexed.clock, took.processor / indexed.processor
    print(f"{'':<22} import : bare = {took.clock / floor.clock:.0f}, import : ours = {by_clock:.1f}")
    print(f"{'':<22} by the processor's time {took.processor:.1f} s : {indexed.processor:.1f} s = {by_processor:.1f}")
    print(f"{'':<22} taken out again in {taken_out.clock:.1f} s, {taken_out.processor:.1f} s of the processor")
    print(f"{'':<22} {took_beside.clock:.1f} s with two who save meanwhile")
    beside.report()
    print(f"{'':<22} {resident_megabytes():.0f} MB in the end")


def _write(file: Path, rows: int, kind: str) -> list[list[str]]:
    """The rows as they stand in the file."""
    cells = [cells_of(KINDS[kind](number, check_in)) for number, (_key, check_in) in enumerate(made_up(rows))]
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([COLUMNS, *cells])
    return [list(each) for each in cells]


def _write_theirs(file: Path, rows: int) -> list[list[str]]:
    """As Daylio writes them, with a note and two activities; the same words as those of ours."""
    cells = []
    for number, (_key, check_in) in enumerate(made_up(rows)):
        at = check_in.experienced_at.local
        note = f"A walk before noon, and word{number % 5000} after it"
        day = (f"{at:%Y-%m-%d}", f"{at:%B %d}", f"{at:%A}", f"{at:%H:%M}")
        cells.append([*day, _MOODS[number % 5], "work | rest", "", note])
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([_THEIR_COLUMNS, *cells])
    return cells


class _Took(NamedTuple):
    """Seconds by the clock, and those that the thread had of a processor: others may be at work beside."""

    clock: float
    processor: float


class _Watch:
    def __init__(self) -> None:
        self._start = time.perf_counter(), time.thread_time()

    def took(self) -> _Took:
        clock, processor = self._start
        return _Took(time.perf_counter() - clock, time.thread_time() - processor)


def _raw(path: Path, cells: list[list[str]]) -> _Took:
    """One transaction of the same driver, encrypted as the store is."""
    raw = sqlcipher3.connect(str(path), isolation_level=None)
    raw.execute("PRAGMA key = \"x'" + "ab" * 32 + "'\"")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute(_TABLE if len(cells[0]) == len(COLUMNS) else _THEIR_TABLE)
    watch = _Watch()
    raw.execute("BEGIN")
    raw.executemany(_ROW if len(cells[0]) == len(COLUMNS) else _THEIR_ROW, cells)
    raw.execute("COMMIT")
    took = watch.took()
    raw.close()
    return took


def _raw_indexed(folder: Path, rows: int, kind: str) -> _Took:
    """The same into our own table, with its indexes and triggers, but neither days, nor tags, nor chunks."""
    vault = SqliteVault(folder)
    made = KINDS["with a note and a tag" if kind == THEIRS else kind]
    check_ins = (made(number, check_in) for number, (_key, check_in) in enumerate(made_up(rows)))
    columns = [to_columns(check_in, None) for check_in in check_ins]
    watch = _Watch()
    with vault.writing():
        vault.opened().connection.executemany(INSERT, columns)
    took = watch.took()
    vault.close()
    return took


def _import_alone(folder: Path, file: Path, *, is_theirs: bool) -> tuple[_Took, _Took]:
    """The import, and taking it out again until nothing is left of it."""
    vault = SqliteVault(folder)
    took = _imported(vault, file, is_theirs=is_theirs)
    with vault.reading() as store:
        (kept,) = store.imports.all()
    watch = _Watch()
    vault.hide_import(kept.id)
    vault.remove_unfinished_imports()
    taken_out = watch.took()
    vault.close()
    return took, taken_out


def _import_beside(folder: Path, file: Path, *, is_theirs: bool) -> tuple[Beside, _Took]:
    """What saves waited for, and the whole import."""
    beside = Beside(folder)
    with beside as vault, short_turns():  # as the program does
        return beside, _imported(vault, file, is_theirs=is_theirs)


def _imported(vault: SqliteVault, file: Path, *, is_theirs: bool) -> _Took:
    watch = _Watch()
    made = CountingIds(), moment_of(END), FakeClock().zone(), "benchmark"
    if is_theirs:
        rows = reader_for(FileKind.DAYLIO, file, ForeignRows(*made), Wishes()).read(file)
    else:
        rows = CsvCheckIns(*made).read(file)
    source = FileKind.DAYLIO.value if is_theirs else "csv"
    counts = TransferService(vault, FakeClock(), EventBus()).bring_in(source, rows, _refuse)
    assert counts.left_out == 0
    return watch.took()


def _refuse(fault: RowFault) -> None:
    raise AssertionError(fault.rule)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _import(int(sys.argv[1]), sys.argv[2])
    else:
        csv_import(*map(int, sys.argv[1:]))
