"""What the person was asked about their reminders, and how they answered."""

from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.reminder_questions import AskedQuestion, Choice, Question

if TYPE_CHECKING:
    from sqlite3 import Connection

COLUMNS = "id, name, asked_us, asked_offset, asked_zone, choice"
_ALL = f"SELECT {COLUMNS} FROM question ORDER BY asked_us, number"
_ADD = f"INSERT INTO question ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"


class SqliteQuestionRepository:
    """An answer stays unless it is taken back at once."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> list[AskedQuestion]:
        """Every answer, oldest first."""
        return [asked_from(row) for row in self._connection.execute(_ALL)]

    def add(self, asked: AskedQuestion) -> None:
        """Adds an answer. Adding the same id twice changes nothing."""
        self._connection.execute(_ADD, columns_of(asked))

    def remove(self, asked_id: str) -> None:
        """Takes an answer back."""
        self._connection.execute("DELETE FROM question WHERE id = ?", (asked_id,))


def columns_of(asked: AskedQuestion) -> tuple[object, ...]:
    """The columns of an answer."""
    return asked.id, asked.question.value, *moment_columns(asked.at), asked.choice.value


def asked_from(row: tuple[Any, ...]) -> AskedQuestion:
    """The answer of a row of COLUMNS."""
    return AskedQuestion(row[0], Question(row[1]), moment_from(row[2:5]), Choice(row[5]))
