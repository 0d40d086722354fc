"""Triangles: durable before anybody hears of it, and read back week by week."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from companion.application.errors import UserError
from companion.application.events import JournalChanged
from companion.domain.errors import DomainError, Rule
from companion.domain.journal import JournalFilter, JournalKind, place_of
from companion.domain.triangle import Triangle, TriangleDraft
from tests.support.journal_desk import JournalDesk

MONDAY = 0
NO_WORDS = ("", "", "")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[JournalDesk]:
    made = JournalDesk(tmp_path)
    yield made
    made.vault.close()


def in_journal(desk: JournalDesk) -> list[object]:
    wanted = JournalFilter(kinds=frozenset({JournalKind.TRIANGLE}))
    return list(desk.journal.older(wanted, None, 9).lines)


def test_it_is_in_the_journal_once_it_is_noted_and_then_it_is_told(desk: JournalDesk) -> None:
    heard: list[object] = []
    desk.bus.listen(JournalChanged, lambda _news: heard.extend(in_journal(desk)))
    triangle = desk.triangles.note((0, None, 100), ("a lot", "", ""))
    assert heard == in_journal(desk) == [triangle]
    assert (triangle.mind, triangle.body, triangle.relationships) == (0, None, 100)


def test_what_cannot_be_is_not_kept(desk: JournalDesk) -> None:
    with pytest.raises(DomainError) as empty:
        desk.triangles.note((None, None, None), (" ", "", ""))
    with pytest.raises(DomainError) as ahead:
        desk.triangles.note((1, 2, 3), NO_WORDS, experienced_at=desk.ago(hours=-1))
    assert (empty.value.rule, ahead.value.rule) == (Rule.TRIANGLE_EMPTY, Rule.TIME_IN_THE_FUTURE)
    assert in_journal(desk) == []


def test_the_last_weeks_are_those_up_to_this_one(desk: JournalDesk) -> None:
    for days in (0, 8, 30):
        desk.triangles.note((days, None, None), NO_WORDS, experienced_at=desk.ago(days=days))
    weeks = desk.triangles.weeks(MONDAY, 3)
    assert [week.triangle and week.triangle.mind for week in weeks] == [None, 8, 0]


def test_one_that_was_taken_back_is_in_no_week(desk: JournalDesk) -> None:
    triangle = desk.triangles.note((1, None, None), NO_WORDS)
    desk.journal.forget([place_of(triangle)])
    assert [week.triangle for week in desk.triangles.weeks(MONDAY, 2)] == [None, None]


def test_a_correction_is_kept_with_what_it_said_before_and_found_by_its_words(desk: JournalDesk) -> None:
    before = desk.triangles.note((1, None, None), NO_WORDS)
    after = desk.journal.amend(replace(before, mind=None, body_words="bread"))
    assert desk.journal.older(JournalFilter(text="bread"), None, 9).lines == (after,)
    assert [version.said for version in desk.journal.versions(before.id, JournalKind.TRIANGLE)] == [before]


def test_only_words_are_something_to_read_in_a_journal_of_notes(desk: JournalDesk) -> None:
    desk.triangles.note((1, 2, 3), NO_WORDS)
    worded = desk.triangles.note((1, 2, 3), ("", "bread", ""))
    lines = desk.journal.older(JournalFilter(with_note=True), None, 9).lines
    assert [line for line in lines if isinstance(line, Triangle)] == [worded]


def test_locked_nothing_is_read_or_noted(desk: JournalDesk) -> None:
    desk.vault.lock()
    with pytest.raises(UserError):
        desk.triangles.weeks(MONDAY, 3)
    with pytest.raises(UserError):
        desk.triangles.note((1, 2, 3), NO_WORDS)


def test_what_is_kept_for_later_waits_a_day_and_goes_with_what_is_noted(desk: JournalDesk) -> None:
    draft = TriangleDraft(desk.clock.now(), (5, None, None), ("", "tea", ""))
    desk.triangles.keep_draft(draft)
    assert desk.triangles.draft() == draft
    desk.clock.pass_time(hours=25)
    assert desk.triangles.draft() is None
    desk.triangles.keep_draft(replace(draft, begun_at=desk.clock.now()))
    desk.triangles.note(draft.points, draft.words)
    assert desk.triangles.draft() is None


def test_what_is_kept_while_locked_is_given_to_nobody_and_is_there_once_it_is_open(desk: JournalDesk) -> None:
    draft = TriangleDraft(desk.clock.now(), (5, None, None))
    desk.vault.lock()
    desk.triangles.keep_draft(draft)
    assert desk.triangles.draft() is None
    desk.vault.unlock()
    assert desk.triangles.draft() == draft
