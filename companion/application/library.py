"""The concept notes: read when they are first needed, found by name, by what they say and by what links to them."""

from collections.abc import Callable, Sequence
from functools import cached_property

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import NotesChanged, SettingsChanged
from companion.application.ports import ConceptLibrary, TaskRunner
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.domain.concept_index import ConceptIndex
from companion.domain.errors import DomainError, Rule
from companion.domain.searched_notes import SearchedNotes

Notes = tuple[list[Concept], list[NoteProblem]]
Wanted = tuple[tuple[str, ...], str]


class _Contents:
    """What was read for `wanted`, folders and language; `lost` are folders that could not be."""

    def __init__(
        self, wanted: Wanted, notes: Notes, lost: Sequence[NoteProblem] = (), before: SearchedNotes | None = None
    ) -> None:
        self.wanted = wanted
        self.notes = notes
        self.lost = tuple(lost)
        self.index = ConceptIndex(notes[0])
        self.problems = (*self.lost, *notes[1])
        self._search_before = before

    def is_as(self, notes: Notes, lost: Sequence[NoteProblem]) -> bool:
        """True if that was read, and no more was lost than then."""
        return self.notes is notes and self.lost == tuple(lost)

    @cached_property
    def search(self) -> SearchedNotes:
        """Made when it is first asked for, from the one before as far as notes are the same."""
        return SearchedNotes(self.index.concepts, self._search_before)


class LibraryService:
    """Our notes and those of the person's folders.

    `note_folders` and `language` are asked at each reading. A folder of theirs that cannot be read is one of the
    problems; one of `required_folders` raises UserError(FOLDER_UNREADABLE) from whichever method reads first.
    Everything is read at once where it is first needed; after `read_beside` only ours are, and folders by a worker.
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
        self._tasks: TaskRunner | None = None
        self._is_looking = False
        bus.listen(SettingsChanged, self._on_settings_changed)

    @property
    def is_reading(self) -> bool:
        """True while notes of the person's may still come: a worker has not finished its first look at them."""
        return self._is_looking and (self._read is None or self._read.wanted != self._wanted())

    @property
    def has_folders(self) -> bool:
        """True if there are folders of the person's, which may change."""
        return bool(self._wanted()[0])

    def concepts(self) -> tuple[Concept, ...]:
        """Every note that could be read, ours first."""
        return self._contents().index.concepts

    def search(self, wanted: str) -> tuple[Concept, ...]:
        """The notes that have every word of it, names first; slips are forgiven. All of them for nothing."""
        contents = self._contents()
        return contents.search.find(wanted) if wanted.strip() else contents.index.concepts

    def problems(self) -> tuple[NoteProblem, ...]:
        """What is wrong with notes, those that cannot be shown first."""
        return self._contents().problems

    def reload(self) -> None:
        """Reads everything now, and says so."""
        self._read = self._reading(self._wanted(), self._required)
        self._bus.publish(NotesChanged())

    def read_beside(self, tasks: TaskRunner) -> None:
        """From now on everything is read by `tasks`, ours now; the folders with `look_again`. NotesChanged tells."""
        self._tasks = tasks
        if self._read is None:
            tasks.run(self._ours, self._on_ours_read)

    def look_again(self) -> None:
        """Looks beside whether notes have changed on the disk; without a worker nothing happens."""
        if self._tasks is not None and not self._is_looking:
            self._is_looking = True
            wanted = self._wanted()
            self._tasks.run(lambda: self._looked(wanted), self._on_looked)

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

    def of_key(self, key: str) -> Concept | None:
        """The note of exactly that key; None if there is none."""
        return self._contents().index.of_key(key)

    def resolve(self, link: str) -> Concept | None:
        """The note that a link leads to, or None."""
        return self._contents().index.resolve(link)

    def linked_from(self, concept: Concept) -> tuple[Concept, ...]:
        """The other notes whose text links to this one."""
        return self._contents().index.linked_from(concept)

    def related(self, concept: Concept) -> tuple[Concept, ...]:
        """The notes that its header names as related, in its order."""
        return self._contents().index.related_to(concept)

    def picture(self, key: str, address: str) -> bytes | None:
        """A picture that a note names, out of its own folder; None for all else."""
        return self._library.picture(key, address)

    def _contents(self) -> _Contents:
        if self._read is None:
            if self._tasks is None:
                self._read = self._reading(self._wanted(), self._required)
            else:
                self._read = self._ours()
        return self._read

    def _wanted(self) -> Wanted:
        return tuple(dict.fromkeys((*self._note_folders(), *self._required))), self._language()

    def _ours(self) -> _Contents:
        _folders, language = self._wanted()
        return _Contents(((), language), self._library.read((), language))

    def _on_ours_read(self, found: object) -> None:
        assert isinstance(found, _Contents)
        if self._read is None:
            self._read = found
            self._bus.publish(NotesChanged())

    def _looked(self, wanted: Wanted) -> _Contents:
        """On the worker: what is there, made ready for searching."""
        found = self._reading(wanted, ())
        found.search  # noqa: B018 - made now
        return found

    def _on_looked(self, found: object) -> None:
        assert isinstance(found, _Contents)
        before, self._read = self._read, found
        self._is_looking = False
        if found.wanted != self._wanted():
            self.look_again()
        if before is None or not before.is_as(found.notes, found.lost):
            self._bus.publish(NotesChanged())

    def _reading(self, wanted: Wanted, required: Sequence[str]) -> _Contents:
        """What is there now; the contents as they are if nothing is different."""
        readable, lost, before = list(wanted[0]), list[NoteProblem](), self._read
        while True:
            try:
                notes = self._library.read(tuple(readable), wanted[1])
                if before is not None and before.wanted == wanted and before.is_as(notes, lost):
                    return before
                return _Contents(wanted, notes, lost, None if before is None else before.search)
            except UserError as error:
                path = error.facts.get("path")
                if error.trouble is not Trouble.FOLDER_UNREADABLE or path in required or path not in readable:
                    raise
                readable.remove(str(path))
                lost.append(NoteProblem(str(path), None, NoteFault.UNREADABLE))

    def _on_settings_changed(self, _event: SettingsChanged) -> None:
        if self._read is not None and self._read.wanted != self._wanted():
            if self._tasks is None:
                self.reload()
            else:
                self.look_again()
