"""A copy of a million check-ins while the window lives on: the longest gap of its event loop, and saves meanwhile.

A save is durable, so that it waits for the disk, and whatever else wants the disk makes it wait longer. Gaps are
counted without the saves in them, and a bare write of as many bytes, made durable by another thread, says what the
disk took at the same time.
"""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event, Thread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from companion.adapters.system.folders import folders_under
from companion.application.checkins import Answer
from companion.bootstrap.core import Core
from companion.bootstrap.worker_backups import WorkerBackups
from companion.domain.zone import Zone
from companion.ui.platform.main_thread import MainThread
from companion.ui.platform.task_runner import ThreadTaskRunner
from tests.benchmarks.store_of import folder_with

DAY = date(2026, 11, 22)
BEAT_MS = 1
SAVE_EVERY_MS = 100
BYTES_OF_A_SAVE = 7 * 4096


class Heart:
    """Beats in the event loop as often as it can, and saves now and then; remembers gaps and how long saves took."""

    def __init__(self, save: Callable[[], object], disk: "Disk") -> None:
        self._save = save
        self._disk = disk
        self._last = 0.0
        self._saving_ms = 0.0
        self._busy = 0.0
        self.gaps: list[float] = []
        self.saves: list[float] = []
        self._beat, self._saving = QTimer(), QTimer()
        for timer, interval, act in (
            (self._beat, BEAT_MS, self._on_beat),
            (self._saving, SAVE_EVERY_MS, self._on_save),
        ):
            timer.setInterval(interval)
            timer.timeout.connect(act)

    def start(self) -> None:
        """From now on it counts."""
        self.gaps, self.saves, self._last = [], [], time.perf_counter()
        self._saving_ms, self._busy = 0.0, time.process_time()
        self._disk.begin()
        self._beat.start()
        self._saving.start()

    def stop(self) -> None:
        """It rests."""
        self._busy = time.process_time() - self._busy
        self._beat.stop()
        self._saving.stop()

    def report(self, name: str, seconds: float) -> None:
        """Prints what it felt."""
        gaps, saves = sorted(self.gaps) or [0.0], sorted(self.saves) or [0.0]
        print(
            f"{name:<32} {seconds:6.1f} s {self._busy:5.1f} s {gaps[-1]:8.1f} ms "
            f"{gaps[int(len(gaps) * 0.999)]:6.1f} ms {statistics.median(saves):6.1f} ms {saves[-1]:7.1f} ms "
            f"{self._disk.longest:7.1f} ms",
            flush=True,
        )

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000 - self._saving_ms)
        self._last, self._saving_ms = now, 0.0

    def _on_save(self) -> None:
        start = time.perf_counter()
        self._save()
        self.saves.append((time.perf_counter() - start) * 1000)
        self._saving_ms += self.saves[-1]


class Disk:
    """Makes as much durable as a save does, as often, in a thread and a file of its own."""

    def __init__(self, file: Path) -> None:
        self._is_over = Event()
        self._thread = Thread(target=self._write, args=(file,))
        self.longest = 0.0
        self._thread.start()

    def begin(self) -> None:
        """From now on it counts."""
        self.longest = 0.0

    def stop(self) -> None:
        """It rests."""
        self._is_over.set()
        self._thread.join()

    def _write(self, path: Path) -> None:
        with open(path, "wb", buffering=0) as file:
            while not self._is_over.wait(SAVE_EVERY_MS / 1000):
                start = time.perf_counter()
                file.write(bytes(BYTES_OF_A_SAVE))
                os.fsync(file.fileno())
                self.longest = max(self.longest, (time.perf_counter() - start) * 1000)


def backup(check_ins: int = 1_000_000) -> None:
    """Nothing, a copy, the same laid in another folder, the list, looking into a copy, and restoring it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="companion-backup-") as place:
        data, second = Path(place) / "data", Path(place) / "second"
        second.mkdir()
        shutil.copytree(folder_with(check_ins), data, ignore=shutil.ignore_patterns("backups"))
        core = Core(folders_under(str(data)))
        core.open()
        core.vault.close()  # brought up to date
        os.sync()  # and nothing of it still on its way to the disk
        keeper, disk = WorkerBackups(data, core.vault), Disk(Path(place) / "bare")
        heart = Heart(lambda: core.check_ins.record(Answer(60, Zone.INSIDE), answers_open_prompt=False), disk)
        print(f"\na copy of {check_ins:,} check-ins, {(data / 'companion.db').stat().st_size / 1e6:.0f} MB")
        print(
            f"{'':<32} {'took':>8} {'busy':>7} {'longest gap':>11} {'99.9 %':>9} "
            f"{'a save':>9} {'longest':>10} {'bare write':>10}"
        )
        copy = str(data / "backups" / f"companion-{DAY.isoformat()}.db")
        _felt(heart, "nothing", lambda: time.sleep(15))
        _felt(heart, "a copy", lambda: keeper.make(DAY))
        _felt(heart, "the same laid in a second place", lambda: keeper.lay_in(str(second), DAY))
        _felt(heart, "the list of copies", keeper.copies)
        _felt(heart, "looking into a copy", lambda: keeper.look_into(copy, None))
        start, busy = time.perf_counter(), time.process_time()
        keeper.restore(DAY)  # in the window's own thread, as the program does
        took, busy = (time.perf_counter() - start) * 1000, (time.process_time() - busy) * 1000
        print(f"{'restoring it':<32} {'':>17} {took:8.1f} ms, of the processor {busy:.1f} ms")
        _felt(heart, "what can wait after that", keeper.settle)
        disk.stop()
        core.close()


def _felt(heart: Heart, name: str, work: Callable[[], object]) -> None:
    """Does the work on the worker, as the program does, while the event loop runs here."""
    main_thread = MainThread()
    tasks = ThreadTaskRunner(main_thread)
    heart.start()
    start = time.perf_counter()
    is_done: list[object] = []
    tasks.run(work, is_done.append)
    application = QApplication.instance()
    assert application is not None
    while not is_done:
        application.processEvents()
        time.sleep(0.0005)
    heart.stop()
    heart.report(name, time.perf_counter() - start)
    tasks.stop()
    main_thread.stop()
