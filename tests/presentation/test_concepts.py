"""The Concepts screen's content: the list, the note being read, its neighbours, and problems in words."""

from collections.abc import Sequence

import pytest

from companion.application.event_bus import EventBus
from companion.application.library import LibraryService
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.presentation.concepts import MOST_NEIGHBOURS, MOST_PROBLEMS, ConceptsPresenter, NoteLink, build_state

WINDOW = Concept(
    "ours/window", "Window of Tolerance", "words", "Where you can feel", aliases=("WOT",), related=("Café",)
)
CAFE = Concept("my notes/sub/cafe", "Café", "[[wot]]", tags=("Größe",), links=("wot",), is_ours=False)
BROKEN = NoteProblem("/home/someone/notes/broken.md", 3, NoteFault.BAD_FIELD, "zones")


class NotesOf:
    """A library with these notes."""

    def __init__(self, *concepts: Concept) -> None:
        self.concepts = concepts

    def read(self, folders: Sequence[str], language: str) -> tuple[list[Concept], list[NoteProblem]]:
        return list(self.concepts), [BROKEN]


def presenter(*concepts: Concept) -> ConceptsPresenter:
    bus = EventBus()
    return ConceptsPresenter(LibraryService(NotesOf(*concepts), tuple, bus), bus)


def keys(wanted: str) -> list[str]:
    return [row.key for row in build_state([WINDOW, CAFE], [], wanted).rows]


def test_a_row_has_a_summary_or_the_folder_of_the_persons_note() -> None:
    rows = build_state([WINDOW, CAFE], []).rows
    assert [(row.title, row.line) for row in rows] == [
        ("Window of Tolerance", "Where you can feel"),
        ("Café", "my notes/sub"),
    ]


@pytest.mark.parametrize("wanted", ["cafe", "CAFÉ", "af", "größe", "#gross", "  café  "])
def test_titles_and_tags_are_found_whatever_case_and_accents(wanted: str) -> None:
    assert keys(wanted.replace("gross", "große")) == ["my notes/sub/cafe"]


def test_other_names_are_found() -> None:
    assert keys("wot") == ["ours/window"]


def test_nothing_wanted_is_everything_and_nothing_found_is_said() -> None:
    assert len(keys("")) == 2
    assert build_state([WINDOW], [], "zzz").nothing_found
    assert not build_state([WINDOW], [], "").nothing_found


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
    assert state.neighbours_page.count("note:my%20notes/sub/cafe") == 2


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
    library = LibraryService(NotesOf(WINDOW), tuple, bus)
    ConceptsPresenter(library, bus).attach(lambda: heard.append("outdated"))
    library.reload()
    assert heard == ["outdated"]
