"""A program that says once, in JSON, what the desktop says of the moment, or what the X server counts."""

import json
import sys
from dataclasses import asdict
from datetime import datetime, timedelta

from companion.adapters.system.clock import SystemClock
from companion.adapters.system.desktop_state import SystemDesktopState
from companion.adapters.system.x_server import x_server


def what_is_said() -> dict[str, object]:
    """What the desktop says; spans in seconds, instants in ISO format."""
    says = SystemDesktopState(SystemClock(), patience=5.0).look()
    return {name: _plain(value) for name, value in asdict(says).items()}


def what_is_counted() -> dict[str, object]:
    """Milliseconds since the last input, by the server's counter."""
    with x_server() as server:
        found = {} if server is None else server.idle_times()
        return {name: since // timedelta(milliseconds=1) for name, since in found.items()}


def _plain(value: object) -> object:
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value.isoformat() if isinstance(value, datetime) else value


if __name__ == "__main__":
    print(json.dumps(what_is_counted() if "counters" in sys.argv else what_is_said()))
