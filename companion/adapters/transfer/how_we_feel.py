"""Check-ins from a How We Feel export: its words for emotions, which say how much energy by our own table."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from companion.adapters.transfer.emotion_words import Quarter, middle_of, quarter_of
from companion.adapters.transfer.foreign_rows import NO_ANSWERS, Answers, ForeignRow, ForeignRows
from companion.adapters.transfer.foreign_tables import TableRow, read_table
from companion.adapters.transfer.wall_clocks import date_from, moment_at, time_from
from companion.application.foreign import FileKind, Findings
from companion.application.transfer import CellRule
from companion.domain.context import Context
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment

COLUMNS = frozenset({"Date", "Mood"})
PEOPLE, PLACES, EVENTS = "Tags (People)", "Tags (Places)", "Tags (Events)"
TEXTS = ("Notes", "Reflections", "Takeaways")
_MOMENT = re.compile(r"(\d{4}) +(?:\S+ +)?([^\W\d]+\.? +\d{1,2}),? +(\d{1,2}:\d{2}(?: *[AaPp]\.?[Mm]\.?)?)")


class HowWeFeel:
    """Reads every generation of its table, by the names of columns."""

    def __init__(self, rows: ForeignRows) -> None:
        self.findings = Findings(FileKind.HOW_WE_FEEL)
        self._rows = rows

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every row. Raises UserError as `read_table` does."""
        return read_table(path, COLUMNS, self._row)

    def _row(self, row: TableRow) -> ForeignRow:
        words = _parts(row.get("Mood"))
        middle = middle_of([quarter for word in words if (quarter := self._quarter(word))])
        texts = [row.get(name) for name in TEXTS]
        return self._rows.row(
            row.place,
            self._moment(" ".join(row.get("Date").split())),
            NO_ANSWERS if middle is None else Answers(middle.arousal, middle.pleasantness),
            note="\n\n".join(filter(None, (*texts, ", ".join(row.surplus)))),
            words=words,
            context=Context(_parts(row.get(PEOPLE)), _parts(row.get(PLACES)), _parts(row.get(EVENTS))),
            source=row.source,
            remark=CellRule.CELLS_RUN_OVER if row.surplus else None,
        )

    def _quarter(self, word: str) -> Quarter | None:
        """By our table; a word that is not in it comes in as a tag alone."""
        quarter = quarter_of(word)
        self.findings.count_word(word, *(quarter or (None, None)))
        return quarter

    def _moment(self, text: str) -> Moment:
        found = _MOMENT.fullmatch(text)
        if found is None:
            raise DomainError(Rule.TIME_UNREADABLE)
        day: date = date_from(f"{found[2]} {found[1]}")
        return moment_at(day, time_from(found[3]), self._rows.zone)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(";"))))
