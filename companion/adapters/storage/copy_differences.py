"""What is in the store and not in another one, and the reverse, counted kind by kind."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from companion.adapters.storage.day_counts import DAY
from companion.adapters.storage.key_file import StoreKey
from companion.application.copies import Difference
from companion.application.parts import PartKind

if TYPE_CHECKING:
    from sqlite3 import Connection

_ATTACH = "ATTACH DATABASE ? AS other KEY ?"
_NOTED = {
    PartKind.CHECK_IN: "check_in",
    PartKind.REFLECTION: "reflection",
    PartKind.LIFE_EVENT: "life_event",
    PartKind.REPAIR: "repair",
    PartKind.TRIANGLE: "triangle",
    PartKind.PRACTICE_SESSION: "practice_session",
}
_DAYS = {
    "check_in": DAY.format("(SELECT value FROM {here}.fact WHERE name = 'day_start')"),
    "practice_session": "NULL",
}
_ONLY = """
SELECT count(*), min({day}), max({day}) FROM {here}.{table} AS one WHERE deleted_us IS NULL
AND NOT EXISTS (SELECT 1 FROM {there}.{table} AS two WHERE two.id = one.id AND two.deleted_us IS NULL)
"""
_CHANGED = """
SELECT count(*) FROM main.{table} AS one JOIN other.{table} AS two ON two.id = one.id
WHERE one.deleted_us IS NULL AND two.deleted_us IS NULL AND two.updated_us <> one.updated_us
"""
_REMINDER_ONLY = """
SELECT count(*), NULL, NULL FROM {here}.reminder AS one WHERE deleted_us IS NULL
AND NOT EXISTS (SELECT 1 FROM {there}.reminder AS two WHERE two.id = one.id AND two.deleted_us IS NULL)
"""
_WINDOW_ONLY = """
SELECT count(*), NULL, NULL FROM {here}.window_version AS one
WHERE NOT EXISTS (SELECT 1 FROM {there}.window_version AS two WHERE two.id = one.id)
"""
_WORDING_ONLY = """
SELECT count(*), NULL, NULL FROM {here}.wording AS one WHERE text <> ''
AND NOT EXISTS (SELECT 1 FROM {there}.wording AS two WHERE two.name = one.name AND two.text <> '')
"""
_WORDING_CHANGED = """
SELECT count(*) FROM main.wording AS one JOIN other.wording AS two ON two.name = one.name
WHERE one.text <> '' AND two.text <> '' AND two.text <> one.text
"""


def differences(connection: "Connection", other: Path, key: StoreKey) -> tuple[Difference, ...]:
    """The kinds that differ between the store of a connection and another store under the same key.

    What was taken back counts as not there. Reads both; seconds for a million check-ins.
    """
    connection.execute(_ATTACH, (str(other), f"x'{key.key.hex()}'"))
    try:
        connection.execute("BEGIN")
        try:
            found = [*(_of(connection, kind, *queries) for kind, queries in _QUERIES.items())]
        finally:
            connection.execute("ROLLBACK")
    finally:
        connection.execute("DETACH DATABASE other")
    return tuple(each for each in found if each.only_here or each.only_there or each.changed)


def _of(connection: "Connection", kind: PartKind, only: str, changed: str) -> Difference:
    here, *days_here = connection.execute(_between(only, "main", "other")).fetchone()
    there, *days_there = connection.execute(_between(only, "other", "main")).fetchone()
    (differing,) = connection.execute(changed).fetchone() if changed else (0,)
    return Difference(kind, here, there, differing, _days(days_here), _days(days_there))


def _between(query: str, here: str, there: str) -> str:
    return query.replace("{here}", here).replace("{there}", there)


def _days(found: list[str | None]) -> tuple[date, date] | None:
    first, last = found
    return None if first is None or last is None else (date.fromisoformat(first), date.fromisoformat(last))


_QUERIES = {
    **{
        kind: (
            _ONLY.replace("{table}", t).replace("{day}", _DAYS.get(t, "local_day")),
            _CHANGED.replace("{table}", t),
        )
        for kind, t in _NOTED.items()
    },
    PartKind.REMINDER: (_REMINDER_ONLY, _CHANGED.replace("{table}", "reminder")),
    PartKind.PRACTICE: (
        _REMINDER_ONLY.replace(".reminder AS", ".own_practice AS"),
        _CHANGED.replace("{table}", "own_practice"),
    ),
    PartKind.SUPPORT_CONTACT: (
        _REMINDER_ONLY.replace(".reminder AS", ".support_contact AS"),
        _CHANGED.replace("{table}", "support_contact"),
    ),
    PartKind.WINDOW: (_WINDOW_ONLY, ""),
    PartKind.WORDING: (_WORDING_ONLY, _WORDING_CHANGED),
}
