"""The person's own words, where they put them in place of ours."""

from typing import TYPE_CHECKING

from companion.adapters.storage.rows import microseconds
from companion.domain.moment import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

_SET = """
INSERT INTO wording (name, text, updated_us) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET text = excluded.text, updated_us = excluded.updated_us
"""


class SqliteWordingRepository:
    """A row for each name that has own words."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> dict[str, str]:
        """Own words by what they name, in the order of the names."""
        return dict(self._connection.execute("SELECT name, text FROM wording ORDER BY name").fetchall())

    def set(self, name: str, text: str, at: Moment) -> None:
        """Keeps them; "" goes back to ours."""
        if text:
            self._connection.execute(_SET, (name, text, microseconds(at.utc)))
        else:
            self._connection.execute("DELETE FROM wording WHERE name = ?", (name,))
