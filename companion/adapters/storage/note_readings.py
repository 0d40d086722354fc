"""Which notes were read lately, in one fact of the store."""

import json
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST = 30
_NAME = "read_lately"
_GET = "SELECT value FROM fact WHERE name = ?"
_PUT = "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)"


class SqliteNoteReadings:
    """The last thirty keys of notes with the person's day. It goes into no export, and away with the store."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> dict[str, date]:
        """On which day each was last read, the one read last at the end."""
        row = self._connection.execute(_GET, (_NAME,)).fetchone()
        return {} if row is None else {key: date.fromisoformat(day) for key, day in json.loads(row[0])}

    def add(self, key: str, day: date) -> None:
        """That note was read on that day; of more than thirty the oldest is forgotten."""
        read = self.all()
        read.pop(key, None)
        kept = [*read.items(), (key, day)][-MOST:]
        text = json.dumps([(each, on.isoformat()) for each, on in kept], ensure_ascii=False)
        self._connection.execute(_PUT, (_NAME, text))
