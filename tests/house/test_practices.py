"""Our own practices keep to the rules for practices: kind words, safe paces, honest sources, links that lead on."""

import re
from pathlib import Path

import pytest

from companion.adapters.library.folder_library import FolderLibrary
from companion.adapters.library.practice_library import FilePracticeLibrary
from companion.domain.concept import Concept
from companion.domain.concept_index import ConceptIndex
from companion.domain.practice import LONGEST_HOLD_S, Phase, Practice, Step, seconds_of_round
from companion.domain.practice_run import course_of
from companion.domain.zone import Zone
from tests.house.test_notes import flesch_kincaid_grade
from tests.house.test_words import NEVER

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FILES = {f"ours/{file.stem}": file for file in (RESOURCES / "practices" / "en").glob("*.md")}
PRACTICES, PROBLEMS = FilePracticeLibrary(RESOURCES).read("en")
CONCEPTS = FolderLibrary(RESOURCES).read([], "en")[0]
INDEX = ConceptIndex(CONCEPTS)
OF_EACH = pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.name)
HARDEST_GRADE = 8


def all_steps(practice: Practice) -> list[Step]:
    return [*practice.steps, *(step for variant in practice.variants for step in variant.steps)]


def words_of(practice: Practice) -> str:
    """Everything that is read of it but its sources and for whom it may not fit."""
    said = [f"{step.say}. {step.more}" for step in all_steps(practice)]
    names = [variant.name for variant in practice.variants]
    lines = (practice.title, practice.summary, practice.invitation, practice.eyes_open, practice.breath_free)
    return "\n".join((*lines, *names, *said, practice.text))


def test_there_are_twenty_and_nothing_is_wrong_with_any() -> None:
    assert PROBLEMS == []
    assert len(PRACTICES) == len(FILES) == 20


def test_each_has_a_place_of_its_own() -> None:
    assert len({practice.order for practice in PRACTICES}) == 20
    assert len({practice.title for practice in PRACTICES}) == 20


@OF_EACH
def test_it_scores_and_blames_nobody_and_shouts_nowhere(practice: Practice) -> None:
    words = words_of(practice)
    assert set(re.findall(r"[a-z]+", words.lower())) & NEVER == set()
    assert "!" not in words
    assert not re.search(r"\b(cure|heal|proven|guarantee|your vagus|success|works for)\b", words, re.I)


@OF_EACH
def test_it_has_what_a_card_a_button_and_a_page_need(practice: Practice) -> None:
    assert 0 < len(practice.summary) <= 60
    assert 0 < len(practice.invitation) <= 34
    assert practice.eyes_open
    assert practice.breath_free
    assert practice.care
    assert practice.zones
    assert practice.evidence is not None
    assert "## What the evidence says" in practice.text


@OF_EACH
def test_what_is_read_while_doing_it_is_easy_to_read(practice: Practice) -> None:
    said = " ".join(f"{step.say}. {step.more}" for step in practice.steps)
    assert flesch_kincaid_grade(said) <= HARDEST_GRADE
    assert flesch_kincaid_grade(practice.text.split("## ")[0]) <= HARDEST_GRADE


@OF_EACH
def test_nothing_is_held_long_and_no_breath_is_quick_however_its_tempo_is_set(practice: Practice) -> None:
    for variant in (None, *range(len(practice.variants))):
        course = course_of(practice, variant)
        holds = [s.seconds or 0.0 for s in course.steps if s.phase in (Phase.HOLD, Phase.REST)]
        if practice.is_about_breath:
            assert max(holds, default=0.0) / course.slowest <= LONGEST_HOLD_S
            assert seconds_of_round(course.steps) / course.quickest >= 6.0 - 1e-9


@OF_EACH
def test_where_the_steps_follow_the_breath_there_is_a_variant_that_does_not(practice: Practice) -> None:
    if practice.is_about_breath:
        assert "Without the breath" in [variant.name for variant in practice.variants]


@OF_EACH
def test_every_source_says_whether_it_was_opened(practice: Practice) -> None:
    header = FILES[practice.key].read_text("utf-8").split("---", 2)[1]
    sources = header.split("sources:")[1].split("  - text:")[1:]
    assert sources
    assert all("checked_on: 20" in source or "checked: no" in source for source in sources)


@OF_EACH
def test_it_leads_to_concepts_that_are_there(practice: Practice) -> None:
    assert practice.related
    assert all(INDEX.resolve(name) is not None for name in practice.related)


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.key)
def test_a_concept_names_practices_and_only_such_that_are_there(concept: Concept) -> None:
    assert concept.practices
    assert set(concept.practices) <= {practice.name for practice in PRACTICES}


def test_every_practice_is_reached_from_a_concept() -> None:
    reached = {name for concept in CONCEPTS for name in concept.practices}
    assert {practice.name for practice in PRACTICES} <= reached


def test_what_a_concept_of_one_zone_names_fits_that_zone() -> None:
    of_name = {practice.name: practice for practice in PRACTICES}
    for concept in CONCEPTS:
        if len(concept.zones) == 1 and concept.zones[0] in (Zone.ABOVE, Zone.BELOW):
            assert all(concept.zones[0] in of_name[name].zones for name in concept.practices)


def test_the_pages_of_the_three_zones_lead_to_practices() -> None:
    for name in ("Above the Window", "Below the Window", "Window of Tolerance"):
        concept = INDEX.resolve(name)
        assert concept is not None
        assert concept.practices
