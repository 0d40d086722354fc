"""The card after saving: what it says inside the window, and how little outside."""

import re
from dataclasses import replace

import pytest

from companion.application.errors import Trouble, UserError
from companion.domain.concept import Concept
from companion.domain.practice_suggestion import Suggestion
from companion.domain.zone import Zone
from companion.presentation.after_check_in import NEAR, AfterCheckInPresenter, build_state
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.practices import a_practice

A_CONCEPT = Concept(
    "ours/window-of-tolerance",
    "Window of Tolerance",
    "word " * 600,
    summary="Where feeling and thinking go together.",
)
WORDS = PlainDateWords()


def test_it_says_that_it_is_saved_and_when() -> None:
    assert build_state(a_check_in(), None, WORDS).saved == "Saved 14:06"


def test_inside_the_window_a_concept_is_offered_with_its_summary_and_reading_time() -> None:
    state = build_state(a_check_in(zone=Zone.INSIDE), A_CONCEPT, WORDS)
    assert state.concept_title == "Window of Tolerance"
    assert state.concept_summary == "Where feeling and thinking go together."
    assert state.concept_action == "Read, 3 min"
    assert state.concept_key == "ours/window-of-tolerance"
    assert not state.is_calm


@pytest.mark.parametrize("zone", [Zone.ABOVE, Zone.BELOW, Zone.MIXED])
def test_outside_the_window_there_is_one_action_and_no_number(zone: Zone) -> None:
    state = build_state(a_check_in(arousal=92, zone=zone), A_CONCEPT, WORDS)
    assert state.is_calm
    assert state.heading == "You noticed. That is enough for now."
    assert state.concept_action == "What is happening in my body?"
    said = " ".join((state.heading, state.lead, state.concept_title, state.concept_summary, state.concept_action))
    assert not re.search(r"\d", said)


def test_outside_the_window_a_note_about_something_else_is_called_by_its_title() -> None:
    other = replace(A_CONCEPT, key="ours/repair-after-rupture", title="Repair after Rupture")
    assert build_state(a_check_in(zone=Zone.ABOVE), other, WORDS).concept_action == "Repair after Rupture"


@pytest.mark.parametrize("zone", [Zone.UNSURE, None])
def test_not_being_sure_is_not_being_outside(zone: Zone | None) -> None:
    assert not build_state(a_check_in(zone=zone), A_CONCEPT, WORDS).is_calm


def test_without_a_fitting_concept_nothing_is_offered() -> None:
    for zone in Zone:
        state = build_state(a_check_in(zone=zone), None, WORDS)
        assert state.concept_key is None
        assert state.concept_action == state.lead == ""


def test_a_library_that_cannot_be_read_leaves_only_the_concept_out() -> None:
    def unreadable(zone: Zone | None) -> Concept | None:
        raise UserError(Trouble.FOLDER_UNREADABLE)

    assert AfterCheckInPresenter(unreadable, WORDS).state(a_check_in()).concept_key is None


def test_the_concept_is_the_one_for_the_zone() -> None:
    asked: list[Zone | None] = []

    def concept_for(zone: Zone | None) -> Concept | None:
        asked.append(zone)
        return A_CONCEPT

    AfterCheckInPresenter(concept_for, WORDS).state(a_check_in(zone=Zone.BELOW))
    assert asked == [Zone.BELOW]


SUGGESTIONS = (Suggestion(a_practice("orienting")), Suggestion(a_practice("walk"), was_heavier=True))


@pytest.mark.parametrize("zone", [Zone.ABOVE, Zone.BELOW, Zone.MIXED])
def test_outside_the_first_practice_is_the_one_thing_and_the_others_wait(zone: Zone) -> None:
    state = build_state(a_check_in(zone=zone), None, PlainDateWords(), SUGGESTIONS)
    assert state.is_calm
    assert [offer.words for offer in state.practices] == ["Try orienting", "Try walk"]
    assert state.other_words == "Something else"
    assert build_state(a_check_in(zone=zone), None, PlainDateWords(), SUGGESTIONS[:1]).other_words == ""


def test_what_lately_was_heavier_is_marked_as_that_and_not_as_anything_else() -> None:
    state = build_state(a_check_in(zone=Zone.ABOVE), None, PlainDateWords(), SUGGESTIONS)
    assert [offer.remark for offer in state.practices] == ["", "Lately it left you heavier."]


def test_practices_are_asked_for_by_the_answer_and_left_out_where_they_cannot_be_read() -> None:
    asked: list[Zone | None] = []

    def practices_for(zone: Zone | None) -> tuple[Suggestion, ...]:
        asked.append(zone)
        raise UserError(Trouble.LOCKED)

    presenter = AfterCheckInPresenter(lambda _zone: None, PlainDateWords(), practices_for)
    assert presenter.state(a_check_in(zone=Zone.MIXED)).practices == ()
    assert asked == [Zone.MIXED]


def test_outside_the_window_being_near_somebody_is_a_practice_of_its_own() -> None:
    one = build_state(a_check_in(zone=Zone.ABOVE), None, PlainDateWords(), (), ["Noor"])
    several = build_state(a_check_in(zone=Zone.BELOW), None, PlainDateWords(), (), ["Noor", "Ada"])
    assert [(offer.key, offer.words) for offer in one.practices] == [(NEAR, "Be near Noor")]
    assert [(offer.key, offer.words) for offer in several.practices] == [(NEAR, "Be near someone of mine")]
    assert build_state(a_check_in(zone=Zone.INSIDE), None, PlainDateWords(), (), ["Noor"]).practices == ()
