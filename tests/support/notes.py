"""A library that holds notes which were never files."""

from collections.abc import Sequence

from companion.application.event_bus import EventBus
from companion.application.library import LibraryService
from companion.domain.concept import Concept, NoteProblem


class NotesOf:
    """Fills ConceptLibrary with these notes, whatever is asked for; without pictures unless they are put in."""

    def __init__(self, *concepts: Concept, problems: Sequence[NoteProblem] = ()) -> None:
        self.notes = (list(concepts), list(problems))
        self.pictures: dict[tuple[str, str], bytes] = {}

    def read(self, folders: Sequence[str], language: str) -> tuple[list[Concept], list[NoteProblem]]:
        return self.notes

    def picture(self, key: str, address: str) -> bytes | None:
        return self.pictures.get((key, address))


def library_of(*concepts: Concept, bus: EventBus | None = None) -> LibraryService:
    """A service over these notes."""
    return LibraryService(NotesOf(*concepts), tuple, bus or EventBus())
