"""Notes are found by any of their names."""

import pytest

from companion.domain.concept import Concept
from companion.domain.concept_index import ConceptIndex

WINDOW = Concept("ours/window-of-tolerance", "Window of Tolerance", "", aliases=("WOT",))
MIND = Concept(
    "ours/mindsight", "Mindsight", "", related=("wot", "Nowhere", "Mindsight"), links=("window of  TOLERANCE",)
)
WALK = Concept("vault/sub/walk", "A walk", "", aliases=("Mindsight", "Café"), links=("wot", "Mindsight", "A walk"))
INDEX = ConceptIndex([WINDOW, MIND, WALK])


@pytest.mark.parametrize(
    "name",
    [
        "Window of Tolerance",
        "window OF tolerance",
        " wot ",
        "ours/window-of-tolerance",
        "window-of-tolerance",
        "WOT#Part",
    ],
)
def test_title_alias_key_and_file_name_lead_to_a_note_in_any_case(name: str) -> None:
    assert INDEX.resolve(name) is WINDOW


@pytest.mark.parametrize("name", ["walk", "sub/walk", "walk.md", "sub/walk.md", "cafe\u0301"])
def test_paths_and_other_ways_to_write_a_letter_lead_there_too(name: str) -> None:
    assert INDEX.resolve(name) is WALK


def test_where_two_share_a_name_the_title_has_it() -> None:
    assert INDEX.resolve("mindsight") is MIND
    assert INDEX.shared_names() == [(WALK, "Mindsight")]


@pytest.mark.parametrize("name", ["", "#Part", "nowhere", ".md"])
def test_what_nobody_is_called_leads_nowhere(name: str) -> None:
    assert INDEX.resolve(name) is None


def test_a_beginning_finds_every_note_once() -> None:
    assert INDEX.starting_with("w") == (WINDOW, WALK)
    assert INDEX.starting_with("mindsi") == (MIND,)
    assert INDEX.starting_with(" ") == ()


def test_links_back_leave_out_the_note_itself() -> None:
    assert INDEX.linked_from(WINDOW) == (MIND, WALK)
    assert INDEX.linked_from(WALK) == ()


def test_related_notes_are_those_that_exist() -> None:
    assert INDEX.related_to(MIND) == (WINDOW,)
