"""The notes of our own resources and of the person's folders. Nothing is ever written there."""

import os
import re
from collections.abc import Container, Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from companion.adapters.library.note_parser import NoteFile, ParsedNote, parse_note
from companion.adapters.library.note_text import LARGEST_NOTE_BYTES
from companion.application.errors import Trouble, UserError
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.domain.concept_index import ConceptIndex
from companion.domain.text import clean_text

MOST_FILES = 20_000
OURS = "ours"
_FALLBACK = "en"


class FolderLibrary:
    """Fills ConceptLibrary. `resources` is the folder that holds `concepts/<language>/*.md`."""

    def __init__(self, resources: Traversable) -> None:
        self._resources = resources

    def read(self, folders: Sequence[str], language: str) -> tuple[list[Concept], list[NoteProblem]]:
        """Reads everything anew: ours in `language` (English where a note is missing), then each folder.

        A bad note is a problem in the list. Raises UserError(FOLDER_UNREADABLE, path=…) for an unreadable folder.
        """
        reading = _Reading()
        for name, raw in _our_files(self._resources, language):
            reading.add(NoteFile(f"{OURS}/{name.removesuffix('.md')}", name, raw, is_ours=True))
        for folder in folders:
            reading.add_folder(folder)
        return reading.finished()


class _Reading:
    def __init__(self) -> None:
        self._parsed: dict[str, tuple[str, ParsedNote]] = {}
        self._problems: list[NoteProblem] = []
        self._seen: set[Path] = set()
        self._roots = {OURS}

    def add(self, file: NoteFile) -> None:
        note = parse_note(file)
        self._parsed[file.key] = (file.name, note)
        self._problems += note.problems

    def add_folder(self, folder: str) -> None:
        root = _readable_folder(folder)
        name = _free(clean_text(root.name) or "notes", self._roots)
        self._roots.add(name)
        for path in self._note_paths(root):
            if path not in self._seen:
                self._seen.add(path)
                self._add_path(name, root, path)

    def _add_path(self, root_name: str, root: Path, path: Path) -> None:
        shown = clean_text(str(path))
        inside = clean_text(path.relative_to(root).as_posix())
        key = _free(f"{root_name}/{inside[: -len('.md')]}", self._parsed)
        try:
            with path.open("rb") as file:
                raw = file.read(LARGEST_NOTE_BYTES + 1)
        except OSError:
            self._problems.append(NoteProblem(shown, None, NoteFault.UNREADABLE))
            return
        self.add(NoteFile(key, shown, raw))

    def _note_paths(self, root: Path) -> Iterator[Path]:
        """The notes below `root` in a steady order: no hidden ones, and no links, which may lead out of it."""
        waiting = [root]
        while waiting:
            try:
                inside = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
            except OSError as error:
                self._problems.append(NoteProblem(clean_text(str(error.filename)), None, NoteFault.UNREADABLE))
                continue
            shown = [entry for entry in inside if not entry.name.startswith(".")]
            waiting += [Path(e.path) for e in reversed(shown) if e.is_dir(follow_symlinks=False)]
            for entry in shown:
                if len(self._seen) >= MOST_FILES:
                    self._problems.append(NoteProblem(clean_text(str(root)), None, NoteFault.TOO_MANY_NOTES))
                    return
                if entry.name.lower().endswith(".md") and entry.is_file(follow_symlinks=False):
                    yield Path(entry.path)

    def finished(self) -> tuple[list[Concept], list[NoteProblem]]:
        """All notes, and what is wrong with each, including what only shows among the others."""
        notes = [(file, note, note.concept) for file, note in self._parsed.values()]
        index = ConceptIndex(concept for _, _, concept in notes if concept is not None)
        files = {concept.key: file for file, _, concept in notes if concept is not None}
        shared = [NoteProblem(files[c.key], None, NoteFault.DUPLICATE_NAME, name) for c, name in index.shared_names()]
        broken = [
            NoteProblem(file, line, NoteFault.BROKEN_LINK, target)
            for file, note, _ in notes
            for target, line in note.link_lines.items()
            if index.resolve(target) is None
        ]
        return list(index.concepts), sorted([*self._problems, *shared, *broken], key=lambda p: p.fault.is_warning)


def _our_files(resources: Traversable, language: str) -> Iterator[tuple[str, bytes]]:
    files: dict[str, Traversable] = {}
    for name in (_FALLBACK, *_languages(language)):
        folder = resources / "concepts" / name
        if folder.is_dir():
            files |= {file.name: file for file in folder.iterdir() if file.name.endswith(".md")}
    for name in sorted(files):
        yield name, files[name].read_bytes()


def _languages(language: str) -> tuple[str, ...]:
    """From the general to the special: "de_AT" is first "de". What is no locale name is none."""
    if not re.fullmatch(r"[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*", language):
        return ()
    return tuple(dict.fromkeys((re.split("[_-]", language)[0], language)))


def _readable_folder(folder: str) -> Path:
    try:
        root = Path(folder).expanduser().resolve(strict=True)
        with os.scandir(root):
            return root
    except (OSError, ValueError, RuntimeError):
        raise UserError(Trouble.FOLDER_UNREADABLE, path=folder) from None


def _free(name: str, taken: Container[str]) -> str:
    """`name`, or with the first number behind it that nobody has."""
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    return candidate
