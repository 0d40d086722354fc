"""One practice file, read by the strict rules of notes: what cannot be played is listed with its line."""

from dataclasses import dataclass

from companion.adapters.library.note_parser import NoteError, NoteFile, parted, readable_text
from companion.adapters.library.practice_fields import PracticeFields
from companion.adapters.library.strict_yaml import Header
from companion.domain.concept import NoteFault, NoteProblem
from companion.domain.practice import Practice

_NEEDED = ("title", "steps", "evidence")


@dataclass(frozen=True, slots=True)
class ParsedPractice:
    """A practice, or None if it cannot be played; and what is wrong with it."""

    practice: Practice | None
    problems: tuple[NoteProblem, ...] = ()


def parse_practice(file: NoteFile) -> ParsedPractice:
    """The practice in a file. Whatever its bytes are, this returns: what is wrong is in `problems`.

    Unlike a note it is not shown with a field that is not understood: half a practice could be the wrong one.
    """
    try:
        text, _damaged_line = readable_text(file.raw)
        header, body, _skipped = parted(text)
    except NoteError as fault:
        return ParsedPractice(None, (NoteProblem(file.name, fault.line, fault.fault, fault.detail),))
    return _practice(file, header or Header(), body.strip())


def _practice(file: NoteFile, header: Header, body: str) -> ParsedPractice:
    fields = PracticeFields(header)
    lengths = fields.lengths()
    title, steps = fields.line_of_text("title"), fields.steps()
    practice = Practice(
        key=file.key,
        title=title,
        steps=steps,
        way=fields.way(),
        summary=fields.line_of_text("summary"),
        invitation=fields.line_of_text("invitation"),
        direction=fields.direction(),
        zones=fields.zones(),
        lengths=lengths,
        usual=fields.usual(lengths),
        rounds=fields.rounds(),
        pace=fields.pace(),
        care=fields.texts("care"),
        eyes_open=fields.line_of_text("eyes_open"),
        breath_free=fields.line_of_text("breath_free"),
        variants=fields.variants(),
        related=fields.texts("related"),
        text=body,
        evidence=fields.evidence(),
        sources=fields.sources(),
        checked_on=fields.day("checked_on"),
        order=fields.order(),
        is_ours=file.is_ours,
    )
    lacking = [name for name in _NEEDED if name not in header.fields]
    wrong = [*fields.wrong, *(name for name in lacking if name not in fields.wrong)]
    problems = [NoteProblem(file.name, header.lines.get(name), NoteFault.BAD_FIELD, name) for name in wrong]
    return ParsedPractice(None if problems else practice, tuple(problems))
