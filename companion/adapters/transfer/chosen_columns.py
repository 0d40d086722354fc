"""Check-ins from any table, by the columns that the person chooses."""

import re
from collections.abc import Iterator
from pathlib import Path

from companion.adapters.transfer.csv_cells import zone_in
from companion.adapters.transfer.foreign_rows import Answers, ForeignRow, ForeignRows
from companion.adapters.transfer.foreign_tables import TableRow, read_table
from companion.adapters.transfer.wall_clocks import NOON, date_from, moment_at, moment_in, time_from
from companion.application.foreign import Column, FileKind, Findings, Scale, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule
from companion.domain.moment import Moment

OUR_SCALE = Scale(lowest=0, highest=100)
_TAG_ENDS = re.compile(r"\s*(?:\||;|,)\s*")
_A_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")


class _NumberError(ValueError):
    """A cell holds no number of the scale."""

    def __init__(self, rule: CellRule) -> None:
        super().__init__(rule.value)
        self.rule = rule


class ChosenColumns:
    """Reads a table whose numbers run from one end of a scale to the other, 0 to 100 unless the person says so."""

    def __init__(self, rows: ForeignRows, wishes: Wishes) -> None:
        self.findings = Findings(FileKind.COLUMNS, scale=wishes.scale or OUR_SCALE)
        self._rows = rows
        self._wishes = wishes
        self._scale = wishes.scale or OUR_SCALE

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every row. Raises UserError(HEADER_WRONG) if a chosen column is not there, or as `read_table` does."""
        return read_table(path, frozenset(self._wishes.columns.values()), self._row)

    def _row(self, row: TableRow) -> ForeignRow:
        try:
            arousal, pleasantness = self._points(row, Column.AROUSAL), self._points(row, Column.PLEASANTNESS)
        except _NumberError as wrong:
            return RowFault(row.place, wrong.rule)
        return self._rows.row(
            row.place,
            self._moment(row),
            Answers(arousal, pleasantness, zone_in(self._cell(row, Column.ZONE))),
            note=self._cell(row, Column.NOTE),
            tags=tuple(_TAG_ENDS.split(self._cell(row, Column.TAGS))),
            source=row.source,
        )

    def _points(self, row: TableRow, column: Column) -> int | None:
        if not (text := self._cell(row, column)):
            return None
        if _A_NUMBER.fullmatch(text) is None:
            raise _NumberError(CellRule.NUMBER_UNREADABLE)
        points = self._scale.points(float(text.replace(",", ".")))
        if points is None:
            raise _NumberError(CellRule.NUMBER_BEYOND_SCALE)
        return points

    def _moment(self, row: TableRow) -> Moment:
        order = self._wishes.dates
        if Column.AT in self._wishes.columns:
            return moment_in(self._cell(row, Column.AT), self._rows.zone, order)
        day = date_from(self._cell(row, Column.DATE), order)
        if not (at := self._cell(row, Column.TIME)):
            self.findings.without_time += 1
            return moment_at(day, NOON, self._rows.zone)
        return moment_at(day, time_from(at), self._rows.zone)

    def _cell(self, row: TableRow, column: Column) -> str:
        name = self._wishes.columns.get(column)
        return "" if name is None else row.get(name)
