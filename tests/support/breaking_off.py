"""Breaks something off after every step it takes, each time in a process of its own, as a power cut would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
BROKEN_OFF = 9
_CALLS = ("open", "replace", "rename", "unlink", "fsync")
_SCRIPT = "import sys; from {module} import {name}; from tests.support.breaking_off import run; run({name}, sys.argv)"


def broken_off_everywhere(sample: Path, places: Path, doing: Callable[[Path], Callable[[], object]]) -> list[Path]:
    """Copies of `sample` in which the same was broken off one step later each time; in the last it came to its end.

    A step is a call that changes a folder, or a statement of the database. `doing` is a function of a module, and is
    given the place; what it returns is what is broken off.
    """
    places.mkdir()
    script = _SCRIPT.format(module=doing.__module__, name=doing.__name__)
    subprocess.run([sys.executable, "-c", script, str(sample), str(places)], cwd=ROOT, check=True, timeout=300)
    return sorted(places.iterdir())


def run(doing: Callable[[Path], Callable[[], object]], arguments: list[str]) -> None:
    """The process in which every attempt begins."""
    sample, places = Path(arguments[1]), Path(arguments[2])
    for after in count():
        place = places / f"{after:04d}"
        shutil.copytree(sample, place)
        child = os.fork()
        if not child:
            _attempt(doing, place, after)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status != BROKEN_OFF:
            sys.exit(status)


def _attempt(doing: Callable[[Path], Callable[[], object]], place: Path, after: int) -> None:
    code = 1
    try:
        go_on = doing(place)
        _break_off(after)
        go_on()
        code = 0
    finally:
        os._exit(code)


def _break_off(after: int) -> None:
    left = after

    def counted(*_statement: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os._exit(BROKEN_OFF)

    def breaking(function: Callable[..., object]) -> Callable[..., object]:
        def broken(*values: object, **named: object) -> object:
            counted()
            return function(*values, **named)

        return broken

    for name in _CALLS:
        setattr(os, name, breaking(getattr(os, name)))
    for module in list(sys.modules.values()):
        if module.__name__.startswith("companion.adapters.storage") and hasattr(module, "connect"):
            _watch(module, counted)


def _watch(module: ModuleType, counted: Callable[..., None]) -> None:
    connect = module.connect

    def watched(*values: object, **named: object) -> object:
        connection = connect(*values, **named)
        connection.set_trace_callback(counted)
        return connection

    module.connect = watched  # type: ignore[attr-defined]
