"""Notes are found by what they say, names before tags before text, and slips are forgiven."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain import searched_notes
from companion.domain.concept import Concept
from companion.domain.searched_notes import SearchedNotes

WINDOW = Concept("ours/window", "Window of Tolerance", "Where you can feel and think.", aliases=("WOT",))
BELOW = Concept("ours/below", "Below the Window", "Things seem flat or foggy.", tags=("arousal",))
CAFE = Concept("mine/cafe", "Café", "Der Größe nach: window, tolerance. Nai\u0308ve notes_of mine.", is_ours=False)
SEARCH = SearchedNotes((CAFE, BELOW, WINDOW))


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
    search = SearchedNotes((Concept("a", "Rapture", ""), Concept("b", "Rupture", "")))
    assert [concept.key for concept in search.find("rapture")] == ["a"]


def keys(search: SearchedNotes, wanted: str) -> list[str]:
    return [concept.key for concept in search.find(wanted)]


def test_a_note_that_changed_is_found_by_what_it_says_now_alone() -> None:
    changed = replace(BELOW, text="Things seem quiet.")
    search = SearchedNotes((CAFE, changed, WINDOW), SEARCH)
    assert (keys(search, "quiet"), keys(search, "foggy")) == (["ours/below"], [])
    assert keys(search, "window") == ["ours/window", "ours/below", "mine/cafe"]


def test_a_new_note_is_found_and_one_that_is_gone_is_not() -> None:
    new = Concept("mine/new", "Window seat", "words", is_ours=False)
    search = SearchedNotes((CAFE, WINDOW, new), SEARCH)
    assert keys(search, "window") == ["ours/window", "mine/new", "mine/cafe"]
    assert keys(search, "foggy") == []


def test_a_slip_is_not_looked_for_while_any_note_has_the_word() -> None:
    new = Concept("mine/new", "Windows", "words", is_ours=False)
    search = SearchedNotes((CAFE, BELOW, WINDOW, new), SEARCH)
    assert keys(search, "windows") == ["mine/new"]


@given(st.data())
def test_however_notes_change_the_answers_are_those_of_a_search_made_anew(data: st.DataObject) -> None:
    words = st.lists(st.sampled_from(("sea", "seal", "window", "widow", "calm", "calmer")), max_size=4).map(" ".join)
    search, notes = SearchedNotes(()), dict[str, Concept]()
    for _round in range(3):
        for key in data.draw(st.lists(st.sampled_from("abcdef"), max_size=4)):
            notes[key] = Concept(key, data.draw(words) or key, data.draw(words))
        for key in data.draw(st.lists(st.sampled_from("abcdef"), max_size=1)):
            notes.pop(key, None)
        search = SearchedNotes(tuple(notes.values()), search)
    wanted = data.draw(words)
    assert keys(search, wanted) == keys(SearchedNotes(tuple(notes.values())), wanted)


def test_when_very_many_changed_all_are_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched_notes, "MOST_CHANGED", 1)
    search = SearchedNotes((replace(CAFE, text="x"), replace(BELOW, text="quiet")), SEARCH)
    assert keys(search, "quiet") == ["ours/below"]
