"""The power goes after every single call of our own writing, with many chance parts of what was not synced.

Runs by hand: `python -m tests.fuzz.power_loss [chances]` prints each test of adapters/storage/test_power_loss.py
with how many disks it looked at; a disk on which something is lost ends it with that test's failure.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.adapters.storage import test_power_loss
from tests.support import power_loss
from tests.support.power_loss import Disk, Story


def main(chances: int) -> None:
    """Runs every test with `chances` chance parts after every call."""
    test_power_loss.SEEDS, test_power_loss.MOST_WRITES = tuple(range(chances)), None
    looked_at = 0

    def counted(story: Story, seeds: Sequence[int], most_writes: int | None) -> Iterator[Disk]:
        nonlocal looked_at
        for disk in power_loss.disks_after(story, seeds, most_writes):
            looked_at += 1
            yield disk

    setattr(test_power_loss, "disks_after", counted)  # noqa: B010 - counts what the test looks at
    tests: list[Callable[[Path], None]] = [
        test for name, test in vars(test_power_loss).items() if name.startswith("test_")
    ]
    for test in tests:
        looked_at, begun = 0, time.monotonic()
        place = Path(tempfile.mkdtemp())
        test(place)
        shutil.rmtree(place)
        print(f"{test.__name__}: {looked_at} disks, {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
