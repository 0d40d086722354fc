"""A practice session: that something was practised, and what the person noted before and after."""

from dataclasses import dataclass
from enum import Enum

from companion.domain.arousal import checked_arousal
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.text import clean_text

LONGEST_TITLE = 100


class Felt(Enum):
    """What it left the person with, in their own words: never whether it worked."""

    LIGHTER = "lighter"
    SAME = "same"
    HEAVIER = "heavier"


@dataclass(frozen=True, slots=True)
class PracticeSession:
    """`practice` is its key and `title` its name of then, so that it can be read when the practice is gone.

    `before` and `after` are points of arousal 0..100, or None. Raises DomainError: AROUSAL_OUT_OF_RANGE,
    NOTHING_WRITTEN without a title, TITLE_TOO_LONG, and TIME_UNREADABLE if it ended before it began.
    """

    id: str
    practice: str
    title: str
    started_at: Moment
    ended_at: Moment
    before: int | None = None
    after: int | None = None
    felt: Felt | None = None
    check_in_id: str | None = None
    stopped_early: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", " ".join(clean_text(self.title).split()))
        for points in (self.before, self.after):
            if points is not None:
                checked_arousal(points)
        if not self.title:
            raise DomainError(Rule.NOTHING_WRITTEN)
        if len(self.title) > LONGEST_TITLE:
            raise DomainError(Rule.TITLE_TOO_LONG, characters=LONGEST_TITLE)
        if self.ended_at.utc < self.started_at.utc:
            raise DomainError(Rule.TIME_UNREADABLE)

    @property
    def experienced_at(self) -> Moment:
        """When it was lived: its beginning, by which it stands in the journal."""
        return self.started_at

    @property
    def created_at(self) -> Moment:
        """When it was noted: at its end."""
        return self.ended_at

    @property
    def change(self) -> int | None:
        """Points after minus points before; None without both."""
        return None if self.before is None or self.after is None else self.after - self.before
