"""Everything as one JSON file: check-ins in the order of time, then windows, reminders and prompts.

`companion/export/1` leaves out what was taken back, and the names of time zones other than a check-in's own.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from companion.adapters.transfer.json_shapes import (
    Shape,
    prompt_shape,
    reminder_shape,
    whole_check_in_shape,
    window_shape,
)
from companion.adapters.transfer.outgoing_file import outgoing_file
from companion.application.ports import Store
from companion.application.transfer import all_check_ins

SCHEMA = "companion/export/1"


def write_json(store: Store, path: Path) -> int:
    """Writes a whole new file, the same for the same store; returns how many check-ins. Raises UserError."""
    counted = _Counted(whole_check_in_shape(check_in) for check_in in all_check_ins(store))
    with outgoing_file(path) as file:
        file.write(f'{{\n"schema": "{SCHEMA}"'.encode())
        _write_list(file, "checkins", counted)
        _write_list(file, "windows", map(window_shape, store.windows.versions()))
        _write_list(file, "reminders", map(reminder_shape, store.reminders.all()))
        _write_list(file, "prompts", map(prompt_shape, store.ledger.between(None, None)))
        file.write(b"\n}\n")
    return counted.count


class _Counted:
    """Counts what passes."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self._shapes = shapes
        self.count = 0

    def __iter__(self) -> Iterator[Shape]:
        for shape in self._shapes:
            self.count += 1
            yield shape


def _write_list(file: BinaryIO, name: str, shapes: Iterable[Shape]) -> None:
    file.write(f',\n"{name}": ['.encode())
    mark = "\n"
    for shape in shapes:
        file.write((mark + json.dumps(shape, ensure_ascii=False)).encode())
        mark = ",\n"
    file.write(b"\n]")
