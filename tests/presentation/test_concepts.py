"""The Concepts screen's content: the list, the note being read, its neighbours, and problems in words."""

from dataclasses import replace

import pytest

from companion.application.event_bus import EventBus
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.presentation.concept_reading import MOST_NEIGHBOURS, NoteLink
from companion.presentation.concepts import MOST_PROBLEMS, MOST_ROWS, ConceptsPresenter, build_state
from companion.presentation.translation import use_language
from tests.support.notes import library_of

WINDOW = Concept(
    "ours/window", "Window of Tolerance", "words", "Where you can feel", aliases=("WOT",), related=("Café",)
)
CAFE = Concept("my notes/sub/cafe", "Café", "[[wot]]", tags=("Größe",), links=("wot",), is_ours=False)
BROKEN = NoteProblem("/home/someone/notes/broken.md", 3, NoteFault.BAD_FIELD, "zones")


def presenter(*concepts: Concept) -> ConceptsPresenter:
    bus = EventBus()
    return ConceptsPresenter(library_of(*concepts, bus=bus), bus)


def test_a_row_has_a_summary_or_the_folder_of_the_persons_note() -> None:
    rows = build_state([WINDOW, CAFE], []).rows
    assert [(row.title, row.line) for row in rows] == [
        ("Window of Tolerance", "Where you can feel"),
        ("Café", "my notes/sub"),
    ]


def test_the_list_is_what_the_notes_say() -> None:
    assert [row.key for row in presenter(WINDOW, CAFE).state("cafe").rows] == [CAFE.key]
    assert len(presenter(WINDOW, CAFE).state("").rows) == 2


def test_nothing_found_is_said() -> None:
    assert presenter(WINDOW).state("zzzz").nothing_found
    assert not presenter(WINDOW).state("").nothing_found


def test_of_very_many_notes_the_first_are_listed_and_the_others_counted() -> None:
    state = build_state([WINDOW] * (MOST_ROWS + 2), [])
    assert (len(state.rows), state.more_rows) == (MOST_ROWS, "and 2 more. A search finds them.")
    assert build_state([WINDOW], []).more_rows == ""


def test_that_more_notes_may_come_is_said() -> None:
    assert build_state([WINDOW], [], is_reading=True).reading
    assert not build_state([WINDOW], []).reading


def test_a_problem_has_the_end_of_its_path_its_line_and_a_sentence() -> None:
    (row,) = build_state([], [BROKEN]).problems
    assert (row.file, row.path) == ("notes/broken.md, line 3", "/home/someone/notes/broken.md")
    assert row.reason.endswith("(zones)")


@pytest.mark.parametrize(
    ("faults", "heading"),
    [
        ([], ""),
        ([("a", NoteFault.BAD_HEADER)], "1 note has a problem"),
        ([("a", NoteFault.BAD_HEADER), ("b", NoteFault.TOO_LARGE)], "2 notes have a problem"),
        ([("a", NoteFault.BROKEN_LINK), ("a", NoteFault.TEXT_REPAIRED)], "1 note has a remark"),
        (
            [("a", NoteFault.BAD_HEADER), ("b", NoteFault.BAD_FIELD), ("c", NoteFault.BAD_FIELD)],
            "1 note has a problem, 2 notes have a remark",
        ),
    ],
)
def test_the_heading_counts_notes(faults: list[tuple[str, NoteFault]], heading: str) -> None:
    assert build_state([], [NoteProblem(file, None, fault) for file, fault in faults]).problems_heading == heading


def test_more_problems_than_anyone_reads_are_counted() -> None:
    state = build_state([], [BROKEN] * (MOST_PROBLEMS + 2))
    assert (len(state.problems), state.more_problems) == (MOST_PROBLEMS, "and 2 more")


def test_a_note_is_read_with_its_neighbours() -> None:
    state = presenter(WINDOW, CAFE).read("ours/window")
    assert state is not None
    assert [(some.heading, some.links) for some in state.neighbours] == [
        ("Related", (NoteLink("my notes/sub/cafe", "my notes/Café"),)),
        ("Linked from", (NoteLink("my notes/sub/cafe", "my notes/Café"),)),
    ]
    assert state.below.count("note:my%20notes/sub/cafe") == 2


def test_links_in_the_text_lead_to_notes() -> None:
    state = presenter(WINDOW, CAFE).read("my notes/sub/cafe")
    assert state is not None
    assert '<a href="note:ours/window">wot</a>' in state.page
    assert state.neighbours == ()


def test_a_note_that_is_not_there_cannot_be_read() -> None:
    assert presenter(WINDOW).read("ours/nothing") is None


def test_very_many_backlinks_are_counted() -> None:
    many = [Concept(f"n/{number}", f"N {number}", "", links=("WOT",)) for number in range(MOST_NEIGHBOURS + 3)]
    state = presenter(WINDOW, *many).read("ours/window")
    assert state is not None
    (linked_from,) = state.neighbours
    assert (len(linked_from.links), linked_from.more) == (MOST_NEIGHBOURS, "and 3 more")


def test_the_screen_hears_that_notes_were_read_again() -> None:
    bus, heard = EventBus(), list[str]()
    library = library_of(WINDOW, bus=bus)
    ConceptsPresenter(library, bus).attach(lambda: heard.append("outdated"))
    library.reload()
    assert heard == ["outdated"]


def test_a_note_whose_name_another_has_says_so() -> None:
    other = Concept("notes/w", "window OF tolerance", "words", is_ours=False)
    state = presenter(WINDOW, other).read("notes/w")
    assert state is not None
    assert "Another note is called “window OF tolerance” too" in state.page
    first = presenter(WINDOW, other).read(WINDOW.key)
    assert first is not None
    assert "Another note" not in first.page


def test_a_note_in_another_language_than_was_asked_for_says_so() -> None:
    use_language("de", None)
    try:
        english, german = (presenter(replace(WINDOW, language=one)).read(WINDOW.key) for one in ("en", "de"))
    finally:
        use_language("en", None)
    assert english is not None
    assert german is not None
    assert "shown in English" in english.page
    assert "shown in English" not in german.page
