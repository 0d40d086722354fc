"""What an import brings beside check-ins: it waits unseen, and is put in its place once the import is complete.

An import is completed by one statement, which no crash can halve. What waits is then put in its place piece by piece,
each piece put and taken off the waiting in one short transaction; a crash in between is made good at the next start.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from companion.adapters.storage import facts
from companion.adapters.storage.kept_rows import ROWS
from companion.adapters.storage.noted_tables import LIFE_EVENTS, REFLECTIONS, REPAIRS, TRIANGLES, NotedTable
from companion.adapters.storage.noted_versions import NotedVersions
from companion.adapters.storage.prompt_json import record_from_json, record_to_json
from companion.adapters.storage.prompt_ledger import SqlitePromptLedger
from companion.adapters.storage.rows import moment_from
from companion.application.parts import KeptTag, Part, PartKind, kind_of
from companion.domain.prompt import PromptRecord

if TYPE_CHECKING:
    from sqlite3 import Connection

    Transaction = Callable[[], AbstractContextManager[object]]

PUT_AT_ONCE = 50
_NOTED: dict[PartKind, NotedTable[Any]] = {
    PartKind.REFLECTION: REFLECTIONS,
    PartKind.LIFE_EVENT: LIFE_EVENTS,
    PartKind.REPAIR: REPAIRS,
    PartKind.TRIANGLE: TRIANGLES,
}
_WAIT = "INSERT INTO import_waiting (kind, content) VALUES (?, ?)"
_SOME = f"SELECT number, kind, content FROM import_waiting ORDER BY number LIMIT {PUT_AT_ONCE}"
_TAKE_OFF = "DELETE FROM import_waiting WHERE number <= ?"
_DROP_SOME = f"""
DELETE FROM import_waiting WHERE number IN (SELECT number FROM import_waiting LIMIT {10 * PUT_AT_ONCE})
"""
# A tag that the import made with its check-ins is as old as it was there; one that was here before stays.
_PUT_TAG = """
INSERT INTO tag (kind, name, created_us, offered) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (kind, name) DO UPDATE
SET created_us = iif(number >= ?5, excluded.created_us, created_us), offered = coalesce(offered, excluded.offered)
"""


def waiting_row(part: Part, first_tag: int) -> tuple[str, str]:
    """A part as it waits; `first_tag` is the number from which on tags may have been made by this import."""
    kind = kind_of(part)
    if isinstance(part, PromptRecord):
        return kind.value, json.dumps(record_to_json(part))
    row = ROWS[kind].row_of(part)
    return kind.value, json.dumps([*row, first_tag] if isinstance(part, KeptTag) else row, ensure_ascii=False)


def let_wait(connection: "Connection", rows: Iterable[tuple[str, str]]) -> None:
    """Puts rows of `waiting_row` aside, unseen."""
    connection.executemany(_WAIT, rows)


def put_in_place(connection: "Connection", transaction: "Transaction") -> None:
    """Puts everything that waits in its place."""
    while rows := connection.execute(_SOME).fetchall():
        with transaction():
            for _number, kind, content in rows:
                _put(connection, PartKind(kind), json.loads(content))
            connection.execute(_TAKE_OFF, (rows[-1][0],))


def drop(connection: "Connection", transaction: "Transaction") -> None:
    """Nothing of what waits will ever be there."""
    while connection.execute("SELECT 1 FROM import_waiting LIMIT 1").fetchone():
        with transaction():
            connection.execute(_DROP_SOME)


def _put(connection: "Connection", kind: PartKind, content: Any) -> None:
    if kind is PartKind.PROMPT:
        _put_prompt(SqlitePromptLedger(connection), record_from_json(content))
    elif kind is PartKind.TAG:
        connection.execute(_PUT_TAG, content)
    elif kind in _NOTED:
        _put_noted(connection, kind, content)
    else:
        connection.execute(ROWS[kind].put, content)


def _put_noted(connection: "Connection", kind: PartKind, content: Any) -> None:
    *row, versions = content
    day = moment_from((row[1], row[2], row[3])).day(facts.day_start(connection))
    put = connection.execute(ROWS[kind].put, (*row, day.isoformat()))
    if put.rowcount == 1:
        NotedVersions(connection, _NOTED[kind]).put(row[0], versions)


def _put_prompt(ledger: SqlitePromptLedger, record: PromptRecord) -> None:
    """One that was planned here meanwhile keeps its own lines."""
    if ledger.record(record.prompt.id) is not None:
        return
    planned, *later = record.transitions
    ledger.plan([record.prompt], planned.at)
    for transition in later:
        ledger.append(transition)
