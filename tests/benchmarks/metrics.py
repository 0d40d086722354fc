"""How long every number of the chart page takes, once the check-ins are in memory and from the store."""

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from shutil import copytree

from companion.domain.day_start import START_OF_DAY
from companion.domain.figures import figures_of
from companion.domain.mark import Mark
from companion.domain.metrics.window_bounds import GUESSED
from companion.domain.zone import Zone
from tests.benchmarks.measure import in_turn, report
from tests.benchmarks.store_of import YEARS, folder_with

A_YEAR = 6 * 365
MANY = 1_000_000
DAY = 86_400.0


def metrics() -> None:
    """All numbers of a year of six a day, and of a million over ten years, against adding the ratings up."""
    year, many = a_day_of(6, 365), evenly(MANY)
    rows = (
        (f"adding up {MANY:,} ratings", _processor(lambda: _added_up(many))),
        (f"every number, {A_YEAR:,} ratings", _processor(lambda: _every_number(year))),
        (f"every number, {MANY:,} ratings", _processor(lambda: _every_number(many))),
    )
    report("metrics: processor time with the check-ins in memory", in_turn(3, *rows))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        copytree(folder_with(MANY), folder)
        from_the_store(folder)


def from_the_store(folder: Path) -> None:
    """The use case on a store of a million check-ins: the last month, and all of them."""
    from datetime import date

    from companion.adapters.system.folders import folders_under
    from companion.application.metrics import MetricsService, Span
    from companion.bootstrap import Core
    from tests.support.clock import FakeClock

    core = Core(folders_under(str(folder)), clock=FakeClock("2026-11-22T13:00:00"))
    service = MetricsService(core.vault, core.clock)
    month, everything = Span(first=date(2026, 10, 23)), Span()
    rows = (
        ("MetricsService.look, a month", _processor(lambda: service.look(month))),
        (f"MetricsService.look, all {MANY:,}", _processor(lambda: service.look(everything))),
    )
    report("metrics: processor time from the store", in_turn(1, *rows))
    core.close()


def a_day_of(count: int, days: int) -> list[Mark]:
    """So many check-ins a day, two and a half hours apart from eight o'clock on."""
    return _marks([day * DAY + 8 * 3600 + place * 9000 for day in range(days) for place in range(count)])


def evenly(count: int) -> list[Mark]:
    """That many check-ins, evenly over ten years."""
    step = YEARS * 365.25 * DAY / count
    return _marks([place * step for place in range(count)])


def _marks(times: Sequence[float]) -> list[Mark]:
    draw, zones = Random(1), list(Zone)
    return [Mark("", at, 0, draw.randint(0, 100), draw.choice(zones), True) for at in times]


def _added_up(marks: Sequence[Mark]) -> None:
    sum(mark.arousal or 0 for mark in marks)


def _every_number(marks: Sequence[Mark]) -> None:
    figures_of(marks, START_OF_DAY, None, GUESSED)


def _processor(call: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        start = time.process_time()
        call()
        return (time.process_time() - start) * 1000

    return run
