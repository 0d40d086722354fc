"""The rows of a file, whatever it holds."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.transfer import csv_lines
from companion.adapters.transfer.csv_lines import rows_of
from companion.application.transfer import CellRule, RowFault


def rows(text: str) -> list[tuple[int, list[str]] | RowFault]:
    return list(rows_of(io.StringIO(text, newline="")))


def fault(line: int, rule: CellRule) -> RowFault:
    return RowFault(line, rule)


@pytest.fixture
def short_rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Rows longer than fifty characters are too long."""
    before = csv.field_size_limit()
    monkeypatch.setattr(csv_lines, "LONGEST_ROW", 50)
    monkeypatch.setattr(csv_lines, "_LONGEST_LINE", 51)
    yield
    csv.field_size_limit(before)


def test_each_row_has_the_line_it_begins_on() -> None:
    assert rows('a,b\r\n\r\n"x\ny",2\n,\n3,4') == [(1, ["a", "b"]), (3, ["x\ny", "2"]), (6, ["3", "4"])]


def test_after_a_quote_that_never_closes_reading_goes_on_with_the_next_line() -> None:
    assert rows('a,1\nb,"open\nc,3\nd,4\n') == [
        (1, ["a", "1"]),
        fault(2, CellRule.QUOTES_DO_NOT_MATCH),
        (3, ["c", "3"]),
        (4, ["d", "4"]),
    ]


def test_letters_after_a_closed_quote_are_a_fault_of_their_row_alone() -> None:
    assert rows('"a"b,1\nc,2\n') == [fault(1, CellRule.QUOTES_DO_NOT_MATCH), (2, ["c", "2"])]


def test_a_line_that_goes_on_and_on_is_left_out(short_rows: None) -> None:
    assert rows("a,1\n" + "x" * 500 + "\nb,2\n") == [
        (1, ["a", "1"]),
        fault(2, CellRule.ROW_TOO_LONG),
        (3, ["b", "2"]),
    ]


def test_a_row_of_many_lines_is_left_out_and_its_lines_are_read_as_rows(short_rows: None) -> None:
    found = rows('"open\n' + "a,1\n" * 20)
    assert found[0] == fault(1, CellRule.ROW_TOO_LONG)
    assert found[1:] == [(line, ["a", "1"]) for line in range(2, 22)]


def test_nothing_has_no_rows() -> None:
    assert rows("") == rows("\n\n\r\n") == []


@given(st.lists(st.lists(st.text(alphabet='a",\n\r;é', max_size=8), min_size=1, max_size=4), max_size=8))
def test_what_a_csv_writer_wrote_is_read(table: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    assert [row[1] for row in rows(text.getvalue()) if isinstance(row, tuple)] == [r for r in table if any(r)]


@given(st.text(alphabet='a",\n\r\x00 ', max_size=60))
def test_whatever_the_text_every_line_is_passed_once_and_in_order(text: str) -> None:
    places = [row.place if isinstance(row, RowFault) else row[0] for row in rows(text)]
    assert places == sorted(set(places))
