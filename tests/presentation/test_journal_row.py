"""One line of the journal as the list shows it, and as a screen reader says it."""

from dataclasses import replace
from datetime import date, time

import pytest

from companion.domain.checkin import Origin
from companion.domain.context import Context
from companion.domain.journal import JournalLine
from companion.domain.life_event import LifeEvent
from companion.domain.practice_session import Felt
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Triangle
from companion.domain.zone import Zone
from companion.presentation.journal_row import LONGEST_EXCERPT, JournalRow, asked_words, day_heading, rows_of
from tests.support.builders import a_check_in, a_moment
from tests.support.date_words import PlainDateWords
from tests.support.practices import a_session
from tests.support.store import a_prompt, planned

TODAY = date(2026, 11, 22)


def row(line: JournalLine, *, amended: bool = False, day_start: time = time(4)) -> JournalRow:
    ids = frozenset({"amended"}) if amended else frozenset()
    (made,) = rows_of([line], ids, day_start, TODAY, PlainDateWords())
    return made


def test_an_answer_whose_time_was_moved_far_says_so() -> None:
    answer = replace(a_check_in(origin=Origin.RANDOM, hours_ago=1), prompt_id="prompt")
    assert asked_words(answer) == "asked"
    assert asked_words(replace(answer, experienced_at=a_moment(9))) == "asked, and moved since"
    assert asked_words(a_check_in()) == "by myself"


def test_a_check_in_says_its_answer_its_energy_and_how_it_came_about() -> None:
    made = row(a_check_in(78, Zone.ABOVE, origin=Origin.RANDOM))
    assert (made.time, made.headline, made.detail) == ("14:06", "Above my window", "energy 78 · asked")


def test_a_check_in_without_an_answer_says_so() -> None:
    assert row(a_check_in(44, None)).headline == "No answer about my window"


def test_a_corrected_check_in_says_that_it_was_changed() -> None:
    assert row(a_check_in(id="amended"), amended=True).detail.endswith("changed")


@pytest.mark.parametrize(
    "line",
    [
        Reflection("amended", a_moment(), a_moment(), "", "A walk."),
        LifeEvent("amended", a_moment(), a_moment(), "Moved"),
    ],
)
def test_so_does_a_corrected_reflection_or_life_event(line: JournalLine) -> None:
    assert (row(line).detail, row(line, amended=True).detail) == ("", "changed")
    assert row(line, amended=True).spoken.startswith(f"14:06: {row(line).headline}, changed")


def test_a_reader_hears_the_whole_line_as_a_sentence() -> None:
    check_in = replace(a_check_in(78, Zone.ABOVE, note="Long call.", tags=("phone",)), context=Context(("Anna",)))
    spoken = "14:06: Above my window, energy 78, by myself. Note: Long call. Tags: phone, Anna"
    assert row(check_in).spoken == spoken


def test_the_mark_is_outlined_where_nobody_asked() -> None:
    assert row(a_check_in()).is_outlined
    assert not row(a_check_in(origin=Origin.FIXED)).is_outlined


def test_a_long_note_only_begins_and_on_one_line() -> None:
    text = row(a_check_in(note="one\ntwo " * 100)).text
    assert text.startswith("one two one")
    assert len(text) <= LONGEST_EXCERPT + 1
    assert text.endswith("…")


def test_a_line_after_midnight_belongs_to_the_day_before() -> None:
    early = a_check_in(at=a_moment(11))  # 03:06
    assert row(early).day == date(2026, 11, 21)
    assert row(early, day_start=time(3)).day == TODAY


def test_a_reflection_shows_its_question_and_what_was_written() -> None:
    made = row(Reflection("r", a_moment(), a_moment(), "What helps?", "Being asked."))
    assert (made.headline, made.text) == ("Reflection", "What helps? Being asked.")


@pytest.mark.parametrize(("happened", "shown"), [("A joke landed wrong.", "A joke landed wrong."), ("", "Tired.")])
def test_a_repair_shows_one_of_its_answers_not_what_two_people_felt_as_one(happened: str, shown: str) -> None:
    repair = Repair("p", a_moment(), a_moment(), happened=happened, them="Tired.", helped="Tea.")
    assert row(repair).text == shown


def test_a_triangle_shows_its_words_and_no_place_that_could_pull_the_next_one() -> None:
    triangle = Triangle("t", a_moment(), a_moment(), 37, 0, None, "much to read", "", "Noor was near")
    assert row(triangle).text == "Mind: much to read; Relationships: Noor was near"
    assert row(triangle).spoken == f"14:06: Mind, body and relationships. Note: {row(triangle).text}"


def test_a_life_event_is_called_by_its_title() -> None:
    made = row(LifeEvent("l", a_moment(), a_moment(), "Moved", "Boxes."))
    assert (made.headline, made.text) == ("Moved", "Boxes.")


def test_a_prompt_is_a_quiet_line() -> None:
    made = row(planned(a_prompt()))
    assert (made.headline, made.detail, made.text) == ("Reminder, planned", "", "")


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        (TODAY, "Today, 2026-11-22"),
        (date(2026, 11, 21), "Yesterday, 2026-11-21"),
        (date(2026, 1, 3), "2026-01-03"),
        (date(2025, 11, 22), "Sat, 2025-11-22 2025"),
    ],
)
def test_a_day_is_named_as_near_as_it_is(day: date, heading: str) -> None:
    assert day_heading(day, TODAY, PlainDateWords()) == heading


def test_a_practice_is_called_by_its_title_and_says_what_was_noted() -> None:
    told = row(a_session(before=60, after=0, felt=Felt.HEAVIER))
    assert (told.headline, told.detail) == ("Orienting", "energy 60, then 0 · heavier")
    assert told.spoken == "14:04: Orienting, energy 60, then 0, heavier"
    assert row(a_session()).detail == ""
