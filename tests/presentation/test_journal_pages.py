"""The journal page by page, as rows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from companion.domain.checkin import CheckIn
from companion.presentation.journal_pages import PAGE
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def desk(tmp_path: Path) -> JournalDesk:
    made = JournalDesk(tmp_path)
    made.many(100)
    return made


def test_the_newest_page_begins_with_the_newest_line(desk: JournalDesk) -> None:
    stretch = desk.pages.newest()
    assert [stretch.rows[0].text, stretch.rows[-1].text] == ["note 0", f"note {PAGE - 1}"]
    assert (stretch.has_newer, stretch.has_older) == (False, True)


def test_the_oldest_page_ends_with_the_oldest_line(desk: JournalDesk) -> None:
    stretch = desk.pages.oldest()
    assert stretch.rows[-1].text == "note 99"
    assert (stretch.has_newer, stretch.has_older) == (True, False)


def test_pages_meet_without_a_gap_or_a_repetition(desk: JournalDesk) -> None:
    first = desk.pages.newest()
    second = desk.pages.older(first.rows[-1])
    third = desk.pages.older(second.rows[-1])
    texts = [row.text for page in (first, second, third) for row in page.rows]
    assert texts == [f"note {number}" for number in range(100)]
    assert desk.pages.newer(second.rows[0]).rows == first.rows


def test_a_jump_to_a_day_begins_with_its_last_line(desk: JournalDesk) -> None:
    first = desk.pages.day(date(2026, 11, 20)).rows[0]
    assert (first.day, first.time) == (date(2026, 11, 20), "03:06")


def test_a_jump_beyond_the_calendar_begins_with_the_newest(desk: JournalDesk) -> None:
    assert desk.pages.day(date.max).rows[0].text == "note 0"


def test_a_jump_before_everything_finds_nothing(desk: JournalDesk) -> None:
    assert desk.pages.at(datetime(1980, 1, 1, tzinfo=UTC)).rows == ()


def test_the_same_is_read_again_where_it_was(desk: JournalDesk) -> None:
    middle = desk.pages.older(desk.pages.newest().rows[-1])
    assert desk.pages.again(middle.rows[0], PAGE) == middle


def test_only_what_was_corrected_says_so(desk: JournalDesk) -> None:
    first = desk.pages.newest().rows[0].line
    assert isinstance(first, CheckIn)
    desk.journal.amend(replace(first, note="corrected"))
    assert [row.text for row in desk.pages.newest().rows if row.detail.endswith("changed")] == ["corrected"]
