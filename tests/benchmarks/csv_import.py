"""Check-ins from CSV against a raw executemany of the same rows, and how long somebody who saves meanwhile waits.

`python -m tests.benchmarks.csv_import 1000000` for another number of rows. Each import is a process of its own.
"""

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import sqlcipher3

from companion.adapters.storage.check_in_rows import INSERT, to_columns
from companion.adapters.storage.vault import SqliteVault
from companion.adapters.transfer.csv_cells import COLUMNS, cells_of
from companion.adapters.transfer.csv_check_ins import CsvCheckIns
from companion.application.event_bus import EventBus
from companion.application.transfer import RowFault, TransferService
from companion.domain.checkin import CheckIn
from companion.domain.day_start import START_OF_DAY
from companion.domain.moment import moment_of
from tests.benchmarks.measure import resident_megabytes
from tests.benchmarks.store_of import END, made_up
from tests.support.builders import CountingIds, a_check_in
from tests.support.clock import FakeClock

ROWS = 100_000
SECONDS_BETWEEN_SAVES = 0.05
KINDS: dict[str, Callable[[int, CheckIn], CheckIn]] = {
    "bare": lambda _number, check_in: check_in,
    "with a note and a tag": lambda number, check_in: replace(
        check_in, note=f"A walk before noon, and word{number % 5000} after it", tags=("everyday",)
    ),
}
_TABLE = f"CREATE TABLE row ({', '.join(f'{name} TEXT' for name in COLUMNS)})"
_ROW = f"INSERT INTO row ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608


def csv_import(rows: int = ROWS) -> None:
    """Seconds of both, and the waiting."""
    print(f"\n{rows:,} check-ins from CSV")
    for kind in KINDS:
        subprocess.run([sys.executable, "-m", "tests.benchmarks.csv_import", str(rows), kind], check=True)


def _import(rows: int, kind: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, file = Path(place), Path(place) / "rows.csv"
        floor = _raw(folder / "raw.db", _write(file, rows, kind))
        indexed = _raw_indexed(folder / "indexed", rows, kind)
        held, waited, seconds = _measured(folder, file)
    print(
        f"{kind:<22} a bare table {floor:.2f} s, our table with its indexes {indexed:.1f} s, import {seconds:.1f} s"
    )
    print(f"{'':<22} import : bare = {seconds / floor:.0f}, import : ours = {seconds / indexed:.1f}")
    print(f"{'':<22} write lock, {len(held):,} times: {_spread(held)}")
    print(f"{'':<22} saves meanwhile, {len(waited):,}: {_spread(waited)}; {resident_megabytes():.0f} MB in the end")


def _write(file: Path, rows: int, kind: str) -> list[list[str]]:
    """The rows as they stand in the file."""
    cells = [cells_of(KINDS[kind](number, check_in)) for number, (_key, check_in) in enumerate(made_up(rows))]
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([COLUMNS, *cells])
    return [list(each) for each in cells]


def _raw(path: Path, cells: list[list[str]]) -> float:
    """One transaction of the same driver, encrypted as the store is."""
    raw = sqlcipher3.connect(str(path), isolation_level=None)
    raw.execute("PRAGMA key = \"x'" + "ab" * 32 + "'\"")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute(_TABLE)
    start = time.perf_counter()
    raw.execute("BEGIN")
    raw.executemany(_ROW, cells)
    raw.execute("COMMIT")
    seconds = time.perf_counter() - start
    raw.close()
    return seconds


def _raw_indexed(folder: Path, rows: int, kind: str) -> float:
    """The same into our own table, with its indexes and triggers, but neither days, nor tags, nor chunks."""
    vault = SqliteVault(folder)
    check_ins = (KINDS[kind](number, check_in) for number, (_key, check_in) in enumerate(made_up(rows)))
    columns = [to_columns(check_in, None) for check_in in check_ins]
    start = time.perf_counter()
    with vault.writing():
        vault.opened().connection.executemany(INSERT, columns)
    seconds = time.perf_counter() - start
    vault.close()
    return seconds


def _measured(folder: Path, file: Path) -> tuple[list[float], list[float], float]:
    """How long each write transaction held the lock and each save took, in ms; and the whole import, in seconds."""
    vault, held, waited, is_over = SqliteVault(folder / "data"), list[float](), list[float](), Event()
    vault.writing = _timed(vault, held)  # type: ignore[method-assign, assignment]
    saving = Thread(target=_save_now_and_then, args=(folder / "data", waited, is_over))
    saving.start()
    start = time.perf_counter()
    rows = CsvCheckIns(CountingIds(), moment_of(END), FakeClock().zone(), "benchmark").read(file)
    counts = TransferService(vault, FakeClock(), EventBus()).bring_in("csv", rows, _refuse)
    seconds = time.perf_counter() - start
    is_over.set()
    saving.join()
    assert counts.left_out == 0
    return held, waited, seconds


def _timed(vault: SqliteVault, held: list[float]) -> Callable[[], object]:
    writing = vault.writing

    @contextmanager
    def timed() -> Iterator[object]:
        with writing() as store:
            start = time.perf_counter()
            yield store
        held.append((time.perf_counter() - start) * 1000)

    return timed


def _save_now_and_then(folder: Path, waited: list[float], is_over: Event) -> None:
    """As the window does it: another thread with a connection of its own, durable when the block ends."""
    vault = SqliteVault(folder)
    while not is_over.wait(SECONDS_BETWEEN_SAVES):
        start = time.perf_counter()
        with vault.writing() as store:
            store.check_ins.add(a_check_in())
        waited.append((time.perf_counter() - start) * 1000)
    vault.close()


def _refuse(fault: RowFault) -> None:
    raise AssertionError(fault.rule)


def _spread(milliseconds: list[float]) -> str:
    ordered = sorted(milliseconds)
    middle, most = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    return f"median {middle:.1f} ms, 99 of 100 within {most:.1f} ms, longest {ordered[-1]:.1f} ms"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _import(int(sys.argv[1]), sys.argv[2])
    else:
        csv_import(*map(int, sys.argv[1:]))
