"""Check-ins from a Track & Graph export: the person says which of its series is energy or pleasantness."""

import re
from collections.abc import Iterator
from pathlib import Path

from companion.adapters.transfer.foreign_rows import ForeignRow, ForeignRows, on_line
from companion.adapters.transfer.foreign_tables import TableRow, read_table
from companion.adapters.transfer.wall_clocks import moment_in
from companion.application.foreign import FileKind, Findings, Scale, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule

COLUMNS = frozenset({"FeatureName", "Timestamp", "Value"})
_DURATION = re.compile(r"(-?)(\d+):(\d{2}):(\d{2})")


class TrackAndGraph:
    """Reads both generations: with a column for the label, or with the label behind the value."""

    def __init__(self, rows: ForeignRows, wishes: Wishes) -> None:
        self.findings = Findings(FileKind.TRACK_AND_GRAPH)
        self._rows = rows
        self._wishes = wishes

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every row of the chosen series; of all of them it is counted how many rows they have.

        The file is read twice if the person has not said which numbers are the ends. Raises UserError.
        """
        self.findings.scale = self._wishes.scale or self._ends(path)
        return read_table(path, COLUMNS, self._row)

    def _row(self, row: TableRow) -> ForeignRow | None:
        feature = row.get("FeatureName")
        self.findings.features[feature] += 1
        if feature != self._wishes.feature:
            self.findings.not_chosen += 1
            return None
        value, label = value_and_label(row)
        if value is None or self.findings.scale is None:
            return RowFault(row.place, CellRule.NUMBER_UNREADABLE)
        if (points := self.findings.scale.points(value)) is None:
            return RowFault(row.place, CellRule.NUMBER_BEYOND_SCALE)
        return self._rows.row(
            row.place,
            moment_in(row.get("Timestamp"), self._rows.zone),
            on_line(self._wishes.rating, points),
            note=row.get("Note"),
            tags=(label,),
            source=row.source,
        )

    def _ends(self, path: Path) -> Scale | None:
        """The smallest and largest number of the chosen series; None for fewer than two different ones."""
        if self._wishes.feature is None:
            return None
        values: set[float] = set()

        def look(row: TableRow) -> None:
            value, _label = value_and_label(row)
            if row.get("FeatureName") == self._wishes.feature and value is not None:
                values.update((min((value, *values)), max((value, *values))))
                values.intersection_update((min(values), max(values)))

        for _nothing in read_table(path, COLUMNS, look):
            pass
        return Scale(min(values), max(values)) if len(values) == 2 else None


def value_and_label(row: TableRow) -> tuple[float | None, str]:
    """The number of a row, a duration in seconds, or None if it is none; and its label."""
    text, label = row.get("Value"), row.get("Label")
    if found := _DURATION.fullmatch(text):
        seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4])
        return float(-seconds if found[1] else seconds), label
    number, _colon, behind = text.partition(":")
    try:
        value = float(number)
    except ValueError:
        return None, label
    return (value if abs(value) < float("inf") else None), label or behind.strip()
