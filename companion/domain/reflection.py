"""A reflection: what the person wrote to a question of a concept."""

from dataclasses import dataclass

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.text import clean_note


@dataclass(frozen=True, slots=True)
class Reflection:
    """`question` is kept as it was asked, `concept` is the key of the note it came from, or None.

    `check_in_id` is the check-in that it is about, which may be gone since, or None.
    Raises DomainError(NOTHING_WRITTEN) for a blank text and DomainError(NOTE_TOO_LONG).
    """

    id: str
    experienced_at: Moment
    created_at: Moment
    question: str
    text: str
    concept: str | None = None
    check_in_id: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "question", clean_note(self.question))
        object.__setattr__(self, "text", clean_note(self.text))
        if not self.text:
            raise DomainError(Rule.NOTHING_WRITTEN)
