"""A page says whose the note is, how long it takes, how well it is supported, and where it comes from."""

from dataclasses import replace

import pytest

from companion.domain.concept import Concept, Evidence, Source
from companion.presentation.note_beginning import MOST_PARTS
from companion.presentation.note_page import MOST_TAGS, evidence_words, links_page, page_of

NOTE = Concept("ours/window", "Window & more", "words " * 500, tags=("arousal", "two words", "co-regulation"))


def page(concept: Concept) -> str:
    return page_of(concept, lambda _target: None)


def test_the_front_has_the_kind_the_time_and_the_title() -> None:
    assert page(NOTE).startswith('<p class="kind">Concept, 2 min</p><h1>Window &amp; more</h1>')
    assert "My note, 2 min" in page(replace(NOTE, is_ours=False))


def test_tags_are_links_that_do_not_break() -> None:
    html = page(NOTE)
    assert 'href="tag:two%20words"' in html
    assert "two\u00a0words" in html
    assert "co\u2011regulation" in html


@pytest.mark.parametrize("grade", Evidence)
def test_a_grade_of_evidence_is_one_sentence_in_a_box(grade: Evidence) -> None:
    assert evidence_words(grade).endswith(".")
    assert evidence_words(grade) in page(replace(NOTE, evidence=grade))


def test_a_note_that_says_its_grade_in_a_box_of_its_own_does_not_say_it_twice() -> None:
    html = page(replace(NOTE, evidence=Evidence.MODEL, text="> [!note] Model\n> A picture."))
    assert evidence_words(Evidence.MODEL) not in html


def test_sources_that_were_opened_come_first_with_their_day() -> None:
    sources = (Source("Unseen 1999"), Source("Seen 2011", "2026-11-22", "https://doi.org/x?a&b"))
    html = page(replace(NOTE, sources=sources))
    assert html.index("Seen 2011") < html.index("Named by others; we have not read these") < html.index("Unseen 1999")
    assert '<a href="https://doi.org/x?a&amp;b">Seen 2011</a>' in html
    assert "last checked 2026-11-22" in html


def test_without_sources_there_is_no_heading_for_them() -> None:
    assert "Sources" not in page(NOTE)
    assert "Named by others" not in page(replace(NOTE, sources=(Source("Seen", "2026-11-22"),)))


def test_a_repaired_note_says_so_and_when_a_note_was_checked() -> None:
    html = page(replace(NOTE, was_repaired=True, checked_on="2026-11-22"))
    assert "They are repaired here; the file is as it was." in html
    assert "This note was last checked 2026-11-22." in html


def test_only_so_many_tags_stand_on_a_page() -> None:
    html = page(replace(NOTE, tags=tuple(f"t{number}" for number in range(MOST_TAGS + 5))))
    assert html.count('href="tag:') == MOST_TAGS


def test_a_very_long_note_says_that_it_goes_on() -> None:
    remark = "This note goes on."
    assert remark in page(replace(NOTE, text="word\n" * MOST_PARTS * 2))
    assert remark not in page(NOTE)


def test_neighbours_can_stand_below_the_page() -> None:
    assert links_page("Related", [("a b", "<A>")]) == (
        '<h3>Related</h3><p class="link"><a href="note:a%20b">&lt;A&gt;</a></p>'
    )
