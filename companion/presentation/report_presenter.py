"""The dialog of the page for a session: what is looked for, what is chosen, and what the page holds then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from companion.presentation.report import PAPER, ReportPage, Said, build_page, said_of
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.report import Findings, NotesFound, ReportService
    from companion.domain.period import Period
    from companion.presentation.date_words import DateWords

Found = TypeVar("Found")


class Worker(Protocol):
    """Where there is time: `done` hears on the GUI thread what `work` found, or None where it could not look."""

    def look(self, work: Callable[[ReportService], Found], done: Callable[[Found | None], None]) -> None:
        """`work` gets a service of its own, for that one call."""


class OfferedNote(NamedTuple):
    """A note that may be put on the page."""

    id: str
    said: Said
    is_chosen: bool


class ReportState(NamedTuple):
    """What the dialog shows. Without a page there is a `sentence`; `more` says of notes that are not offered."""

    page: ReportPage | None
    sentence: str = ""
    notes: tuple[OfferedNote, ...] = ()
    has_events: bool = False
    with_events: bool = True
    more: str = ""


class ReportPresenter:
    """Looks for everything once; then each choice makes the page anew. No note is on it unless it was chosen."""

    def __init__(self, worker: Worker, words: DateWords) -> None:
        self._worker = worker
        self._words = words
        self._found: tuple[Findings, NotesFound] | None = None
        self._chosen: set[str] = set()
        self._with_events = True
        self._is_looking = False
        self._changed: Callable[[], None] = lambda: None

    @property
    def words(self) -> DateWords:
        """How the page writes dates."""
        return self._words

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` when there is another state."""
        self._changed = changed

    def look(self, period: Period) -> None:
        """Looks for what a page of those days needs."""
        self._is_looking = True
        self._worker.look(
            lambda service: (service.look(period, PAPER.most_marks), service.notes(period)), self._on_found
        )
        self._changed()

    def let_go(self) -> None:
        """Nothing of it is held any more, nor heard of if it is still on its way."""
        self._found, self._is_looking = None, False
        self._chosen.clear()

    def choose(self, note_id: str, *, is_wanted: bool) -> None:
        """Puts one note on the page, or takes it off."""
        if is_wanted:
            self._chosen.add(note_id)
        else:
            self._chosen.discard(note_id)
        self._changed()

    def choose_events(self, *, are_wanted: bool) -> None:
        """Puts life events on the page, or takes them off."""
        self._with_events = are_wanted
        self._changed()

    def state(self) -> ReportState:
        """What is shown now."""
        if self._found is None:
            return ReportState(None, _still_looking() if self._is_looking else _could_not_look())
        findings, offered = self._found
        notes = [note for note in offered.notes if note.id in self._chosen]
        return ReportState(
            page=build_page(findings, notes, self._words, with_events=self._with_events),
            notes=tuple(
                OfferedNote(note.id, said_of(note, self._words), note.id in self._chosen) for note in offered.notes
            ),
            has_events=bool(findings.events),
            with_events=self._with_events,
            more=_("There are older notes in these days; these are the newest.") if offered.has_more else "",
        )

    def _on_found(self, found: tuple[Findings, NotesFound] | None) -> None:
        if self._is_looking:
            self._is_looking, self._found = False, found
            self._changed()


def _still_looking() -> str:
    return _("Putting the page together…")


def _could_not_look() -> str:
    return _("The page could not be put together just now. Your notebook is as it was.")
