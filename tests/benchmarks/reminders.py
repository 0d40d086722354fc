"""How long planning fourteen days takes, and a look when a prompt falls due or is held back."""

import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from companion.adapters.storage.plan_file import PlanFile
from companion.application.prompt_plan import Plan
from companion.domain.reminder import AtInterval, TimeRange
from tests.benchmarks.measure import in_turn, report
from tests.support.reminding import Desk, at, at_random

RUNS = 50


def reminders() -> None:
    """With three reminders: four random moments, two set times, and every three hours."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        desk = Desk(folder, plan_file=PlanFile(folder / "store"))
        desk.rounds.start()
        desk.reminders.add(at_random(4, "09:00", "21:00"))
        desk.reminders.add(at("09:00", "15:00"))
        desk.reminders.add(AtInterval(timedelta(hours=3), TimeRange(540, 1260)))
        rows = (
            ("fourteen days planned", _timed(lambda: _plan(desk))),
            ("nothing has changed", _timed(desk.rounds.advance)),
            ("a pause set and ended, the plan beside rewritten", _timed(lambda: _pause(desk))),
        )
        report("reminders", in_turn(RUNS, *rows))
        desk.vault.close()


def _plan(desk: Desk) -> None:
    with desk.vault.reading() as store:
        assert len(Plan(store, desk.clock.now(), desk.clock.zone()).coming()) > 100


def _pause(desk: Desk) -> None:
    desk.rounds.pause_for(timedelta(hours=1))
    desk.rounds.end_pause()


def _timed(act: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        begun = time.perf_counter()
        act()
        return (time.perf_counter() - begun) * 1000

    return run
