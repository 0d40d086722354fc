"""Check-ins from CSV against a raw executemany of the same rows, and how long somebody who saves meanwhile waits.

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

import sqlcipher3

from companion.adapters.storage.check_in_rows import INSERT, to_columns
from companion.adapters.storage.vault import SqliteVault
from companion.adapters.transfer.csv_cells import COLUMNS, cells_of
from companion.adapters.transfer.csv_check_ins import CsvCheckIns
from companion.application.event_bus import EventBus
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
        beside, seconds = _measured(folder / "data", file)
    print(
        f"{kind:<22} a bare table {floor:.2f} s, our table with its indexes {indexed:.1f} s, import {seconds:.1f} s"
    )
    print(f"{'':<22} import : bare = {seconds / floor:.0f}, import : ours = {seconds / indexed:.1f}")
    beside.report()
    print(f"{'':<22} {resident_megabytes():.0f} MB in the end")


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


def _measured(folder: Path, file: Path) -> tuple[Beside, float]:
    """What saves waited for, and the whole import, in seconds."""
    beside = Beside(folder)
    with beside as vault:
        start = time.perf_counter()
        rows = CsvCheckIns(CountingIds(), moment_of(END), FakeClock().zone(), "benchmark").read(file)
        counts = TransferService(vault, FakeClock(), EventBus()).bring_in("csv", rows, _refuse)
        seconds = time.perf_counter() - start
    assert counts.left_out == 0
    return beside, seconds


def _refuse(fault: RowFault) -> None:
    raise AssertionError(fault.rule)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _import(int(sys.argv[1]), sys.argv[2])
    else:
        csv_import(*map(int, sys.argv[1:]))
