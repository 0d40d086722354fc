"""Correcting a line of the journal, and adding one: what stands in the form, and what is kept."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.checkin import CheckIn
from companion.domain.context import Context
from companion.domain.moment import Moment, moment_of
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from companion.presentation.checkin_form import Filled
from companion.presentation.journal_edit import Kept, NotKept, When, Written
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def desk(tmp_path: Path) -> JournalDesk:
    return JournalDesk(tmp_path)


def kept(outcome: Kept | NotKept) -> CheckIn:
    assert isinstance(outcome, Kept)
    assert isinstance(outcome.line, CheckIn)
    return outcome.line


def noted(desk: JournalDesk, check_in: CheckIn) -> CheckIn:
    desk.note([check_in])
    return check_in


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_the_form_begins_with_everything_the_check_in_says(desk: JournalDesk) -> None:
    said = replace(
        a_check_in(66, Zone.ABOVE, note="Call.", tags=("phone",)),
        pleasantness=31,
        safe=40,
        connected=50,
        sleep=60,
        slept=timedelta(hours=7),
        context=Context(("Anna",), ("river",), ("moving",), ("warm hands",)),
    )
    filled = desk.editing(said).filled()
    assert filled == Filled(
        66,
        Zone.ABOVE,
        "Call.",
        pleasantness=31,
        safe=40,
        connected=50,
        sleep=60,
        slept=timedelta(hours=7),
        people=("Anna",),
        places=("river",),
        activities=("moving",),
        body_cues=("warm hands",),
        tags=("phone",),
    )


def test_saving_the_form_untouched_changes_nothing(desk: JournalDesk) -> None:
    said = noted(desk, replace(a_check_in(66, note="Call.", tags=("phone",)), context=Context(("Anna",))))
    edit = desk.editing(said)
    assert kept(edit.keep_check_in(edit.filled(), edit.when)) == said
    assert desk.journal.versions(said.id) == []


def test_a_corrected_field_is_kept_and_what_it_said_before_too(desk: JournalDesk) -> None:
    said = noted(desk, a_check_in(66, Zone.INSIDE))
    edit = desk.editing(said)
    assert kept(edit.keep_check_in(edit.filled()._replace(zone=Zone.ABOVE), edit.when)).zone is Zone.ABOVE
    (version,) = desk.journal.versions(said.id)
    assert version.said == said


def test_another_moment_is_that_of_the_place_where_it_was(desk: JournalDesk) -> None:
    there = moment_of(FakeClock("2026-11-20T09:00:00", "Pacific/Auckland").now().local, "Pacific/Auckland")
    edit = desk.editing(noted(desk, a_check_in(at=there)))
    assert edit.when.wall == wall("2026-11-20T09:00")
    moved = kept(edit.keep_check_in(edit.filled(), When(wall("2026-11-20T08:30")))).experienced_at
    assert (moved.iso(), moved.zone_name) == ("2026-11-20T08:30:00+13:00", "Pacific/Auckland")


def test_where_only_the_offset_was_known_it_stays(desk: JournalDesk) -> None:
    edit = desk.editing(noted(desk, a_check_in(at=Moment(desk.ago(hours=9).utc, timedelta(hours=-5)))))
    moved = kept(edit.keep_check_in(edit.filled(), When(wall("2026-11-22T01:00")))).experienced_at
    assert (moved.iso(), moved.zone_name) == ("2026-11-22T01:00:00-05:00", None)


def test_a_time_the_clocks_skipped_is_refused_in_a_sentence(desk: JournalDesk) -> None:
    edit = desk.editing(noted(desk, a_check_in()))
    outcome = edit.keep_check_in(edit.filled(), When(wall("2026-03-29T02:30")))
    assert isinstance(outcome, NotKept)
    assert "skipped" in outcome.sentence


def test_a_time_that_came_twice_is_asked_about_and_the_second_can_be_meant(desk: JournalDesk) -> None:
    edit = desk.editing(noted(desk, a_check_in()))
    twice = wall("2026-10-25T02:30")
    assert edit.twice(twice) is not None
    assert edit.twice(wall("2026-10-25T04:30")) is None
    first = kept(edit.keep_check_in(edit.filled(), When(twice))).experienced_at
    second = kept(edit.keep_check_in(edit.filled(), When(twice, is_second=True))).experienced_at
    assert second.utc - first.utc == timedelta(hours=1)


def test_the_form_begins_with_the_second_where_that_was_meant(desk: JournalDesk) -> None:
    second = moment_of(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=desk.clock.zone()), "Europe/Berlin")
    edit = desk.editing(a_check_in(at=second))
    assert edit.when == When(wall("2026-10-25T02:30"), is_second=True)


def test_a_time_that_has_not_come_is_refused(desk: JournalDesk) -> None:
    edit = desk.editing(noted(desk, a_check_in()))
    assert isinstance(edit.keep_check_in(edit.filled(), When(wall("2026-11-22T15:00"))), NotKept)


def test_a_check_in_left_without_any_answer_is_refused(desk: JournalDesk) -> None:
    edit = desk.editing(noted(desk, a_check_in(66, Zone.ABOVE)))
    assert isinstance(edit.keep_check_in(Filled(), edit.when), NotKept)


def test_a_new_reflection_is_of_now(desk: JournalDesk) -> None:
    edit = desk.editing()
    outcome = edit.keep_reflection(Written(text="Being asked."), edit.when)
    assert isinstance(outcome, Kept)
    assert outcome.line.experienced_at == desk.clock.now()


def test_a_reflection_about_a_check_in_stands_with_it_and_knows_it(desk: JournalDesk) -> None:
    check_in = a_check_in(hours_ago=5)
    desk.note([check_in])
    edit = desk.editing()
    edit.reflect_on(check_in)
    assert edit.about_line == "About the check-in of Sun, 2026-11-22 2026, 09:06"
    outcome = edit.keep_reflection(Written("", "Rain."), edit.when)
    assert isinstance(outcome, Kept)
    made = outcome.line
    assert isinstance(made, Reflection)
    assert (made.experienced_at, made.check_in_id) == (check_in.experienced_at, check_in.id)
    corrected = desk.editing(made).keep_reflection(Written("", "A walk."), desk.editing(made).when)
    assert isinstance(corrected, Kept)
    assert corrected.line == replace(made, text="A walk.")


def test_a_reflection_keeps_its_question_when_it_is_corrected(desk: JournalDesk) -> None:
    edit = desk.editing(desk.journal.reflect("What helps?", "Being asked."))
    assert edit.written() == Written("What helps?", "Being asked.")
    edit.keep_reflection(Written("What helps?", "Not being hurried."), edit.when)
    (row,) = desk.pages.newest().rows
    assert row.text == "What helps? Not being hurried."


def test_a_life_event_of_another_day_keeps_both_moments(desk: JournalDesk) -> None:
    edit = desk.editing()
    outcome = edit.keep_life_event(Written("Moved", "Boxes."), When(wall("2026-11-01T10:00")))
    assert isinstance(outcome, Kept)
    assert outcome.line.experienced_at.iso() == "2026-11-01T10:00:00+01:00"
    assert outcome.line.created_at == desk.clock.now()


def test_a_life_event_without_a_title_is_refused_in_a_sentence(desk: JournalDesk) -> None:
    edit = desk.editing()
    assert isinstance(edit.keep_life_event(Written("", "Boxes."), edit.when), NotKept)
