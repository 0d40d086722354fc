"""Kills a process that saves, at moments that nobody chose, over and over on one store."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = "from tests.support.killing import run; import sys; run(sys.argv)"
_LONGEST_LIFE = 0.03  # seconds after the first thing that was said to be durable


def killed_while_saving(store: Path, rounds: int, seed: int) -> list[str]:
    """The ids that were told to be durable in `rounds` lives of a process that saves, each ended by SIGKILL."""
    command = (sys.executable, "-c", _SCRIPT, str(store), str(rounds), str(seed))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60 + rounds)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert isinstance(told, list)
    return told


def run(arguments: list[str]) -> None:
    """The process from which each life is forked."""
    store, rounds, chance = Path(arguments[1]), int(arguments[2]), random.Random(int(arguments[3]))
    told: list[str] = []
    for life in range(rounds):
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            _save_until_killed(store, writing, life)
        os.close(writing)
        told += _lines(reading, child, chance.uniform(0, _LONGEST_LIFE))
    print(json.dumps(told))


def _lines(reading: int, child: int, life: float) -> list[str]:
    """What the child said before it was killed; what was said half does not count."""
    with os.fdopen(reading, "rb") as said:
        first = said.readline()
        time.sleep(life)
        os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert status == -signal.SIGKILL, f"it ended by itself: {status}"
        rest = said.read()
    return [line.decode() for line in (first + rest).split(b"\n")[:-1]]


def _save_until_killed(store: Path, writing: int, life: int) -> None:
    """Saves, corrects and takes back, and says each id once it is durable."""
    from companion.adapters.storage.vault import SqliteVault
    from tests.support.builders import a_check_in, a_moment

    try:
        vault = SqliteVault(store)
        for number in range(1_000_000):
            check_in_id = f"01900000-0000-7000-8000-{life:06x}{number:06x}"
            check_in = a_check_in(number % 101, note=f"word{number}", tags=(f"tag {number % 7}",), id=check_in_id)
            with vault.writing() as opened:
                opened.check_ins.add(check_in)
                if number % 5 == 4:
                    opened.check_ins.amend(a_check_in(3, note="corrected", id=check_in_id), a_moment())
            os.write(writing, check_in_id.encode() + b"\n")
    finally:
        os._exit(3)
