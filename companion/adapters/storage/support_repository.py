"""People, places and services to turn to, in the store."""

from typing import TYPE_CHECKING

from companion.adapters.storage.deletions import Deletions
from companion.adapters.storage.rows import microseconds, moment_columns
from companion.adapters.storage.support_rows import CONTACT, contact_columns, contact_from
from companion.application.parts import PartKind
from companion.domain.moment import Moment
from companion.domain.support import SupportContact, in_order

if TYPE_CHECKING:
    from sqlite3 import Connection

_ALL = f"SELECT {CONTACT} FROM support_contact WHERE deleted_us IS NULL"
_SET = ", ".join(f"{name} = excluded.{name}" for name in (*CONTACT.split(", ")[1:], "updated_us"))
_PUT = f"""
INSERT INTO support_contact ({CONTACT}, updated_us) VALUES ({", ".join("?" * (CONTACT.count(",") + 2))})
ON CONFLICT (id) DO UPDATE SET {_SET}, deleted_us = NULL
"""
_ENTOMB = """
INSERT INTO tombstone (id, kind, deleted_us, deleted_offset, deleted_zone) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""


class SqliteSupportRepository:
    """What is removed is gone: names of others are not kept aside. Its id is, so that no import brings it back."""

    def __init__(self, connection: "Connection", deletions: Deletions) -> None:
        self._connection = connection
        self._deletions = deletions

    def all(self) -> list[SupportContact]:
        """Every one, in the order of a safety plan."""
        return in_order([contact_from(row) for row in self._connection.execute(_ALL)])

    def put(self, contact: SupportContact, at: Moment) -> None:
        """Keeps it, in place of the one with its id if there is one."""
        self._connection.execute("DELETE FROM tombstone WHERE id = ?", (contact.id,))
        self._connection.execute(_PUT, (*contact_columns(contact), microseconds(at.utc)))

    def remove(self, contact_id: str, at: Moment) -> None:
        """Deletes it for good; only a tombstone with the id stays, until it is put back."""
        removed = self._connection.execute("DELETE FROM support_contact WHERE id = ?", (contact_id,))
        if removed.rowcount:
            kind = PartKind.SUPPORT_CONTACT.value
            self._connection.execute(_ENTOMB, (contact_id, kind, *moment_columns(at)))
        self._deletions.note()
