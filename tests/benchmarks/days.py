"""Counting every day anew by another beginning of the day, beside somebody who saves."""

import shutil
import tempfile
import time as clock
from datetime import time
from pathlib import Path

from tests.benchmarks.saving_beside import Beside
from tests.benchmarks.store_of import folder_with

CHECK_INS = 1_000_000


def days() -> None:
    """There and back: 04:00 to 06:30 and to 04:00 again."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(folder_with(CHECK_INS), folder)
        print(f"\nanother beginning of the day with {CHECK_INS:,} check-ins")
        for day_start in (time(6, 30), time(4)):
            beside = Beside(folder)
            with beside as vault:
                start = clock.perf_counter()
                vault.begin_days_at(day_start)
                seconds = clock.perf_counter() - start
            print(f"to {day_start:%H:%M}: {seconds:.1f} s")
            beside.report()
