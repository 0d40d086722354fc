"""The Concepts screen: the list that is searched while typing, the way to a note, and what is wrong with any."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInAmended,
    CheckInForgotten,
    CheckInRecorded,
    CheckInRestored,
    CheckInsChanged,
    NotesChanged,
    SettingsChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
)
from companion.application.library import LibraryService
from companion.application.settings import SMALLEST_TEXT_PERCENT
from companion.domain.concept import Concept, NoteProblem
from companion.presentation.concept_personal import ConceptPersonal
from companion.presentation.concept_reading import ConceptReading, ConceptState, more
from companion.presentation.sentences import fault_sentence
from companion.presentation.translation import _, ngettext

MOST_PROBLEMS = 100
MOST_ROWS = 300
_ABOUT_THE_PERSON = (
    CheckInRecorded,
    CheckInForgotten,
    CheckInRestored,
    CheckInAmended,
    CheckInsChanged,
    SettingsChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
)


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """One note in the list: its key, title, and one line beneath it."""

    key: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """What is wrong with a note: the end of its path, its whole path, and one sentence."""

    file: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConceptsState:
    """The list. `nothing_found` is empty while there is something; `problems_heading` while nothing is wrong.

    `more_rows` says how many notes are not listed, `reading` that more may come; both are empty otherwise.
    """

    rows: tuple[ConceptRow, ...]
    more_rows: str
    nothing_found: str
    reading: str
    problems_heading: str
    problems: tuple[ProblemRow, ...]
    more_problems: str


def build_state(
    found: Sequence[Concept], problems: Sequence[NoteProblem], *, is_reading: bool = False
) -> ConceptsState:
    """The list of the notes that were found; of very many the first 300."""
    listed, shown = found[:MOST_ROWS], problems[:MOST_PROBLEMS]
    return ConceptsState(
        tuple(map(row_of, listed)),
        more_rows=_more_rows(len(found) - len(listed)),
        nothing_found="" if found else _("No note has this in its title, other names, tags or text."),
        reading=_("Your own notes are being read.") if is_reading else "",
        problems_heading=_problems_heading(problems),
        problems=tuple(map(_problem_row, shown)),
        more_problems=more(len(problems) - len(shown)),
    )


def _more_rows(count: int) -> str:
    words = ngettext("and {count} more. A search finds it.", "and {count} more. A search finds them.", count)
    return words.format(count=count) if count > 0 else ""


def row_of(concept: Concept) -> ConceptRow:
    """A note of ours with its summary; one of the person's without one, with its folder."""
    folder = "" if concept.is_ours else concept.key.rpartition("/")[0]
    return ConceptRow(concept.key, concept.title, concept.summary or folder)


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

    def __init__(self, library: LibraryService, bus: EventBus, personal: ConceptPersonal | None = None) -> None:
        self._library = library
        self._personal = personal
        self._reading = ConceptReading(library, personal)
        self._outdated: list[Callable[[], None]] = []
        for news in (NotesChanged, *_ABOUT_THE_PERSON):
            bus.listen(news, lambda _news: self._tell())

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever the notes, or what they have to do with the person, are others."""
        self._outdated.append(outdated)

    def state(self, wanted: str = "") -> ConceptsState:
        """The list, of the notes that say what is `wanted`."""
        library = self._library
        return build_state(library.search(wanted), library.problems(), is_reading=library.is_reading)

    def read(self, key: str, *, whole: bool = False) -> ConceptState | None:
        """The note of that key, of a long one the beginning unless `whole`; None if there is none any more."""
        concept = self._library.of_key(key)
        if concept is None:
            return None
        if self._personal is not None:
            self._personal.note_read(concept)
        return self._reading.state(concept, whole=whole)

    def picture(self, key: str, address: str) -> bytes | None:
        """A picture that the note of that key names, out of its own folder; None for all else."""
        return self._library.picture(key, address)

    @property
    def size(self) -> int:
        """How large a note is read, in percent of the other texts."""
        return SMALLEST_TEXT_PERCENT if self._personal is None else self._personal.size

    def choose_size(self, percent: int) -> str:
        """Another size, kept. Returns "", or why that cannot be."""
        return "" if self._personal is None else self._personal.choose_size(percent)

    def not_today(self) -> str:
        """No note asks anything until the person's next day. Returns "", or why that cannot be kept."""
        return "" if self._personal is None else self._personal.not_today()

    def _tell(self) -> None:
        for outdated in self._outdated:
            outdated()
