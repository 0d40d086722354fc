"""Everything as one JSON file, an object a line, each list by id: two exports of one store are the same bytes.

`companion/export/2` holds no time of export and no secret: neither the keys of store and spool, nor a passphrase, nor
what random prompts are drawn from. A half-filled check-in is not in it: it is not noted yet, and gone after a day.
Settings are its last value, where the person wants them in it.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from companion.adapters.transfer.json_sections import SCHEMA, SETTINGS, SINGLE, to_json
from companion.adapters.transfer.outgoing_file import outgoing_file
from companion.adapters.transfer.sealed_file import Outgoing
from companion.application.parts import Part, PartKind

SEEN_AT_ONCE = 500


class PartsOf(Protocol):
    """Whoever has parts of every kind."""

    def parts(self, kind: PartKind) -> Iterator[Part]:
        """Those of that kind."""


class Exported(Protocol):
    """As much of a store as an export takes."""

    @property
    def whole(self) -> PartsOf:
        """Everything it keeps."""


def write_json(
    store: Exported,
    path: Path,
    seen: Callable[[int], None] = lambda _count: None,
    *,
    opened: Outgoing = outgoing_file,
    settings: Mapping[str, object] | None = None,
) -> dict[PartKind, int]:
    """Writes a whole new file; returns how many there are of each kind. Raises UserError.

    `seen` is told now and then how many were written; if it raises, nothing is. `settings` go along if they are
    given, by name.
    """
    counts: dict[PartKind, int] = {}
    with opened(path) as file:
        file.write(f'{{\n"schema": "{SCHEMA}"'.encode())
        for kind in PartKind:
            counts[kind] = _write_value(file, store, kind) if kind in SINGLE else _write_list(file, store, kind, seen)
        if settings is not None:
            file.write(b',\n"%s": %s' % (SETTINGS.encode(), msgspec.json.encode(settings)))
        file.write(b"\n}\n")
    return counts


def _write_value(file: BinaryIO, store: Exported, kind: PartKind) -> int:
    part = next(store.whole.parts(kind), None)
    content = b"null" if part is None else to_json(kind, part)
    file.write(b',\n"%s": %s' % (kind.value.encode(), content))
    return int(part is not None)


def _write_list(file: BinaryIO, store: Exported, kind: PartKind, seen: Callable[[int], None]) -> int:
    file.write(b',\n"%s": [' % kind.value.encode())
    count, mark = 0, b"\n"
    for part in store.whole.parts(kind):
        file.write(mark + to_json(kind, part))
        count, mark = count + 1, b",\n"
        if count % SEEN_AT_ONCE == 0:
            seen(count)
    file.write(b"\n]")
    return count
