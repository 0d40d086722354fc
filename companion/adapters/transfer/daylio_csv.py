"""Check-ins from a Daylio CSV export: its mood is the person's own word, its time the wall clock's."""

from collections.abc import Iterator
from pathlib import Path

from companion.adapters.transfer.foreign_rows import ForeignRow, ForeignRows, on_line
from companion.adapters.transfer.foreign_tables import TableRow, read_table
from companion.adapters.transfer.wall_clocks import NOON, date_from, moment_at, time_from
from companion.application.foreign import FileKind, Findings, Wishes
from companion.domain.context import Context
from companion.domain.moment import Moment

COLUMNS = frozenset({"date", "time", "mood", "activities"})
# The five moods that Daylio begins with, as five even steps of pleasantness; a renamed one the person has to say.
FIRST_MOODS = {"awful": 0, "fugly": 25, "bad": 25, "meh": 50, "good": 75, "rad": 100}


class DaylioCsv:
    """Reads both generations: with a `full_date`, or with a `year` and a date in words."""

    def __init__(self, rows: ForeignRows, wishes: Wishes) -> None:
        self.findings = Findings(FileKind.DAYLIO)
        self._rows = rows
        self._wishes = wishes

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every row. Raises UserError as `read_table` does."""
        return read_table(path, COLUMNS, self._row)

    def _row(self, row: TableRow) -> ForeignRow:
        mood = row.get("mood")
        points = self._points(mood)
        return self._rows.row(
            row.place,
            self._moment(row),
            on_line(self._wishes.rating, points),
            note="\n\n".join(filter(None, (row.get("note_title"), row.get("note")))),
            words=(mood,),
            context=Context(activities=tuple(row.get("activities").split("|"))),
            source=row.source,
        )

    def _moment(self, row: TableRow) -> Moment:
        year = row.get("year")
        day = date_from(row.get("full_date") or row.get("date"), year=int(year) if year.isdigit() else None)
        if not row.get("time"):
            self.findings.without_time += 1
            return moment_at(day, NOON, self._rows.zone)
        return moment_at(day, time_from(row.get("time")), self._rows.zone)

    def _points(self, mood: str) -> int | None:
        """Words are told of as they are in the file; how large their letters are makes no difference."""
        points = self._wishes.points.get(mood.casefold(), FIRST_MOODS.get(mood.casefold()))
        if mood:
            answer = on_line(self._wishes.rating, points)
            self.findings.count_word(mood, answer.arousal, answer.pleasantness)
        return points
