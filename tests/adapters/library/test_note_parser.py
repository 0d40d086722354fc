"""One note file becomes a concept, or a problem with its line; never an exception."""

from pathlib import Path

import pytest
from ftfy.badness import badness
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.library.note_parser import NoteFile, ParsedNote, parse_note
from companion.domain.concept import Concept, Evidence, NoteFault, NoteProblem
from companion.domain.zone import Zone

SEED = Path(__file__).resolve().parents[4] / "shared" / "seeds" / "ipnb.md"

WHOLE = """---
title: Window of Tolerance
summary: Where you can feel and think
aliases: [WOT]
tags: [arousal]
related: [Mindsight]
zones: [above, below]
practices: [orienting]
prompts:
  - What tells you that an edge is near?
evidence: model
checked_on: 2026-11-22
cssclasses: wide
sources:
  - text: Siegel 1999
---

Everybody has a window. #regulation See [[Mindsight|noticing]].
"""

DAMAGED = """---
title: "Resting — together"
aliases: ["Rest"]
tags: ["quiet"]
---

<!-- @format -->

# ðŸ§  Resting â€” together

It is **slow**â€”and itâ€™s enough. â€œYesâ€, she said.

## ðŸ› Try
"""


def parse(text: str | bytes, key: str = "notes/some-note") -> ParsedNote:
    raw = text.encode() if isinstance(text, str) else text
    return parse_note(NoteFile(key, "some-note.md", raw))


def concept_of(text: str | bytes) -> Concept:
    concept = parse(text).concept
    assert concept is not None
    return concept


def only_problem(text: str | bytes) -> NoteProblem:
    (problem,) = parse(text).problems
    return problem


def test_every_field_of_a_note_is_read() -> None:
    note = parse(WHOLE)
    assert note.problems == ()
    assert note.concept is not None
    assert note.concept.title == "Window of Tolerance"
    assert note.concept.summary == "Where you can feel and think"
    assert note.concept.aliases == ("WOT",)
    assert note.concept.tags == ("arousal", "regulation")
    assert note.concept.related == ("Mindsight",)
    assert note.concept.zones == (Zone.ABOVE, Zone.BELOW)
    assert note.concept.practices == ("orienting",)
    assert note.concept.prompts == ("What tells you that an edge is near?",)
    assert note.concept.evidence is Evidence.MODEL
    assert note.concept.checked_on == "2026-11-22"
    assert note.concept.links == ("Mindsight",)
    assert note.concept.text.startswith("Everybody has a window.")
    assert not note.concept.was_repaired


def test_links_know_their_line_in_the_file() -> None:
    assert parse(WHOLE).link_lines == {"Mindsight": 18}


def test_a_note_without_header_takes_its_first_heading_as_title() -> None:
    assert concept_of("some words\n\n# A walk\n\n---\n\nmore\n\n---\n").title == "A walk"


def test_a_note_without_heading_takes_its_file_name() -> None:
    assert concept_of("only words").title == "some-note"


def test_an_empty_file_is_an_empty_note() -> None:
    assert concept_of("").text == ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_does_not_hide_the_header(encoding: str) -> None:
    assert concept_of(WHOLE.encode(encoding)).aliases == ("WOT",)


def test_line_ends_of_other_systems_make_no_difference() -> None:
    assert concept_of(WHOLE.replace("\n", "\r\n")) == concept_of(WHOLE) == concept_of(WHOLE.replace("\n", "\r"))


def test_a_field_named_no_is_a_field_like_others() -> None:
    assert parse("---\nno: x\ncontent: y\nhandler: z\n---\ntext").problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\ntitle: A\n", (1, NoteFault.BAD_HEADER, "unclosed")),
        ("\n\n---\ntitle: A\n", (3, NoteFault.BAD_HEADER, "unclosed")),
        ("---\n- a\n- b\n---\n", (2, NoteFault.BAD_HEADER, "list")),
        ("---\ntitle: A\ntags: [a\n---\n", (4, NoteFault.BAD_HEADER, "syntax")),
        ("---\n\n\ntitle: A\ntitle: B\n---\n", (5, NoteFault.BAD_HEADER, "twice")),
        ("---\na: &x [1]\nb: *x\n---\n", (2, NoteFault.BAD_HEADER, "alias")),
        ("---\na: !!python/name:os.system x\n---\n", (2, NoteFault.BAD_HEADER, "tag")),
        (f"---\na: {'[' * 20}{']' * 20}\n---\n", (2, NoteFault.BAD_HEADER, "deep")),
        (f"---\na: {'x' * 17_000}\n---\n", (1, NoteFault.HEADER_TOO_LARGE, "")),
        (b"\x89PNG\0\0", (None, NoteFault.NOT_TEXT, "")),
        (b"a" * 300_000, (None, NoteFault.TOO_LARGE, "")),
        (b"\xe9 \x81", (None, NoteFault.UNREADABLE, "")),
    ],
)
def test_a_note_that_cannot_be_read_says_where_and_why(text: str | bytes, problem: tuple[object, ...]) -> None:
    note = parse(text)
    assert note.concept is None
    assert [(p.line, p.fault, p.detail) for p in note.problems] == [problem]


def test_a_field_of_another_form_is_named_with_its_line_and_the_note_still_loads() -> None:
    text = "---\ntitle: A\nzones: [sideways]\n---\nwords"
    assert only_problem(text) == NoteProblem("some-note.md", 3, NoteFault.BAD_FIELD, "zones")
    assert concept_of(text).title == "A"


def test_damaged_text_is_repaired_everywhere_and_the_first_line_named() -> None:
    concept = concept_of(DAMAGED)
    assert concept.was_repaired
    assert badness(concept.title + concept.text) == 0
    assert concept.text == "# 🧠 Resting — together\n\nIt is **slow**—and it’s enough. “Yes”, she said.\n\n## 🛠 Try"
    assert only_problem(DAMAGED) == NoteProblem("some-note.md", 9, NoteFault.TEXT_REPAIRED)


def test_damage_in_the_header_is_repaired_before_it_is_read() -> None:
    assert concept_of('---\ntitle: "Itâ€™s a â€œwindowâ€\x9d"\n---\n').title == "It’s a “window”"


def test_windows_1252_is_read_and_said() -> None:
    text = "# Café\n\n“quiet” – slow".encode("cp1252")
    assert concept_of(text).text == "# Café\n\n“quiet” – slow"
    assert only_problem(text).fault is NoteFault.TEXT_REPAIRED


@pytest.mark.skipif(not SEED.exists(), reason="the damaged note of the design notes is not beside this checkout")
def test_the_damaged_note_of_the_design_notes_reads_well() -> None:
    concept = concept_of(SEED.read_bytes())
    assert concept.aliases == ("IPNB",)
    assert concept.tags == ("frameworks", "neurobiology", "attachment", "integration")
    assert badness(concept.title + concept.text) == 0
    assert not set("âðŸ€™\ufffd") & set(concept.text)
    assert "<!--" not in concept.text
    assert concept.text.startswith("# 🧠 Interpersonal Neurobiology (IPNB)")


HEADERS = st.text(alphabet="ab:-[]{}&*!|>'\"#%@\n\t ?,\\U0xâ€\x9d", max_size=60).map(
    lambda text: f"---\n{text}\n---\n"
)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode) | HEADERS.map(str.encode))
def test_no_file_makes_it_fail(raw: bytes) -> None:
    note = parse(raw)
    assert note.concept is not None or note.problems


@given(st.text(alphabet="[]|#`!-<>*: \nab\r\u2028\x85", max_size=120))
def test_what_a_note_says_can_always_be_encoded(text: str) -> None:
    concept = parse(text).concept
    assert concept is None or f"{concept.title}{concept.text}{concept.links}".encode()
