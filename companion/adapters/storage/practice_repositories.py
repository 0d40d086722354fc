"""Practices: what was practised, the person's own ones, and where they put each."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from companion.adapters.storage.deletions import Deletions
from companion.adapters.storage.practice_rows import (
    OWN_PRACTICE,
    PLACE,
    SESSION,
    own_columns,
    own_from,
    place_columns,
    place_from,
    session_columns,
    session_from,
)
from companion.adapters.storage.rows import microseconds, moment_columns
from companion.domain.journal import JournalKind, Version
from companion.domain.moment import Moment
from companion.domain.practice_own import OwnPractice, PracticePlace
from companion.domain.practice_session import PracticeSession

if TYPE_CHECKING:
    from sqlite3 import Connection

SELECT_SESSION = f"SELECT {SESSION} FROM practice_session"
_KEPT = f"{SELECT_SESSION} WHERE deleted_us IS NULL"
_ENTOMB = """
INSERT INTO tombstone (id, kind, deleted_us, deleted_offset, deleted_zone) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""
_ALL_OWN = f"SELECT {OWN_PRACTICE} FROM own_practice WHERE deleted_us IS NULL ORDER BY created_us, number"
_PUT_PLACE = f"""
INSERT INTO practice_place ({PLACE}, updated_us) VALUES (?, ?, ?, ?, ?) ON CONFLICT (practice) DO UPDATE
SET is_starred = excluded.is_starred, is_hidden = excluded.is_hidden, place = excluded.place,
updated_us = excluded.updated_us
"""


class SqlitePracticeSessionRepository:
    """Forgotten ones are kept aside and appear nowhere but by their id."""

    def __init__(self, connection: "Connection", deletions: Deletions) -> None:
        self._connection = connection
        self._deletions = deletions

    def add(self, session: PracticeSession) -> None:
        """Adds a new one. Adding the same id twice changes nothing."""
        columns = session_columns(session)
        places = ", ".join("?" * (len(columns) + 1))
        self._connection.execute(
            f"INSERT INTO practice_session ({SESSION}, updated_us) VALUES ({places}) ON CONFLICT DO NOTHING",
            (*columns, microseconds(session.created_at.utc)),
        )

    def get(self, session_id: str) -> PracticeSession | None:
        """The one with that whole id, also a forgotten one; None if there is none."""
        row = self._connection.execute(f"{SELECT_SESSION} WHERE id = ?", (session_id,)).fetchone()
        return None if row is None else session_from(row)

    def note(self, session: PracticeSession, at: Moment) -> None:
        """Writes it over the one with its id: what was noted after it. An id that is not there changes nothing."""
        names = [name.strip() for name in SESSION.split(",")][1:]
        self._connection.execute(
            f"UPDATE practice_session SET {', '.join(f'{name} = ?' for name in names)}, updated_us = ? WHERE id = ?",
            (*session_columns(session)[1:], microseconds(at.utc), session.id),
        )

    def of_practice(self, key: str) -> list[PracticeSession]:
        """Those of that practice, oldest first."""
        rows = self._connection.execute(f"{_KEPT} AND practice = ? ORDER BY started_us, id", (key,))
        return [session_from(row) for row in rows]

    def since(self, start: datetime) -> list[PracticeSession]:
        """Those that began at or after that instant, oldest first."""
        rows = self._connection.execute(
            f"{_KEPT} AND started_us >= ? ORDER BY started_us, id", (microseconds(start),)
        )
        return [session_from(row) for row in rows]

    def between(self, start: datetime, end: datetime) -> list[PracticeSession]:
        """Those that began in [start, end), oldest first."""
        bounds = (microseconds(start), microseconds(end))
        rows = self._connection.execute(
            f"{_KEPT} AND started_us >= ? AND started_us < ? ORDER BY started_us, id", bounds
        )
        return [session_from(row) for row in rows]

    def forget(self, session_id: str, at: Moment) -> None:
        """Takes it back; `restore` undoes it."""
        self._mark("deleted_us = ?1", "deleted_us IS NULL", session_id, at)

    def restore(self, session_id: str, at: Moment) -> None:
        """Brings a forgotten one back."""
        self._mark("deleted_us = NULL", "deleted_us NOTNULL", session_id, at)

    def purge(self, session_ids: Sequence[str], at: Moment) -> None:
        """Deletes them for good; only a tombstone with the id stays."""
        for session_id in session_ids:
            removed = self._connection.execute("DELETE FROM practice_session WHERE id = ?", (session_id,))
            if removed.rowcount:
                self._connection.execute(_ENTOMB, (session_id, JournalKind.PRACTICE.value, *moment_columns(at)))
        self._deletions.note()

    def versions(self, session_id: str) -> list[Version]:
        """Always none: what was noted of a practice has no earlier versions."""
        return []

    def _mark(self, change: str, where: str, session_id: str, at: Moment) -> None:
        statement = f"UPDATE practice_session SET {change}, updated_us = ?1 WHERE id = ?2 AND {where}"
        self._connection.execute(statement, (microseconds(at.utc), session_id))


class SqliteOwnPracticeRepository:
    """Practices that were removed stay aside, for what the journal says about them."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> list[OwnPractice]:
        """Every one that was not removed, oldest first."""
        return [own_from(row) for row in self._connection.execute(_ALL_OWN)]

    def get(self, practice_id: str) -> OwnPractice | None:
        """The one with that id, also a removed one; None if there is none."""
        row = self._connection.execute(
            f"SELECT {OWN_PRACTICE} FROM own_practice WHERE id = ?", (practice_id,)
        ).fetchone()
        return None if row is None else own_from(row)

    def add(self, practice: OwnPractice) -> None:
        """Adds a new one."""
        columns = own_columns(practice)
        places = ", ".join("?" * (len(columns) + 1))
        self._connection.execute(
            f"INSERT INTO own_practice ({OWN_PRACTICE}, updated_us) VALUES ({places})",
            (*columns, microseconds(practice.created_at.utc)),
        )

    def change(self, practice: OwnPractice, at: Moment) -> None:
        """Writes a changed one over the one with its id."""
        names = [name.strip() for name in OWN_PRACTICE.split(",")][1:]
        self._connection.execute(
            f"UPDATE own_practice SET {', '.join(f'{name} = ?' for name in names)}, updated_us = ? WHERE id = ?",
            (*own_columns(practice)[1:], microseconds(at.utc), practice.id),
        )

    def remove(self, practice_id: str, at: Moment) -> None:
        """Removes it; its sessions stay."""
        self._mark("deleted_us = ?1", "deleted_us IS NULL", practice_id, at)

    def bring_back(self, practice_id: str, at: Moment) -> None:
        """Undoes `remove`."""
        self._mark("deleted_us = NULL", "deleted_us NOTNULL", practice_id, at)

    def _mark(self, change: str, where: str, practice_id: str, at: Moment) -> None:
        statement = f"UPDATE own_practice SET {change}, updated_us = ?1 WHERE id = ?2 AND {where}"
        self._connection.execute(statement, (microseconds(at.utc), practice_id))


class SqlitePracticePlaceRepository:
    """One row for each practice that was ever starred, moved or hidden."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self) -> dict[str, PracticePlace]:
        """By the practice's key; those that were never touched are not in it."""
        rows = self._connection.execute(f"SELECT {PLACE} FROM practice_place")
        return {row[0]: place_from(row) for row in rows}

    def put(self, places: Sequence[PracticePlace], at: Moment) -> None:
        """Keeps them in place of what was there for those keys."""
        updated = microseconds(at.utc)
        self._connection.executemany(_PUT_PLACE, [(*place_columns(place), updated) for place in places])
