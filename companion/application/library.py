"""The concept notes: read when they are first needed, found by name, by zone and by what links to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import NotesChanged, SettingsChanged
from companion.application.ports import ConceptLibrary
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.domain.concept_index import ConceptIndex
from companion.domain.errors import DomainError, Rule
from companion.domain.zone import Zone

FITS_EVERY_ZONE = "ours/window-of-tolerance"


@dataclass(frozen=True, slots=True)
class _Contents:
    folders: tuple[str, ...]
    language: str
    index: ConceptIndex
    problems: tuple[NoteProblem, ...]


class LibraryService:
    """Our notes and those of the person's folders.

    `note_folders` and `language` are asked at each reading. A folder of theirs that cannot be read is one of the
    problems; one of `required_folders` raises UserError(FOLDER_UNREADABLE) from whichever method reads first.
    """

    def __init__(
        self,
        library: ConceptLibrary,
        note_folders: Callable[[], Sequence[str]],
        bus: EventBus,
        language: Callable[[], str] = lambda: "en",
        required_folders: Sequence[str] = (),
    ) -> None:
        self._library = library
        self._note_folders = note_folders
        self._bus = bus
        self._language = language
        self._required = tuple(required_folders)
        self._read: _Contents | None = None
        bus.listen(SettingsChanged, self._on_settings_changed)

    def concepts(self) -> tuple[Concept, ...]:
        """Every note that could be read, ours first."""
        return self._contents().index.concepts

    def problems(self) -> tuple[NoteProblem, ...]:
        """What is wrong with notes, those that cannot be shown first."""
        return self._contents().problems

    def reload(self) -> None:
        """Reads everything anew, and says so."""
        self._read = self._reading()
        self._bus.publish(NotesChanged())

    def find(self, name: str, *, own_first: bool = False) -> Concept:
        """The note of that title, alias, key or file name, whatever the case, or of a unique beginning of one.

        Ours goes before one of theirs with the same name, unless `own_first`. Raises DomainError(NO_SUCH_CONCEPT) or
        DomainError(PREFIX_NOT_UNIQUE).
        """
        index = self._contents().index
        own = ConceptIndex(c for c in index.concepts if not c.is_ours).resolve(name) if own_first else None
        if own is not None:
            return own
        found = index.resolve(name)
        candidates = (found,) if found is not None else index.starting_with(name)
        if not candidates:
            raise DomainError(Rule.NO_SUCH_CONCEPT, given=name)
        if len(candidates) > 1:
            raise DomainError(Rule.PREFIX_NOT_UNIQUE, given=name)
        return candidates[0]

    def resolve(self, link: str) -> Concept | None:
        """The note that a link leads to, or None."""
        return self._contents().index.resolve(link)

    def for_zone(self, zone: Zone | None) -> Concept | None:
        """The note that fits an answer; None only if there are no notes of ours."""
        return concept_for_zone(self.concepts(), zone)

    def linked_from(self, concept: Concept) -> tuple[Concept, ...]:
        """The other notes whose text links to this one."""
        return self._contents().index.linked_from(concept)

    def related(self, concept: Concept) -> tuple[Concept, ...]:
        """The notes that its header names as related, in its order."""
        return self._contents().index.related_to(concept)

    def _contents(self) -> _Contents:
        if self._read is None:
            self._read = self._reading()
        return self._read

    def _reading(self) -> _Contents:
        folders, language = tuple(self._note_folders()), self._language()
        readable, lost = list(dict.fromkeys((*folders, *self._required))), []
        while True:
            try:
                concepts, problems = self._library.read(readable, language)
            except UserError as error:
                path = error.facts.get("path")
                if error.trouble is not Trouble.FOLDER_UNREADABLE or path in self._required or path not in readable:
                    raise
                readable.remove(str(path))
                lost.append(NoteProblem(str(path), None, NoteFault.UNREADABLE))
            else:
                return _Contents(folders, language, ConceptIndex(concepts), (*lost, *problems))

    def _on_settings_changed(self, _event: SettingsChanged) -> None:
        read = self._read
        if read is not None and (read.folders, read.language) != (tuple(self._note_folders()), self._language()):
            self.reload()


def concept_for_zone(concepts: Sequence[Concept], zone: Zone | None) -> Concept | None:
    """The first of our notes written for that zone, otherwise the one on the window of tolerance."""
    ours = [concept for concept in concepts if concept.is_ours]
    fitting = (concept for concept in ours if zone in concept.zones)
    fallback = (concept for concept in ours if concept.key == FITS_EVERY_ZONE)
    return next(fitting, None) or next(fallback, None)
