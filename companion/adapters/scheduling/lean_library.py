"""Loads APScheduler without seven libraries that it names and that an alarm clock never calls."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from inspect import iscoroutinefunction
from types import ModuleType
from typing import Any

from companion.adapters.lean_zones import load_zones


def load_library() -> None:
    """Loads the library, which takes a while: for the worker, so that no window waits for it.

    With asyncio, multiprocessing, process pools and the metadata of packages come ssl, email and the like: 10 MB of
    the program's own memory, for as long as it waits in the tray. We run jobs in one thread, and ask for no
    plug-in, local time zone or random name.

    A release of APScheduler that wants more of them than this is loaded whole.
    """
    if "apscheduler.schedulers.background" in sys.modules:
        return
    load_zones()
    try:
        with _stand_ins():
            _load()
    except (ImportError, AttributeError):
        for name in [name for name in sys.modules if name.partition(".")[0] == "apscheduler"]:
            del sys.modules[name]
        _load()


def _load() -> None:
    import apscheduler.executors.pool
    import apscheduler.schedulers.background
    import apscheduler.triggers.date  # noqa: F401


@contextmanager
def _stand_ins() -> Iterator[None]:
    """In place of what is not loaded yet, and only while the library is; nobody else here imports any of them."""
    put = {name: module for name, module in _made().items() if name not in sys.modules}
    sys.modules.update(put)
    try:
        yield
    finally:
        for name, module in put.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _made() -> dict[str, ModuleType]:
    return {
        "asyncio": _module("asyncio", iscoroutinefunction=iscoroutinefunction),
        "multiprocessing": _module("multiprocessing"),
        "concurrent.futures.process": _module("concurrent.futures.process", BrokenProcessPool=_NotHereError),
        "importlib.metadata": _module(
            "importlib.metadata",
            version=_no_version,
            PackageNotFoundError=_NotHereError,
            entry_points=_no_entry_points,
        ),
        "tzlocal": _module("tzlocal", get_localzone=_not_asked),
        "calendar": _module("calendar", timegm=_seconds_since_1970),
        "uuid": _module("uuid", uuid4=_not_asked),
    }


def _module(name: str, **holds: Any) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(holds)
    return module


def _no_version(package: str) -> str:
    """It asks for its own, and does without."""
    raise _NotHereError(package)


def _no_entry_points(*, group: str) -> tuple[()]:
    """No plug-ins of that group: ours are given as objects."""
    return ()


def _seconds_since_1970(parts: tuple[int, ...]) -> int:
    year, month, day, hour, minute, second = parts[:6]
    return int(datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp())


def _not_asked() -> None:
    """Whoever sets our alarms gives each its time zone, which is UTC, and its name."""
    raise _NotHereError


class _NotHereError(Exception):
    """No such package, and no pool of processes that could break."""
