"""Tables of other programs: CSV with a comma, a semicolon or a tab between cells, columns known by their names."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json.encoder import encode_basestring
from pathlib import Path
from typing import NamedTuple, TextIO

from companion.adapters.transfer.csv_lines import rows_of
from companion.adapters.transfer.foreign_rows import ForeignRow
from companion.adapters.transfer.incoming_file import incoming_file
from companion.adapters.transfer.text_files import as_text, is_damaged
from companion.application.errors import Trouble, UserError
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule
from companion.domain.errors import DomainError

DELIMITERS = (",", ";", "\t")
LONGEST_HEADER = 100_000  # characters
MOST_COLUMNS = 2_000


class TableRow(NamedTuple):
    """`cells` by the names of their columns. `surplus` are cells beyond the last one that has a name."""

    place: int
    cells: dict[str, str]
    surplus: tuple[str, ...] = ()

    def get(self, name: str) -> str:
        """A cell without blank ends; "" where there is no such column."""
        return self.cells.get(name, "").strip()

    @property
    def source(self) -> str:
        """The row as it stood in the file: a JSON object, as `json.dumps` writes it, in a quarter of its time."""
        kept = [f"{encode_basestring(name)}: {encode_basestring(cell)}" for name, cell in self.cells.items()]
        if self.surplus:
            kept.append(f'"…": {json.dumps(self.surplus, ensure_ascii=False)}')
        return f"{{{', '.join(kept)}}}"


def columns_of(path: Path) -> tuple[str, ...]:
    """The names of the columns of a table, () if it begins with none. Raises UserError as `incoming_file` does."""
    with _opened(path) as text:
        return _header(text)[1]


def read_table(
    path: Path, wanted: frozenset[str], read: Callable[[TableRow], ForeignRow | None]
) -> Iterator[ForeignRow]:
    """What `read` makes of each row, None for one that has no place here, and what is wrong with the others.

    `read` may raise DomainError.

    Raises UserError(HEADER_WRONG) if a wanted column is not there or a name is there twice, or as `incoming_file`.
    """
    with _opened(path) as text:
        delimiter, names = _header(text)
        named = [name for name in names if name]
        if len(set(named)) < len(named) or not wanted <= set(named):
            raise UserError(Trouble.HEADER_WRONG, path=str(path), columns=", ".join(sorted(wanted)))
        rows = rows_of(text, delimiter)
        next(rows, None)
        for row in rows:
            made = row if isinstance(row, RowFault) else _read_row(row[0], names, row[1], read)
            if made is not None:
                yield made


def _read_row(
    place: int, names: tuple[str, ...], cells: list[str], read: Callable[[TableRow], ForeignRow | None]
) -> ForeignRow | None:
    if len(cells) < len(names) and any(names[len(cells) :]):
        facts: dict[str, object] = {"wanted": len(names), "given": len(cells)}
        return RowFault(place, CellRule.CELLS_DO_NOT_MATCH, facts)
    if is_damaged("".join(cells)):
        return RowFault(place, CellRule.TEXT_DAMAGED)
    of_name = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    surplus = tuple(cells[len(names) :])
    try:
        return read(TableRow(place, of_name, surplus if any(surplus) else ()))
    except DomainError as broken:
        return RowFault(place, broken.rule, broken.facts)


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    with incoming_file(path) as file, as_text(file) as text:
        yield text


def _header(text: TextIO) -> tuple[str, tuple[str, ...]]:
    """What stands between cells and the names of the columns; the text is at its beginning again."""
    text.seek(0)
    first = text.readline(LONGEST_HEADER)
    while first and not first.strip():
        first = text.readline(LONGEST_HEADER)
    text.seek(0)
    delimiter = max(DELIMITERS, key=first.count)
    header = next(rows_of(text, delimiter), None) if first else None
    text.seek(0)
    if header is None or isinstance(header, RowFault) or len(header[1]) > MOST_COLUMNS:
        return delimiter, ()
    return delimiter, tuple(" ".join(name.split()) for name in header[1])
