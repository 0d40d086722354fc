"""Everything out to a file and into an empty notebook: how long, how much memory, and how long a save would wait.

Each is a process of its own, so that its memory is its own:
`python -m tests.benchmarks.json_files out|in FOLDER FILE`.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from companion.adapters.storage.vault import SqliteVault
from companion.adapters.transfer.json_export import write_json
from companion.adapters.transfer.json_import import read_json
from companion.application.parts import PartKind
from companion.application.whole_transfer import Counts, WholeTransferService
from tests.benchmarks.notebook_of import notebook_with
from tests.benchmarks.store_of import folder_with
from tests.support.clock import FakeClock

CHECK_INS = (100_000, 1_000_000)


def json_files() -> None:
    """Bare check-ins, and a notebook with words and tags, of two sizes: memory must not grow with them."""
    print("\neverything as JSON: seconds, and the most memory of the process")
    for make in (folder_with, notebook_with):
        for count in CHECK_INS:
            _there_and_back(f"{make.__name__.replace('_', ' ')} {count:,}", make(count))


def _there_and_back(name: str, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        first, second, other = (Path(place) / each for each in ("first.json", "second.json", "other"))
        for what, words in (("out", (folder, first)), ("in", (other, first)), ("out", (other, second))):
            run = [sys.executable, "-m", "tests.benchmarks.json_files", what, *map(str, words)]
            said = subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()
            print(f"{name:<28} {what:<4} {said}", flush=True)
        is_same = subprocess.run(["cmp", "-s", first, second], check=False).returncode == 0
        print(f"{name:<28} {first.stat().st_size / 1e6:,.0f} MB, the same bytes after coming back: {is_same}")


def _out(folder: Path, file: Path) -> str:
    vault = SqliteVault(folder)
    WholeTransferService(vault, FakeClock()).hand_out(lambda store: write_json(store, file))
    return ""


def _in(folder: Path, file: Path) -> str:
    """Every write transaction is timed: another save waits for one of them at most."""
    vault, held = SqliteVault(folder), list[float]()
    writing = vault.writing

    @contextmanager
    def timed() -> Iterator[object]:
        with writing() as store:
            start = time.perf_counter()
            yield store
        held.append(time.perf_counter() - start)

    vault.writing = timed  # type: ignore[method-assign, assignment]
    counts = WholeTransferService(vault, FakeClock()).bring_in(read_json(file), lambda _note: None)
    held.sort()
    steps = f"{len(held):,} steps, median {held[len(held) // 2] * 1000:.1f} ms, 99 of 100 within "
    came = f"{counts[PartKind.CHECK_IN].added:,} came in, {_left_out(counts)} left out"
    return f"{came}; {steps}{held[len(held) * 99 // 100] * 1000:.1f} ms"


def _left_out(counts: Counts) -> int:
    return sum(each.left_out for each in counts.values())


if __name__ == "__main__":
    start = time.perf_counter()
    said = (_out if sys.argv[1] == "out" else _in)(Path(sys.argv[2]), Path(sys.argv[3]))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:7.1f} s {peak:5.0f} MB   {said}")
