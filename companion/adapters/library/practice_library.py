"""Our practices, from the files of our own resources."""

from importlib.resources.abc import Traversable

from companion.adapters.library.note_parser import NoteFile
from companion.adapters.library.our_notes import OURS, our_files
from companion.domain.concept import NoteProblem
from companion.domain.practice import Practice


class FilePracticeLibrary:
    """Fills PracticeLibrary. `resources` is the folder that holds `practices/<language>/*.md`."""

    def __init__(self, resources: Traversable) -> None:
        self._resources = resources

    def read(self, language: str) -> tuple[list[Practice], list[NoteProblem]]:
        """In `language`, or English where it lacks one, in our order; a bad file is a problem in the list."""
        from companion.adapters.library.practice_parser import parse_practice  # loads the parser of headers

        practices, problems = [], list[NoteProblem]()
        for file in our_files(self._resources, language, "practices"):
            key = f"{OURS}/{file.name.removesuffix('.md')}"
            parsed = parse_practice(NoteFile(key, file.name, file.place.read_bytes(), is_ours=True))
            problems += parsed.problems
            if parsed.practice is not None:
                practices.append(parsed.practice)
        return sorted(practices, key=lambda practice: (practice.order, practice.title)), problems
