"""How long the estimate of the window takes, from 10,000 labels and in a store with a million check-ins."""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from shutil import copytree

from companion.application.window import MOST_LABELS
from companion.domain.label import Label
from companion.domain.metrics.window_bounds import HORIZON, estimate_window
from companion.domain.window import STARTING_GUESS
from companion.domain.window_learning import lesson_of
from companion.domain.zone import Zone
from tests.benchmarks.measure import in_turn, report
from tests.benchmarks.store_of import folder_with

LABELS = 10_000
RUNS = 30
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def window() -> None:
    """Both bounds from few labels and from many, and the whole look at the largest store."""
    few, many = labels(100), labels(LABELS)
    rows = (
        ("both bounds, 100 labels", _timed(lambda: estimate_window(few, NOW))),
        (f"both bounds, {LABELS:,} labels", _timed(lambda: estimate_window(many, NOW))),
        (f"a day's lesson, {LABELS:,} labels", _timed(lambda: lesson_of(many, NOW, (STARTING_GUESS,)))),
    )
    report("the person's window", in_turn(RUNS, *rows))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        copytree(folder_with(1_000_000), folder)
        look_at(folder)


def labels(count: int) -> list[Label]:
    """That many labels, spread over the time that counts."""
    draw, answers = Random(1), (Zone.BELOW, Zone.INSIDE, Zone.ABOVE)
    step = HORIZON / count
    return [Label(draw.randint(0, 100), draw.choice(answers), (NOW - step * k).timestamp()) for k in range(count)]


def look_at(folder: Path) -> None:
    """The use cases on a store of a million check-ins, of which a hundred thousand lie within the last year."""
    from companion.adapters.system.folders import folders_under
    from companion.bootstrap import Core
    from tests.support.clock import FakeClock

    core = Core(folders_under(str(folder)), clock=FakeClock("2026-11-22T13:00:00"))
    start, end = NOW - HORIZON, NOW + timedelta(hours=1)

    def read() -> None:
        with core.vault.reading() as store:
            store.check_ins.labels_between(start, end, MOST_LABELS)

    rows = (("reading the labels that count", _timed(read)), ("WindowService.look", _timed(core.windows.look)))
    report("the person's window, 1,000,000 check-ins in the store", in_turn(10, *rows))
    core.close()


def _timed(call: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        start = time.perf_counter()
        call()
        return (time.perf_counter() - start) * 1000

    return run
