"""The rows that are loaded: a stretch of bounded length that moves along."""

from datetime import date, time

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from companion.presentation.journal_pages import Stretch
from companion.presentation.journal_row import JournalRow, rows_of
from companion.ui.widgets.journal_rows import MOST_LOADED, JournalRows
from tests.support.builders import a_check_in, a_moment
from tests.support.date_words import PlainDateWords


def made(first: int, end: int) -> tuple[JournalRow, ...]:
    """Rows of check-ins an hour apart, called by their number."""
    lines = [
        a_check_in(at=a_moment(number), note=str(number), id=f"01900000-0000-7000-8000-{number:012x}")
        for number in range(first, end)
    ]
    return rows_of(lines, frozenset(), time(4), date(2026, 11, 22), PlainDateWords())


@pytest.fixture
def rows() -> JournalRows:
    loaded = JournalRows()
    QAbstractItemModelTester(loaded, QAbstractItemModelTester.FailureReportingMode.Fatal, loaded)
    loaded.show_stretch(Stretch(made(100, 140), has_newer=True, has_older=True))
    return loaded


def numbers(rows: JournalRows) -> list[int]:
    return [int(row.text) for row in rows.rows]


def test_it_goes_on_at_both_ends(rows: JournalRows) -> None:
    rows.add_older(Stretch(made(140, 180), has_newer=True, has_older=True))
    rows.add_newer(Stretch(made(60, 100), has_newer=True, has_older=True))
    assert numbers(rows) == list(range(60, 180))


def test_what_is_too_much_goes_at_the_other_end(rows: JournalRows) -> None:
    for first in range(140, 400, 40):
        rows.add_older(Stretch(made(first, first + 40), has_newer=True, has_older=False))
    assert rows.rowCount() == MOST_LOADED
    assert numbers(rows)[-1] == 419
    assert rows.has_newer
    rows.add_newer(Stretch(made(180, 220), has_newer=False, has_older=True))
    assert rows.rowCount() == MOST_LOADED
    assert numbers(rows)[0] == 180
    assert rows.has_older


def test_what_stays_is_not_taken_out_when_something_changes_in_the_middle(rows: JournalRows) -> None:
    taken: list[int] = []
    rows.rowsRemoved.connect(lambda _parent, first, last: taken.extend(range(first, last + 1)))
    left = tuple(row for row in made(100, 140) if row.text != "120")
    rows.show_stretch(Stretch(left, has_newer=True, has_older=True))
    assert taken == [20]
    assert rows.rows == list(left)


def test_another_stretch_takes_the_place_of_all(rows: JournalRows) -> None:
    rows.show_stretch(Stretch(made(500, 510)))
    assert numbers(rows) == list(range(500, 510))
    assert not rows.has_newer


def test_nothing_at_all_can_be_shown(rows: JournalRows) -> None:
    rows.show_stretch(Stretch())
    assert rows.rowCount() == 0


def test_a_line_is_found_by_its_id(rows: JournalRows) -> None:
    assert rows.number_of(rows.rows[7].id) == 7
    assert rows.number_of("elsewhere") is None
