"""Measuring whole processes: two commands in turn, medians and the ratio pair by pair."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """Milliseconds of each run."""

    name: str
    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.runs)

    def __str__(self) -> str:
        return f"{self.name:<44} {min(self.runs):8.1f} {self.median:8.1f} {max(self.runs):8.1f} ms"


def in_turn(count: int, *timed: tuple[str, Callable[[], float]]) -> list[Figures]:
    """Runs each of `timed` once unmeasured, then all of them in turn `count` times."""
    for _name, run in timed:
        run()
    runs = [[run() for _name, run in timed] for _round in range(count)]
    return [Figures(name, tuple(row[column] for row in runs)) for column, (name, _run) in enumerate(timed)]


def whole_process(command: Sequence[str], environment: dict[str, str] | None = None) -> float:
    """Milliseconds from before the start to after the end of a process that has to succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **(environment or {})})
    return (time.perf_counter() - start) * 1000


def report(title: str, figures: Sequence[Figures], *, floor: int = 0) -> None:
    """Prints minimum, median, maximum of each, and medians of the ratios to the floor, pair by pair."""
    print(f"\n{title}\n{'':<44} {'min':>8} {'median':>8} {'max':>8}")
    for one in figures:
        print(one)
    base = figures[floor]
    for one in figures:
        if one is not base:
            pairs = [a / b for a, b in zip(one.runs, base.runs, strict=True)]
            print(f"  {one.name} : {base.name} = {statistics.median(pairs):.2f}")


def resident_megabytes() -> float:
    """What this process holds in memory now; Linux only."""
    with open("/proc/self/statm") as figures:
        return int(figures.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
