"""A repair: two people lost each other for a moment, and what helped to find each other again, or could."""

from __future__ import annotations

from dataclasses import dataclass

from companion.domain.arousal import checked_arousal
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.text import clean_note
from companion.domain.zone import Zone


@dataclass(frozen=True, slots=True)
class Repair:
    """What `happened`, where I was (`arousal` 0..100 and `zone`), where `them` may have been, what `helped` or could.

    Every part may be missing, but not all of them. `check_in_id` is the check-in that it grew from, which may be gone
    since. Raises DomainError: NOTHING_WRITTEN, NOTE_TOO_LONG and AROUSAL_OUT_OF_RANGE.
    """

    id: str
    experienced_at: Moment
    created_at: Moment
    happened: str = ""
    arousal: int | None = None
    zone: Zone | None = None
    them: str = ""
    helped: str = ""
    check_in_id: str | None = None

    def __post_init__(self) -> None:
        for name in ("happened", "them", "helped"):
            object.__setattr__(self, name, clean_note(getattr(self, name)))
        if self.arousal is not None:
            checked_arousal(self.arousal)
        if self.arousal is None and self.zone is None and not self.words:
            raise DomainError(Rule.NOTHING_WRITTEN)

    @property
    def words(self) -> str:
        """Everything that was written."""
        return "\n".join(text for text in (self.happened, self.them, self.helped) if text)


@dataclass(frozen=True, slots=True)
class RepairDraft:
    """A repair that is not saved yet, with the moment it was begun, and the one it is about where that was chosen."""

    begun_at: Moment
    happened: str = ""
    arousal: int | None = None
    zone: Zone | None = None
    them: str = ""
    helped: str = ""
    check_in_id: str | None = None
    experienced_at: Moment | None = None

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to keep."""
        words = self.happened + self.them + self.helped
        return self.arousal is None and self.zone is None and not words.strip()
