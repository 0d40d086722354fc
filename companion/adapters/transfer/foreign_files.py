"""Which program a file comes from, told by its content and never by its name; and the reader for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from companion.adapters.transfer import (
    apple_state_of_mind,
    daylio_csv,
    how_we_feel,
    track_and_graph,
)
from companion.adapters.transfer.apple_state_of_mind import AppleCsv, AppleJson, states_in
from companion.adapters.transfer.capped_archive import is_archive
from companion.adapters.transfer.chosen_columns import ChosenColumns
from companion.adapters.transfer.csv_cells import COLUMNS as OUR_COLUMNS
from companion.adapters.transfer.daylio_backup import DaylioBackup, document_of_backup
from companion.adapters.transfer.daylio_csv import DaylioCsv
from companion.adapters.transfer.foreign_json import Document
from companion.adapters.transfer.foreign_rows import ForeignRow, ForeignRows
from companion.adapters.transfer.foreign_tables import columns_of
from companion.adapters.transfer.how_we_feel import HowWeFeel
from companion.adapters.transfer.incoming_file import incoming_file
from companion.adapters.transfer.pixy import Pixy
from companion.adapters.transfer.sealed_file import LARGEST_SEALED_MB, is_sealed
from companion.adapters.transfer.track_and_graph import TrackAndGraph
from companion.application.errors import Trouble, UserError
from companion.application.foreign import FileKind, Findings, Wishes

_OUR_JSON = b'"companion/export/'
_ENOUGH = 4_096  # bytes, in which an export of ours says what it is


class ForeignReader(Protocol):
    """Reads one kind of file; what it found beside the rows stands in `findings` while and after it reads."""

    findings: Findings

    def read(self, path: Path) -> Iterator[ForeignRow]: ...


def kind_of(path: Path) -> FileKind | None:
    """Whose file it is; COLUMNS for a table that no program we know writes, None if it is nothing we can read.

    Raises UserError as `incoming_file` does, and for an archive or JSON that is damaged.
    """
    if is_sealed(path):
        return FileKind.COMPANION
    if is_json(path):
        is_ours = _OUR_JSON in _first_bytes(path)
        return FileKind.COMPANION if is_ours else _kind_of_json(Document.of_file(path))
    if is_archive(path):
        return FileKind.DAYLIO if document_of_backup(path) is not None else None
    return _kind_of_table(columns_of(path))


def reader_for(kind: FileKind, path: Path, rows: ForeignRows, wishes: Wishes) -> ForeignReader:
    """The reader for a file of that kind. Raises UserError as `kind_of` does."""
    if kind is FileKind.DAYLIO:
        return DaylioBackup(rows, wishes) if is_archive(path) else DaylioCsv(rows, wishes)
    if kind is FileKind.HOW_WE_FEEL:
        return HowWeFeel(rows)
    if kind is FileKind.APPLE:
        return AppleJson(rows, wishes) if is_json(path) else AppleCsv(rows, wishes)
    if kind is FileKind.PIXY:
        return Pixy(rows, wishes)
    if kind is FileKind.TRACK_AND_GRAPH:
        return TrackAndGraph(rows, wishes)
    if kind is FileKind.COLUMNS:
        return ChosenColumns(rows, wishes)
    raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))


def is_json(path: Path) -> bool:
    """True if the file begins as JSON does. Raises UserError as `incoming_file` does."""
    return _first_bytes(path).lstrip()[:1] in (b"{", b"[")


def _first_bytes(path: Path) -> bytes:
    with incoming_file(path, LARGEST_SEALED_MB) as file:  # whoever reads more of it has a bound of their own
        return file.read(_ENOUGH).removeprefix(b"\xef\xbb\xbf")


def _kind_of_json(document: Document) -> FileKind | None:
    if document.part("items") is not None:
        return FileKind.PIXY
    if document.is_list:
        first = next(iter(document.elements(document.whole)), None)
        return None if first is None or document.part("valence", of=first) is None else FileKind.APPLE
    return None if states_in(document) is None else FileKind.APPLE


def _kind_of_table(names: tuple[str, ...]) -> FileKind | None:
    there = set(names)
    if names[:1] == ("at",) and there <= set(OUR_COLUMNS):
        return FileKind.COMPANION
    if there >= daylio_csv.COLUMNS:
        return FileKind.DAYLIO
    if there >= track_and_graph.COLUMNS:
        return FileKind.TRACK_AND_GRAPH
    if there >= apple_state_of_mind.COLUMNS:
        return FileKind.APPLE
    if there >= how_we_feel.COLUMNS:
        return FileKind.HOW_WE_FEEL
    return FileKind.COLUMNS if len(there) > 1 else None
