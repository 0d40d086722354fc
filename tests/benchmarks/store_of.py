"""Stores of a given size for benchmarks, made once and kept in the temporary folder."""

import shutil
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import CheckIn, Origin
from companion.domain.moment import moment_of
from companion.domain.zone import Zone

END = datetime(2026, 11, 22, 12, tzinfo=UTC)
YEARS = 10
CHUNK = 1000


def folder_with(check_ins: int) -> Path:
    """A data folder with that many check-ins over ten years; made on first need."""
    kept = Path(tempfile.gettempdir()) / f"companion-benchmark-{check_ins}"
    if not (kept / "done").exists():
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(mode=0o700)
        _fill(kept, check_ins)
        (kept / "done").touch()
    return kept


def made_up(count: int) -> list[tuple[str, CheckIn]]:
    """That many check-ins with import keys, oldest first."""
    draw = Random(1)
    step = timedelta(days=365.25 * YEARS) / max(count, 1)
    zones = (Zone.ABOVE, Zone.INSIDE, Zone.INSIDE, Zone.INSIDE, Zone.BELOW, None)
    made = []
    for number in range(count):
        moment = moment_of(END - step * (count - number))
        made.append(
            (
                f"benchmark-{number}",
                CheckIn(
                    id=f"01800000-0000-7000-8000-{number:012x}",
                    experienced_at=moment,
                    created_at=moment,
                    arousal=draw.randint(0, 100),
                    zone=draw.choice(zones),
                    origin=draw.choice((Origin.RANDOM, Origin.SELF)),
                ),
            )
        )
    return made


def _fill(folder: Path, count: int) -> None:
    print(f"making a store with {count:,} check-ins…", file=sys.stderr)
    vault = SqliteVault(folder)
    if count:
        coming = vault.importing("benchmark")
        rows = iter(made_up(count))
        while chunk := list(islice(rows, CHUNK)):
            coming.add(chunk)
        coming.complete()
    vault.close()
