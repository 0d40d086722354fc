"""Rows written many to a statement are there as if each had been written by itself."""

import sqlite3

import pytest

from companion.adapters.storage.many_rows import ROWS_AT_ONCE, ManyRows

PUT = ManyRows("INSERT INTO row (number, name) VALUES {} ON CONFLICT DO NOTHING", width=2)


@pytest.mark.parametrize("count", [0, 1, ROWS_AT_ONCE - 1, ROWS_AT_ONCE, 2 * ROWS_AT_ONCE + 3])
def test_every_row_is_there_in_its_order_and_counted(count: int) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE row (number INTEGER, name TEXT)")
    rows = [(number, f"row {number}") for number in reversed(range(count))]
    assert PUT.put(connection, rows) == count
    assert connection.execute("SELECT number, name FROM row ORDER BY rowid").fetchall() == rows


def test_what_the_statement_leaves_out_is_not_counted() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE row (number INTEGER PRIMARY KEY, name TEXT)")
    rows = [(number // 2, f"row {number}") for number in range(2 * ROWS_AT_ONCE + 6)]
    assert PUT.put(connection, rows) == ROWS_AT_ONCE + 3
    assert connection.execute("SELECT name FROM row WHERE number = 3").fetchall() == [("row 6",)]
