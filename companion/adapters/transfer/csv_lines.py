"""The rows of a CSV file, one at a time, whatever the file holds; a bad one never takes its neighbours along."""

import csv
from collections.abc import Iterator
from typing import TextIO

from companion.application.transfer import CellRule, RowFault

LONGEST_ROW = 4_000_000  # characters; more than the longest note with the most tags can need
_LONGEST_LINE = LONGEST_ROW + 1


def rows_of(file: TextIO, delimiter: str = ",") -> Iterator[tuple[int, list[str]] | RowFault]:
    """Each row with the line it begins on (from 1), or what is wrong with it. Empty lines are no rows.

    After a quote that is opened and never closed, reading goes on with the line after it.
    """
    csv.field_size_limit(LONGEST_ROW)
    lines = _Lines(file)
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    while (start := lines.begin_row()) is not None:
        try:
            cells = next(reader)
        except (_TooLongError, csv.Error) as wrong:
            lines.go_back_to(start + 1)
            reader = csv.reader(lines, strict=True, delimiter=delimiter)
            is_long = isinstance(wrong, _TooLongError)
            yield RowFault(start, CellRule.ROW_TOO_LONG if is_long else CellRule.QUOTES_DO_NOT_MATCH)
        else:
            if any(cells):
                yield start, cells


class _TooLongError(Exception):
    """A row goes on and on."""


class _Lines:
    """Lines of a file that can be read again from within the present row."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._number = 0  # of the line read last
        self._row: list[str] = []
        self._length = 0
        self._again: list[str] = []  # the line that comes next is the last of these

    def begin_row(self) -> int | None:
        """Forgets the row before; the number of the line that comes next, or None at the end."""
        self._row, self._length = [], 0
        if not self._again:
            line = self._read()
            if not line:
                return None
            self._again.append(line)
        return self._number + 1

    def go_back_to(self, number: int) -> None:
        """The line `number`, of the present row, comes next once more."""
        again = self._row[len(self._row) - (self._number + 1 - number) :]
        self._number = number - 1
        self._again.extend(reversed(again))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._read()
        if not line:
            raise StopIteration
        self._number += 1
        self._row.append(line)
        self._length += len(line)
        if self._length > LONGEST_ROW:
            raise _TooLongError
        return line

    def _read(self) -> str:
        line = self._file.readline(_LONGEST_LINE)
        if len(line) < _LONGEST_LINE or line.endswith("\n"):
            return line
        while (rest := self._file.readline(_LONGEST_LINE)) and not rest.endswith("\n"):
            pass
        return line
