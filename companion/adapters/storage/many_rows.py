"""Rows written many to a statement: one for each would make SQLite and Python begin and end anew with every row."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

ROWS_AT_ONCE = 50


class ManyRows:
    """A statement with "{}" where rows of that many values stand."""

    def __init__(self, statement: str, width: int) -> None:
        row = f"({', '.join('?' * width)})"
        self._one = statement.format(row)
        self._many = statement.format(", ".join([row] * ROWS_AT_ONCE))

    def put(self, connection: "Connection", rows: Sequence[tuple[object, ...]]) -> int:
        """Puts in the rows in their order, inside a transaction; returns how many rows that changed."""
        changed = whole = 0
        while len(rows) - whole >= ROWS_AT_ONCE:
            values = list(chain.from_iterable(rows[whole : whole + ROWS_AT_ONCE]))
            changed += connection.execute(self._many, values).rowcount
            whole += ROWS_AT_ONCE
        if rest := rows[whole:]:
            changed += connection.executemany(self._one, rest).rowcount
        return changed
