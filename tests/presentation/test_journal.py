"""The Journal screen's presenter: what stands around the list, deleting, bringing back, deleting permanently."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalFilter
from companion.domain.prompt import PromptState
from companion.domain.zone import Zone
from companion.presentation.journal import Emptiness, chosen_words, places_of, purge_words
from companion.presentation.journal_filter import EVERYTHING, wishes_of
from companion.presentation.journal_row import JournalRow
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def desk(tmp_path: Path) -> JournalDesk:
    return JournalDesk(tmp_path)


def texts(desk: JournalDesk) -> list[str]:
    return [row.text for row in desk.pages.newest().rows]


def row_of(desk: JournalDesk, text: str) -> JournalRow:
    return next(row for row in desk.pages.newest().rows if row.text == text)


def test_it_says_how_much_there_is_and_since_when(desk: JournalDesk) -> None:
    desk.many(3, apart_hours=24)
    assert desk.presenter.state(has_lines=True).sentence == "3 check-ins since 2026-11-20 2026"


def test_while_something_is_looked_for_it_counts_nothing(desk: JournalDesk) -> None:
    desk.many(3)
    desk.presenter.look_for("note")
    assert desk.presenter.state(has_lines=True).sentence == ""


def test_before_the_first_line_it_offers_a_check_in(desk: JournalDesk) -> None:
    state = desk.presenter.state(has_lines=False)
    assert (state.emptiness, state.action) == (Emptiness.NOTHING_YET, "Check in")


def test_where_nothing_is_found_it_offers_everything(desk: JournalDesk) -> None:
    desk.presenter.want(JournalFilter(zones=frozenset({Zone.MIXED})))
    state = desk.presenter.state(has_lines=False)
    assert (state.emptiness, state.action) == (Emptiness.NOTHING_FOUND, "Show everything")


def test_while_locked_it_says_one_sentence_and_nothing_of_theirs(desk: JournalDesk) -> None:
    (check_in,) = desk.many(1)
    row = row_of(desk, check_in.note)
    desk.presenter.want(JournalFilter(text="secret"))
    desk.vault.lock()
    state = desk.presenter.state(has_lines=True)
    assert (state.emptiness, state.sentence, state.wishes) == (Emptiness.LOCKED, "", ())
    assert desk.presenter.detail(row) is None
    assert desk.pages.newest().rows == ()


def test_words_are_looked_for_without_blank_ends(desk: JournalDesk) -> None:
    desk.presenter.look_for("  two   words ")
    assert desk.presenter.wanted.text == "two words"


def test_a_wish_that_is_dropped_is_wanted_no_more(desk: JournalDesk) -> None:
    desk.presenter.want(JournalFilter(with_note=True))
    (wish,) = wishes_of(desk.presenter.wanted)
    desk.presenter.drop(wish)
    assert desk.presenter.wanted == EVERYTHING


def test_deleted_lines_of_several_kinds_come_back_together(desk: JournalDesk) -> None:
    desk.many(2)
    desk.journal.note_life_event("Moved", "Boxes.")
    rows = desk.pages.newest().rows
    outcome = desk.presenter.take_back(rows)
    assert outcome.line == "3 lines were deleted."
    assert texts(desk) == []
    assert desk.presenter.bring_back().line == "They are back."
    assert sorted(texts(desk)) == ["Boxes.", "note 0", "note 1"]
    assert not desk.presenter.may_bring_back


@pytest.mark.parametrize(
    ("add", "line"),
    [
        (lambda desk: desk.many(1), "The check-in was deleted."),
        (lambda desk: desk.journal.reflect("", "Being asked."), "The reflection was deleted."),
        (lambda desk: desk.journal.note_life_event("Moved"), "The life event was deleted."),
    ],
)
def test_one_deleted_line_is_called_what_it_was(
    desk: JournalDesk, add: Callable[[JournalDesk], object], line: str
) -> None:
    add(desk)
    assert desk.presenter.take_back(desk.pages.newest().rows).line == line


def test_a_reminder_stays_when_what_is_around_it_is_deleted(desk: JournalDesk) -> None:
    desk.many(1)
    desk.ask(1, 2, PromptState.EXPIRED)
    rows = desk.pages.newest().rows
    assert "Reminders stay" in chosen_words(rows, is_more_below=False)
    desk.presenter.take_back(rows)
    assert [row.headline for row in desk.pages.newest().rows] == ["Reminder, not answered"]


def test_what_was_deleted_permanently_is_gone(desk: JournalDesk) -> None:
    (check_in,) = desk.many(1)
    rows = desk.pages.newest().rows
    assert desk.presenter.purge(rows).is_done
    assert desk.journal.line(places_of(rows)[0].kind, check_in.id) is None


def test_what_was_deleted_permanently_is_not_brought_back(desk: JournalDesk) -> None:
    desk.many(1)
    rows = desk.pages.newest().rows
    desk.presenter.take_back(rows)
    desk.presenter.purge(rows)
    assert not desk.presenter.may_bring_back


def test_the_question_names_what_still_holds_it(desk: JournalDesk) -> None:
    desk.many(2)
    words = purge_words(desk.pages.newest().rows)
    assert words.question == "Delete these 2 permanently?"
    assert "Copies that were made before" in words.detail


def test_while_locked_nothing_can_be_deleted_and_it_says_so(desk: JournalDesk) -> None:
    desk.many(1)
    rows = desk.pages.newest().rows
    desk.vault.lock()
    outcome = desk.presenter.take_back(rows)
    assert not outcome.is_done
    assert "locked" in outcome.line


def test_what_is_chosen_says_that_there_is_more_than_what_is_loaded(desk: JournalDesk) -> None:
    desk.many(2)
    words = chosen_words(desk.pages.newest().rows, is_more_below=True)
    assert words == "2 lines are chosen. There is more further down, which is not chosen."


def test_every_change_makes_what_is_shown_outdated(desk: JournalDesk) -> None:
    heard: list[None] = []
    desk.presenter.attach(lambda: heard.append(None))
    check_in: CheckIn = desk.check_in()
    desk.journal.reflect("", "Being asked.")
    desk.check_ins.take_back(check_in.id)
    assert len(heard) == 3


def test_the_detail_shows_a_line_as_it_is_now(desk: JournalDesk) -> None:
    desk.note([a_check_in(note="first")])
    row = row_of(desk, "first")
    line = row.line
    assert isinstance(line, CheckIn)
    desk.journal.amend(replace(line, note="second"))
    state = desk.presenter.detail(row)
    assert state is not None
    assert [fact.text for fact in state.facts if fact.name == "Note"] == ["second"]
    assert len(state.changes) == 1


def test_the_detail_of_a_reflection_and_of_a_life_event_tells_what_was_changed(desk: JournalDesk) -> None:
    reflection = desk.journal.reflect("", "first")
    event = desk.journal.note_life_event("Moved", "first")
    desk.journal.amend(replace(reflection, text="second"))
    desk.journal.amend(replace(event, note="second"))
    for row in desk.pages.newest().rows:
        state = desk.presenter.detail(row)
        assert state is not None
        assert [fact.text for change in state.changes for fact in change.before] == ["first"]
        assert row.detail == "changed"
