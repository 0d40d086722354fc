"""The Concepts screen: the list that is filtered while typing, the note being read, its neighbours, and problems."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from unicodedata import category, normalize

from companion.application.event_bus import EventBus
from companion.application.events import NotesChanged
from companion.application.library import LibraryService
from companion.domain.concept import Concept, NoteProblem
from companion.presentation.sentences import fault_sentence
from companion.presentation.translation import _, ngettext

MOST_PROBLEMS = 100
MOST_NEIGHBOURS = 50


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """One note in the list: its key, title, and one line beneath it."""

    key: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A way to another note: its key and what is written on it."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Notes around the one being read, under one heading. `more` says how many were left out, or nothing."""

    heading: str
    links: tuple[NoteLink, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ConceptState:
    """The note being read: its page as HTML for the text view, and its neighbours, also as HTML to go below."""

    key: str
    title: str
    page: str
    neighbours: tuple[Neighbours, ...]
    neighbours_page: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """What is wrong with a note: the end of its path, its whole path, and one sentence."""

    file: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConceptsState:
    """The list. `nothing_found` is empty while there is something; `problems_heading` while nothing is wrong."""

    rows: tuple[ConceptRow, ...]
    nothing_found: str
    problems_heading: str
    problems: tuple[ProblemRow, ...]
    more_problems: str


def build_state(concepts: Iterable[Concept], problems: Sequence[NoteProblem], wanted: str = "") -> ConceptsState:
    """The list of the notes whose title, alias or tag contains `wanted`, whatever its case and accents."""
    needle = _plain(wanted)
    rows = tuple(row_of(concept) for concept in concepts if _has(concept, needle))
    shown = problems[:MOST_PROBLEMS]
    return ConceptsState(
        rows,
        nothing_found="" if rows else _("No note has this in its title, other names or tags."),
        problems_heading=_problems_heading(problems),
        problems=tuple(map(_problem_row, shown)),
        more_problems=_more(len(problems) - len(shown)),
    )


def row_of(concept: Concept) -> ConceptRow:
    """A note of ours with its summary; one of the person's without one, with its folder."""
    folder = "" if concept.is_ours else concept.key.rpartition("/")[0]
    return ConceptRow(concept.key, concept.title, concept.summary or folder)


def _neighbours(heading: str, concepts: Sequence[Concept]) -> Neighbours:
    shown = concepts[:MOST_NEIGHBOURS]
    return Neighbours(heading, tuple(map(_link_to, shown)), _more(len(concepts) - len(shown)))


def _more(count: int) -> str:
    return ngettext("and {count} more", "and {count} more", count).format(count=count) if count > 0 else ""


def _link_to(concept: Concept) -> NoteLink:
    root = "" if concept.is_ours else concept.key.partition("/")[0] + "/"
    return NoteLink(concept.key, root + concept.title)


def _has(concept: Concept, needle: str) -> bool:
    return not needle or any(needle in _plain(name) for name in (*concept.names, *concept.tags))


def _plain(text: str) -> str:
    letters = (c for c in normalize("NFKD", text.lstrip("#")) if category(c) != "Mn")
    return " ".join("".join(letters).casefold().split())


def _problems_heading(problems: Sequence[NoteProblem]) -> str:
    """How many notes are named, those that cannot be shown before those with remarks."""
    closed = len({problem.file for problem in problems if not problem.fault.is_warning})
    remarked = len({problem.file for problem in problems if problem.fault.is_warning})
    problem = ngettext("{count} note has a problem", "{count} notes have a problem", closed).format(count=closed)
    remark = ngettext("{count} note has a remark", "{count} notes have a remark", remarked).format(count=remarked)
    if closed and remarked:
        return _("{problems}, {remarks}").format(problems=problem, remarks=remark)
    return problem if closed else remark if remarked else ""


def _problem_row(problem: NoteProblem) -> ProblemRow:
    file = "/".join(PurePath(problem.file).parts[-2:])
    if problem.line is not None:
        file = _("{file}, line {line}").format(file=file, line=problem.line)
    return ProblemRow(file, problem.file, fault_sentence(problem.fault, problem.detail))


class ConceptsPresenter:
    """Builds what the screen shows; every call is a fresh look at the library, which is read on first need."""

    def __init__(self, library: LibraryService, bus: EventBus) -> None:
        self._library = library
        self._outdated: list[Callable[[], None]] = []
        bus.listen(NotesChanged, self._on_notes_changed)

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever the notes were read again."""
        self._outdated.append(outdated)

    def state(self, wanted: str = "") -> ConceptsState:
        """The list, of the notes that have `wanted` in a name or tag."""
        return build_state(self._library.concepts(), self._library.problems(), wanted)

    def read(self, key: str) -> ConceptState | None:
        """The note of that key to be read; None if there is none any more."""
        concept = next((concept for concept in self._library.concepts() if concept.key == key), None)
        return None if concept is None else self._concept_state(concept)

    def _concept_state(self, concept: Concept) -> ConceptState:
        from companion.presentation.note_page import links_page, page_of  # loads the Markdown parser

        around = (
            _neighbours(_("Related"), self._library.related(concept)),
            _neighbours(_("Linked from"), self._library.linked_from(concept)),
        )
        neighbours = tuple(some for some in around if some.links)
        below = (links_page(some.heading, ((link.key, link.words) for link in some.links)) for some in neighbours)
        page = page_of(concept, self._key_for)
        return ConceptState(concept.key, concept.title, page, neighbours, "".join(below))

    def _key_for(self, link: str) -> str | None:
        concept = self._library.resolve(link)
        return None if concept is None else concept.key

    def _on_notes_changed(self, _event: NotesChanged) -> None:
        for outdated in self._outdated:
            outdated()
