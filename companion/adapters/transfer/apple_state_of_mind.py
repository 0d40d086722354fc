"""Check-ins from Apple's State of Mind, as JSON or CSV: valence is pleasantness, and zero is a value."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from companion.adapters.transfer.foreign_json import Document, EntryError, entry, source_of
from companion.adapters.transfer.foreign_rows import ForeignRow, ForeignRows, on_line
from companion.adapters.transfer.foreign_tables import TableRow, read_table
from companion.adapters.transfer.wall_clocks import moment_in
from companion.application.foreign import FileKind, Findings, Scale, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule
from companion.domain.context import Context
from companion.domain.errors import DomainError, Rule

COLUMNS = frozenset({"Start", "Valence"})
LISTS = ("stateOfMind", "state_of_mind")
VALENCE = Scale(lowest=-1, highest=1)


class State(msgspec.Struct):
    """An entry; of the names for its moment a file has one."""

    start: str | None = None
    date: str | None = None
    end: str | None = None
    kind: str = ""
    valence: int | float | None = None
    labels: list[str] = []
    associations: list[str] = []


class AppleJson:
    """Reads every shape of the document that is known: the list bare, or named, or inside `data`."""

    def __init__(self, rows: ForeignRows, wishes: Wishes) -> None:
        self.findings = Findings(FileKind.APPLE)
        self._rows = rows
        self._wishes = wishes

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every entry; one that is there again, as files that overlap have it, once. Raises UserError."""
        seen: set[bytes] = set()
        document = Document.of_file(path)
        for place, raw in enumerate(document.elements(states_in(document)), start=1):
            if (content := bytes(raw)) not in seen:
                seen.add(content)
                yield self._read(place, raw)

    def _read(self, place: int, raw: msgspec.Raw) -> ForeignRow:
        try:
            said = entry(raw, State)
            return self._row(place, said, source_of(raw))
        except EntryError:
            return RowFault(place, CellRule.ENTRY_UNREADABLE)
        except DomainError as broken:
            return RowFault(place, broken.rule, broken.facts)

    def _row(self, place: int, said: State, source: str) -> ForeignRow:
        if (at := said.start or said.date or said.end) is None:
            raise DomainError(Rule.TIME_UNREADABLE)
        points = None if said.valence is None else VALENCE.points(said.valence)
        if points is None and said.valence is not None:
            return RowFault(place, CellRule.NUMBER_BEYOND_SCALE)
        return self._rows.row(
            place,
            moment_in(at, self._rows.zone),
            on_line(self._wishes.rating, points),
            words=tuple(said.labels),
            context=Context(activities=tuple(said.associations)),
            source=source,
        )


class AppleCsv:
    """Reads the table."""

    def __init__(self, rows: ForeignRows, wishes: Wishes) -> None:
        self.findings = Findings(FileKind.APPLE)
        self._rows = rows
        self._wishes = wishes

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every row. Raises UserError as `read_table` does."""
        return read_table(path, COLUMNS, self._row)

    def _row(self, row: TableRow) -> ForeignRow:
        try:
            valence = float(row.get("Valence")) if row.get("Valence") else None
        except ValueError:
            return RowFault(row.place, CellRule.NUMBER_UNREADABLE)
        points = None if valence is None else VALENCE.points(valence)
        if valence is not None and points is None:
            return RowFault(row.place, CellRule.NUMBER_BEYOND_SCALE)
        return self._rows.row(
            row.place,
            moment_in(row.get("Start"), self._rows.zone),
            on_line(self._wishes.rating, points),
            words=_parts(row.get("Labels")),
            context=Context(activities=_parts(row.get("Associations"))),
            source=row.source,
        )


def states_in(document: Document) -> msgspec.Raw | None:
    """The list of entries of a document, or None if it has none."""
    if document.is_list:
        return document.whole
    inside = document.part("data")
    return document.part(*LISTS) or (None if inside is None else document.part(*LISTS, of=inside))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split("|"))))
