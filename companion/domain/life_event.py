"""A life event: something that happened and that the person wants to see beside their check-ins."""

from dataclasses import dataclass

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.text import clean_note, clean_text

LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """`title` is one line, `note` what there is to remember.

    Raises DomainError(NOTHING_WRITTEN) without a title, DomainError(TITLE_TOO_LONG) over 100 characters and
    DomainError(NOTE_TOO_LONG).
    """

    id: str
    experienced_at: Moment
    created_at: Moment
    title: str
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", " ".join(clean_text(self.title).split()))
        object.__setattr__(self, "note", clean_note(self.note))
        if not self.title:
            raise DomainError(Rule.NOTHING_WRITTEN)
        if len(self.title) > LONGEST_TITLE:
            raise DomainError(Rule.TITLE_TOO_LONG, characters=LONGEST_TITLE)
