"""The notes of our own resources and of the person's folders. Nothing is ever written there."""

from collections.abc import Container, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from companion.adapters.library.note_files import Found, NotReadable, content_of, notes_below, readable_folder
from companion.adapters.library.note_parser import NoteFile, ParsedNote, parse_note
from companion.adapters.library.note_pictures import is_missing, picture_of_ours, picture_of_theirs
from companion.adapters.library.note_text import LARGEST_NOTE_BYTES
from companion.adapters.library.our_notes import OURS, our_files
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.domain.concept_index import ConceptIndex
from companion.domain.text import clean_text

MOST_FILES = 20_000

Notes = tuple[list[Concept], list[NoteProblem]]


class _Read(NamedTuple):
    """A note as it was read: the name of its file for the person, its folder, its state then, and what came of it."""

    file: str
    folder: "Path | Traversable"
    state: tuple[int, ...] | None
    note: ParsedNote


class FolderLibrary:
    """Fills ConceptLibrary. `resources` is the folder that holds `concepts/<language>/*.md`.

    What was read is remembered: only files whose state on the disk is another are read again.
    """

    def __init__(self, resources: Traversable) -> None:
        self._resources = resources
        self._ours: dict[str, dict[str, _Read]] = {}
        self._theirs: dict[str, _Read] = {}
        self._last: tuple[dict[str, _Read], list[NoteProblem], Notes] | None = None

    def read(self, folders: Sequence[str], language: str) -> Notes:
        """Ours in `language` (English where a note is missing), then each folder.

        The very same answer as the last time, if nothing is different. A bad note is a problem in the list. Raises
        UserError(FOLDER_UNREADABLE, path=…) for an unreadable folder.
        """
        reading = _Reading(self._our_notes(language), self._theirs)
        for folder in folders:
            reading.add_folder(folder)
        reading.look_for_pictures()
        last = self._last
        if last is not None and reading.is_as(last[0]) and last[1] == reading.problems:
            return last[2]
        found = reading.finished()
        self._last = reading.read, reading.problems, found
        if folders:
            self._theirs = reading.read
        return found

    def picture(self, key: str, address: str) -> bytes | None:
        """A picture that the note of that key names, out of its own folder or below it; None for all else."""
        read = self._last[0].get(key) if self._last is not None else None
        if read is None:
            return None
        is_ours = read.note.concept is not None and read.note.concept.is_ours
        if isinstance(read.folder, Path) and not is_ours:
            return picture_of_theirs(read.folder, address)
        return picture_of_ours(read.folder, address)

    def _our_notes(self, language: str) -> dict[str, _Read]:
        if language not in self._ours:
            notes: dict[str, _Read] = {}
            for name, spoken, place in our_files(self._resources, language):
                folder = self._resources / "concepts" / spoken
                key = f"{OURS}/{name.removesuffix('.md')}"
                file = NoteFile(key, name, place.read_bytes(), is_ours=True, language=spoken)
                notes[key] = _Read(name, folder, None, parse_note(file))
            # Only when they are all there: two threads may ask.
            self._ours = {**self._ours, language: notes}
        return self._ours[language]


class _Reading:
    """Goes through folders; what is as it was in `before` is taken from there."""

    def __init__(self, ours: dict[str, _Read], before: dict[str, _Read]) -> None:
        self.read = dict(ours)
        self.problems: list[NoteProblem] = []
        self._before = before
        self._seen: set[Path] = set()
        self._roots = {OURS}

    def add_folder(self, folder: str) -> None:
        root = readable_folder(folder)
        name = _free(clean_text(root.name) or "notes", self._roots)
        self._roots.add(name)
        for found in notes_below(root):
            if isinstance(found, NotReadable):
                self._note_problem(found.path, NoteFault.UNREADABLE)
            elif found.path not in self._seen:
                if len(self._seen) >= MOST_FILES:
                    self._note_problem(str(root), NoteFault.TOO_MANY_NOTES)
                    return
                self._seen.add(found.path)
                self._add(name, root, found)

    def look_for_pictures(self) -> None:
        """Each time, also for notes that are as they were: a picture comes and goes without its note."""
        self.problems += [
            NoteProblem(file, line, NoteFault.MISSING_PICTURE, address)
            for file, folder, _state, note in self.read.values()
            for address, line in note.picture_lines.items()
            if is_missing(folder, address)
        ]

    def is_as(self, before: dict[str, _Read]) -> bool:
        """True if every note is the very one that was read before."""
        same = self.read.keys() == before.keys()
        return same and all(read.note is before[key].note for key, read in self.read.items())

    def finished(self) -> Notes:
        """All notes, and what is wrong with each, including what only shows among the others."""
        notes = [(read.file, read.note, read.note.concept) for read in self.read.values()]
        index = ConceptIndex(concept for _, _, concept in notes if concept is not None)
        files = {concept.key: file for file, _, concept in notes if concept is not None}
        own = [problem for _, note, _ in notes for problem in note.problems]
        shared = [NoteProblem(files[c.key], None, NoteFault.DUPLICATE_NAME, name) for c, name in index.shared_names()]
        broken = [
            NoteProblem(file, line, NoteFault.BROKEN_LINK, target)
            for file, note, _ in notes
            for target, line in note.link_lines.items()
            if index.resolve(target) is None
        ]
        problems = [*self.problems, *own, *shared, *broken]
        return list(index.concepts), sorted(problems, key=lambda p: p.fault.is_warning)

    def _add(self, root_name: str, root: Path, found: Found) -> None:
        shown = clean_text(str(found.path))
        inside = clean_text(found.path.relative_to(root).as_posix())
        key = _free(f"{root_name}/{inside[: -len('.md')]}", self.read)
        before = self._before.get(key)
        if before is not None and found.state is not None and (before.file, before.state) == (shown, found.state):
            self.read[key] = before
            return
        try:
            raw = content_of(found.path, LARGEST_NOTE_BYTES + 1)
        except OSError:
            self._note_problem(str(found.path), NoteFault.UNREADABLE)
            return
        note = parse_note(NoteFile(key, shown, raw, changed_on=found.changed_on))
        self.read[key] = _Read(shown, found.path.parent, found.state, note)

    def _note_problem(self, path: str, fault: NoteFault) -> None:
        self.problems.append(NoteProblem(clean_text(path), None, fault))


def _free(name: str, taken: Container[str]) -> str:
    """`name`, or with the first number behind it that nobody has."""
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    return candidate
