"""A concept: a note that explains something of interpersonal neurobiology, ours or the person's own."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from companion.domain.zone import Zone


class Evidence(Enum):
    """How well a concept is supported; the grades of our notes."""

    STRONG = "strong"
    MODERATE = "moderate"
    EARLY = "early"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from. `checked_on` is None while nobody has opened it for us."""

    text: str
    checked_on: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """One note. `text` is Markdown, already repaired for display; `key` is its folder name and file name.

    `deeper_prompts` are asked only of those who switched deeper questions on. `language` is the one that a note of
    ours is written in; "" for the person's own, which say in `changed_on` when their file was last changed (UTC).
    """

    key: str
    title: str
    text: str
    summary: str = ""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    practices: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    deeper_prompts: tuple[str, ...] = ()
    evidence: Evidence | None = None
    sources: tuple[Source, ...] = ()
    checked_on: str | None = None
    links: tuple[str, ...] = ()
    is_ours: bool = True
    was_repaired: bool = False
    language: str = ""
    changed_on: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it can be found by: its title, then its aliases."""
        return (self.title, *self.aliases)


class NoteFault(Enum):
    """What can be wrong with a note; `presentation.sentences` has the words."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_MANY_NOTES = "too_many_notes"
    NOT_TEXT = "not_text"
    BAD_HEADER = "bad_header"
    HEADER_TOO_LARGE = "header_too_large"
    BAD_FIELD = "bad_field"
    DUPLICATE_NAME = "duplicate_name"
    BROKEN_LINK = "broken_link"
    MISSING_PICTURE = "missing_picture"
    TEXT_REPAIRED = "text_repaired"

    @property
    def is_warning(self) -> bool:
        """True if the note still loads."""
        return self in (
            NoteFault.DUPLICATE_NAME,
            NoteFault.BROKEN_LINK,
            NoteFault.MISSING_PICTURE,
            NoteFault.TEXT_REPAIRED,
            NoteFault.BAD_FIELD,
        )


@dataclass(frozen=True, slots=True)
class NoteProblem:
    """One thing wrong with one note: its file, the line (from 1) or None, the fault, and a detail such as a field."""

    file: str
    line: int | None
    fault: NoteFault
    detail: str = ""
