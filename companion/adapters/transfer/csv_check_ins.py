"""Check-ins as CSV: columns at, arousal, zone, pleasantness, prompted, note, tags."""

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import tzinfo
from itertools import chain, count, islice
from pathlib import Path
from typing import TextIO

from companion.adapters.transfer.csv_cells import (
    COLUMNS,
    UnreadableSwitchError,
    cells_of,
    guarded,
    origin_in,
    pleasantness_in,
    points_in,
    tags_in,
    unguarded,
    zone_in,
)
from companion.adapters.transfer.csv_lines import rows_of
from companion.adapters.transfer.incoming_file import incoming_file
from companion.adapters.transfer.outgoing_file import outgoing_file
from companion.adapters.transfer.text_files import as_text, is_damaged
from companion.application.errors import Trouble, UserError
from companion.application.ports import IdSource
from companion.application.store_ports import Store
from companion.application.transfer import CellRule, ForeignCheckIn, RowFault, all_check_ins
from companion.domain.checkin import Answering, CheckIn, InputMethod
from companion.domain.errors import DomainError
from companion.domain.moment import Moment
from companion.domain.moment_text import moment_from_text

SEEN_AT_ONCE = 500
_DELIMITERS = (",", ";", "\t")
_LONGEST_HEADER = 1_000  # characters
_CODEBOOK_WIDTH = 5
_BY_IMPORT = Answering(method=InputMethod.IMPORT)


class CsvCheckIns:
    """Reads check-ins from CSV: UTF-8, or UTF-16 with a byte order mark; cells apart by comma, semicolon or tab.

    Times without an offset are wall-clock times of `zone`; what is read is noted at `now`. With `asked_unless_said`
    every row of a file without the column `prompted` is scheduled, else none is.
    """

    def __init__(
        self, ids: IdSource, now: Moment, zone: tzinfo, app_version: str, *, asked_unless_said: bool = False
    ) -> None:
        self._ids = ids
        self._now = now
        self._zone = zone
        self._app_version = app_version
        self._unless_said = "true" if asked_unless_said else ""

    def read(self, path: Path) -> Iterator[ForeignCheckIn | RowFault]:
        """Every row, read as it is asked for. Raises UserError(HEADER_WRONG) or one of `incoming_file`."""
        with incoming_file(path) as file, as_text(file) as text:
            rows = rows_of(text, _delimiter(text))
            columns = _columns(next(rows, None), path)
            for row in rows:
                yield row if isinstance(row, RowFault) else self._from_cells(row[0], columns, row[1])

    def _from_cells(self, place: int, columns: tuple[str, ...], cells: list[str]) -> ForeignCheckIn | RowFault:
        if len(cells) != len(columns):
            return RowFault(place, CellRule.CELLS_DO_NOT_MATCH, {"wanted": len(columns), "given": len(cells)})
        if is_damaged("".join(cells)):
            return RowFault(place, CellRule.TEXT_DAMAGED)
        try:
            return ForeignCheckIn(place, self._check_in(dict(zip(columns, cells, strict=True))))
        except UnreadableSwitchError:
            return RowFault(place, CellRule.PROMPTED_UNREADABLE)
        except DomainError as broken:
            return RowFault(place, broken.rule, broken.facts)

    def _check_in(self, cells: dict[str, str]) -> CheckIn:
        return CheckIn(
            id=self._ids.new_id(),
            experienced_at=moment_from_text(cells["at"], self._zone),
            created_at=self._now,
            arousal=points_in(cells.get("arousal", "")),
            zone=zone_in(cells.get("zone", "")),
            pleasantness=pleasantness_in(cells.get("pleasantness", "")),
            origin=origin_in(cells.get("prompted", self._unless_said)),
            note=unguarded(cells.get("note", "")),
            tags=tags_in(unguarded(cells.get("tags", ""))),
            answering=_BY_IMPORT,
            app_version=self._app_version,
        )


def codebook_beside(path: Path) -> Path:
    """Where the codebook of that table lies, or is to lie: never over another file, which nobody was asked about."""
    names = chain([f"{path.stem}-codebook.csv"], (f"{path.stem}-codebook-{number}.csv" for number in count(2)))
    return next(place for name in names if not os.path.lexists(place := path.with_name(name)) or _is_codebook(place))


def _is_codebook(path: Path) -> bool:
    """True for one that we wrote, in whatever language: its first two rows name the first column of the table."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            head = list(islice(csv.reader(file), 2))
    except (OSError, ValueError, csv.Error):
        return False
    return len(head) == 2 and len(head[0]) == len(head[1]) == _CODEBOOK_WIDTH and head[1][0] == COLUMNS[0]


def write_codebook(path: Path, rows: Iterable[Iterable[str]]) -> None:
    """Writes what the columns mean to a whole new file of its own. Raises UserError(FILE_UNWRITABLE)."""
    with outgoing_file(path) as file:
        text = io.TextIOWrapper(file, "utf-8", newline="")
        csv.writer(text, lineterminator="\n").writerows([guarded(cell) for cell in row] for row in rows)
        text.detach()


def write_csv(store: Store, path: Path, seen: Callable[[int], None] = lambda _count: None) -> int:
    """Writes every check-in to a whole new file; returns how many. Raises UserError(FILE_UNWRITABLE).

    `seen` is told now and then how many were written; if it raises, nothing is.
    """
    count = 0
    with outgoing_file(path) as file:
        text = io.TextIOWrapper(file, "utf-8", newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for check_in in all_check_ins(store):
            writer.writerow(cells_of(check_in))
            count += 1
            if count % SEEN_AT_ONCE == 0:
                seen(count)
        text.detach()
    return count


def _delimiter(text: TextIO) -> str:
    """What stands between the names of the columns: spreadsheets save with a semicolon where the comma is decimal."""
    first = text.readline(_LONGEST_HEADER)
    text.seek(0)
    return max(_DELIMITERS, key=first.count)


def _columns(header: tuple[int, list[str]] | RowFault | None, path: Path) -> tuple[str, ...]:
    names = () if header is None or isinstance(header, RowFault) else tuple(name.strip() for name in header[1])
    if names[:1] != ("at",) or len(set(names)) < len(names) or not set(names) <= set(COLUMNS):
        raise UserError(Trouble.HEADER_WRONG, path=str(path), columns=",".join(COLUMNS))
    return names
