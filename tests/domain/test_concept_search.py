"""Notes are found by what they say, names before tags before text, and slips are forgiven."""

import pytest

from companion.domain.concept import Concept
from companion.domain.concept_search import ConceptSearch

WINDOW = Concept("ours/window", "Window of Tolerance", "Where you can feel and think.", aliases=("WOT",))
BELOW = Concept("ours/below", "Below the Window", "Things seem flat or foggy.", tags=("arousal",))
CAFE = Concept("mine/cafe", "Café", "Der Größe nach: window, tolerance. Nai\u0308ve notes_of mine.", is_ours=False)
SEARCH = ConceptSearch((CAFE, BELOW, WINDOW))


def found(wanted: str) -> list[str]:
    return [concept.key for concept in SEARCH.find(wanted)]


def test_nothing_wanted_is_everything_in_its_order() -> None:
    assert found(" ") == ["mine/cafe", "ours/below", "ours/window"]


def test_a_title_that_begins_so_comes_before_one_that_has_it_and_that_before_the_text() -> None:
    assert found("window") == ["ours/window", "ours/below", "mine/cafe"]


@pytest.mark.parametrize("wanted", ["cafe", "CAFÉ", "af", "grosse", "größe", "naïve", "notes of"])
def test_case_accents_and_punctuation_do_not_matter(wanted: str) -> None:
    assert found(wanted) == ["mine/cafe"]


def test_other_names_and_tags_are_found() -> None:
    assert found("wot") == ["ours/window"]
    assert found("#arousal") == ["ours/below"]


def test_every_word_has_to_be_there() -> None:
    assert found("flat foggy") == ["ours/below"]
    assert found("flat think") == []


def test_the_beginning_of_a_word_in_the_text_is_enough_from_three_letters() -> None:
    assert found("fogg") == ["ours/below"]
    assert found("fo") == []


def test_a_slip_is_forgiven_also_in_one_of_several_words() -> None:
    assert found("tolerence")[0] == "ours/window"
    assert found("windw of tol")[0] == "ours/window"


def test_a_word_that_is_there_is_not_taken_for_another() -> None:
    search = ConceptSearch((Concept("a", "Rapture", ""), Concept("b", "Rupture", "")))
    assert [concept.key for concept in search.find("rapture")] == ["a"]
