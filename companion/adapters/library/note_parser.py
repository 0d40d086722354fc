"""One note file, read: its header, its text repaired, and what is wrong with it. Nothing in a file makes it fail."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from companion.adapters.library.note_body import (
    first_heading,
    links_in,
    pictures_in,
    tags_in,
    without_code,
    without_comments,
)
from companion.adapters.library.note_text import NotTextError, decoded
from companion.adapters.library.repair import repaired
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.domain.text import clean_text

if TYPE_CHECKING:
    from companion.adapters.library.strict_yaml import Header

_OPENING = re.compile(r"\s*^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """A note, or None if it cannot be shown; what is wrong with it; the lines in the file of its links and pictures.

    What its header names as related are links too.
    """

    concept: Concept | None
    problems: tuple[NoteProblem, ...] = ()
    link_lines: dict[str, int] = field(default_factory=dict)
    picture_lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoteFile:
    """Where a note comes from: its key in the library, the file's name for the person, its bytes, and whose it is.

    `language` is that of a note of ours, `changed_on` the day (UTC) a file of the person's was last changed.
    """

    key: str
    name: str
    raw: bytes
    is_ours: bool = False
    language: str = ""
    changed_on: date | None = None


class NoteError(Exception):
    """A note that cannot be shown: why, and on which line of the file."""

    def __init__(self, fault: NoteFault, line: int | None, detail: str = "") -> None:
        super().__init__(fault.value)
        self.fault, self.line, self.detail = fault, line, detail


def parse_note(file: NoteFile) -> ParsedNote:
    """The note in a file. Whatever its bytes are, this returns: what is wrong is in `problems`."""
    try:
        text, damaged_line = readable_text(file.raw)
        header, body, skipped = parted(text)
    except NoteError as fault:
        return ParsedNote(None, (NoteProblem(file.name, fault.line, fault.fault, fault.detail),))
    return _note(file, header, body, skipped, damaged_line)


def readable_text(raw: bytes) -> tuple[str, int | None]:
    """The bytes of a note as text, mended; with it the first line that was damaged. Raises NoteError."""
    try:
        text, wrong_line = decoded(raw)
    except NotTextError as error:
        raise NoteError(error.fault, None) from None
    text, repaired_line = repaired(text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean_text(text), min((n for n in (wrong_line, repaired_line) if n is not None), default=None)


def parted(text: str) -> tuple["Header | None", str, int]:
    """Header with the lines of its fields in the file, body, and how many lines of the file come before the body.

    Raises NoteError for a header that is not plain.
    """
    opening_line = _OPENING.match(text)
    if opening_line is None:
        return None, text, 0
    from companion.adapters.library.strict_yaml import LARGEST_HEADER_BYTES, HeaderError, StrictHandler

    handler = StrictHandler()
    opening = opening_line.end()
    first_line = text.count("\n", 0, opening) + 1
    try:
        header_text, body = handler.split(text.lstrip())
    except ValueError:
        raise NoteError(NoteFault.BAD_HEADER, first_line, "unclosed") from None
    if len(header_text.encode()) > LARGEST_HEADER_BYTES:
        raise NoteError(NoteFault.HEADER_TOO_LARGE, first_line)
    above = text.count("\n", 0, text.index(header_text, opening))
    try:
        header = handler.header(header_text)
    except HeaderError as refused:
        raise NoteError(NoteFault.BAD_HEADER, above + refused.line, refused.reason) from None
    return header.moved_down(above), body, text.count("\n", 0, len(text) - len(body))


def _note(file: NoteFile, header: "Header | None", body: str, skipped: int, damaged_line: int | None) -> ParsedNote:
    from companion.adapters.library.note_fields import Fields
    from companion.adapters.library.strict_yaml import Header

    text = without_comments(body)
    prose = without_code(text)
    links = links_in(prose)
    header = header or Header()
    fields = Fields(header)
    concept = Concept(
        key=file.key,
        title=fields.line_of_text("title") or first_heading(prose) or file.key.rpartition("/")[2],
        text=text.strip("\n").rstrip(),
        summary=fields.line_of_text("summary"),
        aliases=fields.texts("aliases", split=True),
        tags=fields.tags(tags_in(prose)),
        related=fields.texts("related"),
        zones=fields.zones(),
        practices=fields.texts("practices"),
        prompts=fields.texts("prompts"),
        deeper_prompts=fields.texts("deeper_prompts"),
        evidence=fields.evidence(),
        sources=fields.sources(),
        checked_on=fields.day("checked_on"),
        links=tuple(links),
        is_ours=file.is_ours,
        language=file.language,
        changed_on=file.changed_on,
        was_repaired=damaged_line is not None,
    )
    problems = [NoteProblem(file.name, header.lines.get(name), NoteFault.BAD_FIELD, name) for name in fields.wrong]
    if damaged_line is not None:
        problems.append(NoteProblem(file.name, damaged_line, NoteFault.TEXT_REPAIRED))
    named = dict.fromkeys(concept.related, header.lines.get("related", 1))
    link_lines = named | {target: line + skipped for target, line in links.items()}
    pictures = {address: line + skipped for address, line in pictures_in(prose).items()}
    return ParsedNote(concept, tuple(problems), link_lines, pictures)
