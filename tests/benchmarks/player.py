"""A breath being played on a real X server in software: pictures a second, processor time, how late its words come.

`python -m tests.benchmarks.player WIDTH HEIGHT SECONDS` is the process that is measured.
"""

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

SECONDS = 30
SIZES = ((1010, 800), (360, 430))


def player(display: str) -> None:
    """Slow breathing in the main window's size and in the small window's, half a minute each."""
    print(f"\na breath being played for {SECONDS} s, software rendering")
    print(f"{'':<14} {'pictures':>10} {'longest gap':>12} {'processor':>10} {'words late, at most':>20}")
    for width, height in SIZES:
        command = [sys.executable, "-m", "tests.benchmarks.player", str(width), str(height), str(SECONDS)]
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if run.returncode:
            raise RuntimeError(run.stderr)
        pictures, gap, busy, late = map(float, run.stdout.split())
        size = f"{width} x {height}"
        print(f"{size:<14} {pictures:>6.1f} / s {gap:>9.0f} ms {busy:>8.1f} % {late:>17.0f} ms")


def _play(width: int, height: int, seconds: int) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from companion.adapters.system.steady_clock import SystemSteadyClock
    from companion.application.settings import Look
    from companion.presentation.practice_player import PlayerPresenter, Playing
    from companion.ui.theme.theme import Theme
    from companion.ui.widgets.practice_pacer import PracticePacer
    from companion.ui.widgets.practice_player import PracticePlayerView
    from tests.support.practice_desk import PracticeDesk

    application = QApplication([sys.argv[0], "-style", "Fusion"])
    theme = Theme(application, Path(__file__).parents[2] / "resources")
    theme.apply(Look.LIGHT)
    painted, said = list[float](), list[tuple[str, float]]()
    paint, show_words = PracticePacer.paintEvent, PracticePacer.show_words

    def painted_now(pacer: PracticePacer, event: QPaintEvent) -> None:
        paint(pacer, event)
        painted.append(time.monotonic())

    def said_now(pacer: PracticePacer, say: str, more: str, short: str) -> None:
        show_words(pacer, say, more, short)
        if not said or said[-1][0] != say:
            said.append((say, time.monotonic()))

    PracticePacer.paintEvent = painted_now  # type: ignore[assignment, method-assign]
    PracticePacer.show_words = said_now  # type: ignore[assignment, method-assign]
    desk = PracticeDesk()
    practice = desk.practices.find("ours/slow-breathing")
    clock = SystemSteadyClock()
    presenter = PlayerPresenter(Playing(practice, None, 180), desk.sessions, clock)
    begun = clock.seconds()
    view = PracticePlayerView(presenter, theme)
    view.resize(width, height)
    view.show()
    marks: list[tuple[float, float]] = []
    for at in (2, 2 + seconds):  # what a window costs to come up is not asked here
        QTimer.singleShot(at * 1000, lambda: marks.append((time.monotonic(), time.process_time())))
    QTimer.singleShot((2 + seconds) * 1000 + 50, application.quit)
    application.exec()
    view.end()
    (start, busy_before), (end, busy_after) = marks
    seen = [at for at in painted if start <= at <= end]
    gaps = [after - before for before, after in pairwise(seen)]
    late = [(at - begun) % 10 - (0 if say == "Breathe in" else 4) for say, at in said[1:]]
    share = (busy_after - busy_before) / (end - start)
    print(len(seen) / (end - start), max(gaps) * 1000, share * 100, max(late) * 1000)


if __name__ == "__main__":
    _play(*map(int, sys.argv[1:4]))
