"""Whether the notebook helps, as the person answered."""

from datetime import date
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.day_counts import IN_FORCE
from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.is_helping import Helping, HelpingAnswer

if TYPE_CHECKING:
    from sqlite3 import Connection

COLUMNS = "id, asked_us, asked_offset, asked_zone, answer"
_ALL = f"SELECT {COLUMNS} FROM helping ORDER BY asked_us, number"
_ADD = f"INSERT INTO helping ({COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_FIRST_DAY = f"SELECT min(day) FROM day_summary WHERE day_start = {IN_FORCE} AND import_number = 0"


class SqliteHelpingRepository:
    """An answer stays unless it is taken back at once."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> list[HelpingAnswer]:
        """Every answer, oldest first."""
        return [answer_from(row) for row in self._connection.execute(_ALL)]

    def add(self, answer: HelpingAnswer) -> None:
        """Adds an answer. Adding the same id twice changes nothing."""
        self._connection.execute(_ADD, columns_of(answer))

    def remove(self, answer_id: str) -> None:
        """Takes an answer back."""
        self._connection.execute("DELETE FROM helping WHERE id = ?", (answer_id,))

    def first_day(self) -> date | None:
        """The day of the first check-in that was noted here and not imported; None if there is none."""
        (day,) = self._connection.execute(_FIRST_DAY).fetchone()
        return None if day is None else date.fromisoformat(day)


def columns_of(answer: HelpingAnswer) -> tuple[object, ...]:
    """The columns of an answer."""
    return answer.id, *moment_columns(answer.at), answer.answer.value


def answer_from(row: tuple[Any, ...]) -> HelpingAnswer:
    """The answer of a row of COLUMNS."""
    return HelpingAnswer(row[0], moment_from(row[1:4]), Helping(row[4]))
