"""Our own concept notes keep to the rules for notes: length, order, plain language, honest sources."""

import re
from pathlib import Path

import pytest

from companion.adapters.library.folder_library import FolderLibrary
from companion.domain.concept import Concept
from companion.domain.concept_index import ConceptIndex
from companion.ui.theme.tokens import LIGHT

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NOTES = sorted((RESOURCES / "concepts" / "en").glob("*.md"))
FIGURES = sorted((RESOURCES / "concepts" / "en" / "figures").glob("*.svg"))
TITLES = [re.search(r"^title: (.+)$", note.read_text("utf-8"), re.M) for note in NOTES]
ORDER = (
    "What it can feel like",
    "Where the idea comes from",
    "What the evidence says",
    "Where people disagree",
    "Something small to",
    "When to leave it, and who to talk to",
)
HARDEST_GRADE = 9
MOST_WORDS = {"nine-domains-of-integration": 700}
LIBRARY, PROBLEMS = FolderLibrary(RESOURCES).read([], "en")
INDEX = ConceptIndex(LIBRARY)


def parts(note: Path) -> dict[str, str]:
    """Heading → text; the opening stands under an empty heading."""
    body = note.read_text("utf-8").split("---", 2)[2]
    pieces = re.split(r"^## (.+)$", body, flags=re.M)
    return {"": pieces[0], **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def plain(text: str) -> str:
    """Text without Markdown; a note's title counts as one short word."""
    text = re.sub(r"\[\[([^\]|]+\|)?([^\]]+)\]\]", r"\2", text)
    for title in TITLES:
        assert title is not None
        text = re.sub(re.escape(title[1]), "it", text, flags=re.I)
    return re.sub(r"[*_>#]|\[!\w+\]", "", text)


def syllables(word: str) -> int:
    """Vowel groups, without a silent final e; at least one."""
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith("le") and groups > 1:
        groups -= 1
    return max(groups, 1)


def flesch_kincaid_grade(text: str) -> float:
    """US school grade (Kincaid, Fishburne, Rogers & Chissom 1975)."""
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", text)
    sentences = max(1, len(re.findall(r"[.?:]+(?=\s|$|\")", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_reading_grade_tells_easy_from_hard() -> None:
    assert flesch_kincaid_grade("The cat sat on the mat. It was warm.") < 2
    hard = "Interdisciplinary consilience necessitates considerable methodological sophistication throughout."
    assert flesch_kincaid_grade(hard) > 20


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_a_note_has_its_parts_in_order(note: Path) -> None:
    headings = list(parts(note))[1:]
    assert len(headings) == len(ORDER)
    assert all(found.startswith(wanted) for found, wanted in zip(headings, ORDER, strict=True))


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_a_note_has_three_to_five_hundred_words(note: Path) -> None:
    words = plain(" ".join(parts(note).values())).split()
    assert 300 <= len(words) <= MOST_WORDS.get(note.stem, 500)


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_what_is_read_in_a_hard_moment_is_easy_to_read(note: Path) -> None:
    by_heading = parts(note)
    wanted = ("", "What it can feel like", "Something small to", "When to leave it")
    easy = " ".join(t for h, t in by_heading.items() if h == "" or any(w and h.startswith(w) for w in wanted))
    assert flesch_kincaid_grade(plain(easy)) <= HARDEST_GRADE


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_a_note_shouts_nowhere_and_promises_nothing(note: Path) -> None:
    text = note.read_text("utf-8")
    assert "!" not in text.replace("[!note]", "").replace("![", "[")
    assert not re.search(r"\b(cure|heal your|proven|guarantee|your vagus|broken)\b", text, re.I)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.stem)
def test_a_figure_is_described_in_words_and_drawn_in_the_colours_of_the_light_look(figure: Path) -> None:
    words = [re.search(rf"!\[(.+)\]\(figures/{figure.name}\)", note.read_text("utf-8")) for note in NOTES]
    assert [len(found[1].split()) > 8 for found in words if found] == [True]
    drawn = figure.read_text("utf-8")
    assert set(re.findall(r"#[0-9a-f]{6}", drawn)) <= set(LIGHT)
    assert not re.search(r"href|<script|<image|<style|@import|url\(", drawn)


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_every_source_says_whether_it_was_opened(note: Path) -> None:
    header = note.read_text("utf-8").split("---", 2)[1]
    sources = header.split("sources:")[1].split("  - text:")[1:]
    assert sources
    assert all("checked_on: 20" in source or "checked: no" in source for source in sources)


def test_no_name_is_taken_twice_and_no_link_between_our_notes_leads_nowhere() -> None:
    assert len(LIBRARY) == len(NOTES)
    assert PROBLEMS == []


@pytest.mark.parametrize("concept", LIBRARY, ids=lambda concept: concept.key)
def test_every_link_of_a_note_leads_to_another_note(concept: Concept) -> None:
    targets = [INDEX.resolve(name) for name in (*concept.related, *concept.links)]
    assert all(target is not None and target.key != concept.key for target in targets)


@pytest.mark.parametrize("concept", LIBRARY, ids=lambda concept: concept.key)
def test_a_note_is_reached_from_another_and_leads_on(concept: Concept) -> None:
    leading_here = {
        other.key
        for other in LIBRARY
        if other.key != concept.key and concept in (*INDEX.related_to(other), *map(INDEX.resolve, other.links))
    }
    assert leading_here
    assert INDEX.related_to(concept)
    assert concept.prompts


@pytest.mark.parametrize("concept", LIBRARY, ids=lambda concept: concept.key)
def test_the_line_that_stands_for_a_note_fits_a_card(concept: Concept) -> None:
    assert 0 < len(concept.summary) <= 60
    assert concept.evidence is not None
