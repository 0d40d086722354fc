"""Thousands of kills of a process that saves.

Runs by hand: `python -m tests.fuzz.kills [rounds]` kills in lots of a hundred on one store, looks at it after each
lot, and prints how many ids were told and how many of them are missing.
"""

import sys
import tempfile
from pathlib import Path

from tests.adapters.storage.test_power_loss import ids_in
from tests.support.killing import killed_while_saving

LOT = 100


def main(rounds: int) -> int:
    """1 if anything that was told is missing."""
    told_in_all = missing = 0
    for lot in range(-(-rounds // LOT)):
        with tempfile.TemporaryDirectory() as folder:
            told = set(killed_while_saving(Path(folder) / "store", LOT, seed=lot))
            missing += len(told - ids_in(Path(folder)))
            told_in_all += len(told)
    print(f"{rounds} kills, {told_in_all} ids told, {missing} missing")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
