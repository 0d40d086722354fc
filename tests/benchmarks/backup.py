"""A copy of a million check-ins while the window lives on: the longest gap of its event loop, and saves meanwhile."""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

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


class Heart:
    """Beats in the event loop as often as it can, and saves now and then; remembers gaps and how long saves took."""

    def __init__(self, save: Callable[[], object]) -> None:
        self._save = save
        self._last = 0.0
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
        self._beat.start()
        self._saving.start()

    def stop(self) -> None:
        """It rests."""
        self._beat.stop()
        self._saving.stop()

    def report(self, name: str, seconds: float) -> None:
        """Prints what it felt."""
        gaps, saves = sorted(self.gaps) or [0.0], sorted(self.saves) or [0.0]
        print(
            f"{name:<34} {seconds:7.1f} s {gaps[-1]:11.1f} ms {gaps[int(len(gaps) * 0.999)]:9.1f} ms "
            f"{statistics.median(saves):9.1f} ms {saves[-1]:9.1f} ms",
            flush=True,
        )

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def _on_save(self) -> None:
        start = time.perf_counter()
        self._save()
        self.saves.append((time.perf_counter() - start) * 1000)


def backup(check_ins: int = 1_000_000) -> None:
    """Nothing, a copy, the same laid in another folder, the list, looking into a copy, and restoring it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="companion-backup-") as place:
        data, second = Path(place) / "data", Path(place) / "second"
        second.mkdir()
        shutil.copytree(folder_with(check_ins), data, ignore=shutil.ignore_patterns("backups"))
        core = Core(folders_under(str(data)))
        keeper = WorkerBackups(data, core.vault)
        heart = Heart(lambda: core.check_ins.record(Answer(60, Zone.INSIDE), answers_open_prompt=False))
        print(f"\na copy of {check_ins:,} check-ins, {(data / 'companion.db').stat().st_size / 1e6:.0f} MB")
        print(f"{'':<34} {'took':>9} {'longest gap':>14} {'99.9 %':>12} {'a save':>12} {'longest':>12}")
        copy = str(data / "backups" / f"companion-{DAY.isoformat()}.db")
        _felt(heart, "nothing", lambda: time.sleep(15))
        _felt(heart, "a copy", lambda: keeper.make(DAY))
        _felt(heart, "the same laid in a second place", lambda: keeper.lay_in(str(second), DAY))
        _felt(heart, "the list of copies", keeper.copies)
        _felt(heart, "looking into a copy", lambda: keeper.look_into(copy, None))
        start = time.perf_counter()
        keeper.restore(DAY)  # in the window's own thread, as the program does
        print(f"{'restoring it':<34} {'':>9} {(time.perf_counter() - start) * 1000:11.1f} ms")
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
