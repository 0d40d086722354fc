"""Runs the benchmarks: `python -m tests.benchmarks NAME…`, all of them by default."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from tests.benchmarks.measure import Figures, in_turn, report, whole_process
from tests.benchmarks.reminders import reminders
from tests.benchmarks.store_of import folder_with
from tests.benchmarks.unlock import unlock
from tests.benchmarks.window import window

PYTHON = sys.executable
RUNS = 15


def launch() -> None:
    """From exec to the first painted frame, against a bare PySide6 window."""
    with a_desktop() as display:
        folders = {size: str(folder_with(size)) for size in (0, 1_000_000)}
        rows = [
            ("bare PySide6 window", ["bare"]),
            *((f"Companion, {size:,} check-ins", ["companion", "--data-dir", at]) for size, at in folders.items()),
        ]
        busy: dict[str, list[float]] = {name: [] for name, _arguments in rows}
        passed = in_turn(RUNS, *((name, partial(first_paint, display, what, busy[name])) for name, what in rows))
    report("launch: exec to first painted frame", passed)
    report("the same, processor time", [Figures(name, tuple(runs[1:])) for name, runs in busy.items()])


def command() -> None:
    """`companion check-in` as a whole process, against importing sqlite3."""
    with a_copy_of(folder_with(0)) as folder:
        saving = [PYTHON, "-m", "companion", "--data-dir", folder, "check-in", "--arousal", "60", "--zone", "inside"]
        rows = (
            ("python -c 'import sqlite3'", lambda: whole_process([PYTHON, "-c", "import sqlite3"])),
            ("companion check-in --arousal 60", lambda: whole_process(saving)),
        )
        report("command line: a whole process", in_turn(RUNS * 2, *rows))


def save() -> None:
    """A durable save through the use case, against a raw commit with the same driver."""
    for size in (0, 1_000_000):
        with a_copy_of(folder_with(size)) as folder:
            report(f"saving with {size:,} check-ins in the store", saves(Path(folder)))


def saves(folder: Path) -> list[Figures]:
    """Saves in turn with raw commits of one small row into a store of the same kind."""
    import sqlcipher3

    from companion.adapters.system.folders import folders_under
    from companion.application.checkins import Answer
    from companion.bootstrap import Core
    from companion.domain.zone import Zone

    raw = sqlcipher3.connect(str(folder / "raw.db"), isolation_level=None)
    raw.execute("PRAGMA key = \"x'" + "ab" * 32 + "'\"")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value INTEGER)")
    core, numbers = Core(folders_under(str(folder))), count()

    def raw_commit() -> None:
        raw.execute("INSERT INTO row (value) VALUES (?)", (next(numbers),))

    def record() -> None:
        core.check_ins.record(Answer(arousal=60, zone=Zone.INSIDE), answers_open_prompt=True)

    figures = in_turn(200, ("raw commit", timed(raw_commit)), ("CheckInService.record", timed(record)))
    raw.close()
    core.close()
    return figures


def journal() -> None:
    """Pages of a long journal, wherever they are and whatever is wanted."""
    from tests.benchmarks.journal import journal as pages_of_a_long_journal

    pages_of_a_long_journal()


def journal_screen() -> None:
    """The Journal screen on a long journal: the longest time for which it keeps the event loop to itself."""
    from tests.benchmarks.journal_screen import journal_screen as scrolled_and_searched

    scrolled_and_searched()


def library() -> None:
    """10,000 notes of somebody's: read beside the window, looked at again, searched, opened."""
    from tests.benchmarks.library import library as ten_thousand_notes

    ten_thousand_notes()


def json_files() -> None:
    """Everything out to a file and into an empty notebook: seconds, memory, and how long a save would wait."""
    from tests.benchmarks.json_files import json_files as there_and_back

    there_and_back()


def idle() -> None:
    """A minute in the tray, beside a bare tray program: wake-ups, processor time, memory of its own."""
    from tests.benchmarks.idle import idle as a_minute_in_the_tray

    a_minute_in_the_tray()


def imports() -> None:
    """Check-ins from CSV, against a raw executemany of the same rows; and how long a save meanwhile waits."""
    from tests.benchmarks.csv_import import csv_import

    csv_import()


def days() -> None:
    """Another beginning of the day for a million check-ins; and how long a save meanwhile waits."""
    from tests.benchmarks.days import days as counted_anew

    counted_anew()


def player() -> None:
    """A practice being played: pictures a second, processor time, how late its words come."""
    from tests.benchmarks.player import player as a_breath_being_played

    with a_desktop() as display:
        a_breath_being_played(display)


def metrics() -> None:
    """Every number of the chart page, of a year and of a million check-ins."""
    from tests.benchmarks.metrics import metrics as every_number

    every_number()


def chart() -> None:
    """The chart with 15,000 and with a million check-ins, beside pyqtgraph."""
    from tests.benchmarks.chart import chart as painted_dragged_zoomed

    painted_dragged_zoomed()


def backup() -> None:
    """Copies of a long notebook while the window lives on."""
    from tests.benchmarks.backup import backup as copies_of_a_long_notebook

    copies_of_a_long_notebook()


def packages() -> None:
    """Size and start of each form in which the program is handed out."""
    from tests.benchmarks.packages import packages as wheel_folder_and_debian

    wheel_folder_and_debian()


def timed(call: Callable[[], object]) -> Callable[[], float]:
    """`call` as something that returns its milliseconds."""

    def run() -> float:
        start = time.perf_counter()
        call()
        return (time.perf_counter() - start) * 1000

    return run


def first_paint(display: str, arguments: list[str], busy: list[float]) -> float:
    """Milliseconds from just before exec to the first painted frame; those of the processor go into `busy`."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    start = time.monotonic()
    run = subprocess.run(
        [PYTHON, "-m", "tests.benchmarks.first_paint", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    painted = run.stdout.split()
    if not painted:
        raise RuntimeError(run.stderr)
    busy.append(float(painted[1]) * 1000)
    return (float(painted[0]) - start) * 1000


@contextmanager
def a_desktop() -> Iterator[str]:
    """A private X server with a window manager, as every desktop has one; gives the display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    display = f":{os.read(read, 16).decode().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL)
    time.sleep(1)
    try:
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()


@contextmanager
def a_copy_of(folder: Path) -> Iterator[str]:
    """A throwaway copy of a data folder."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "data"
        shutil.copytree(folder, copy)
        yield str(copy)


BENCHMARKS = {
    "launch": launch,
    "command": command,
    "save": save,
    "window": window,
    "journal": journal,
    "journal-screen": journal_screen,
    "library": library,
    "json": json_files,
    "import": imports,
    "days": days,
    "idle": idle,
    "unlock": unlock,
    "backup": backup,
    "metrics": metrics,
    "player": player,
    "chart": chart,
    "reminders": reminders,
    "packages": packages,
}

if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiling every file at every start is nobody's usual day
    for name in sys.argv[1:] or BENCHMARKS:
        BENCHMARKS[name]()
