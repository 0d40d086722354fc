"""The triangle of well-being: once in a while a position and a line of words for mind, body and relationships."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from companion.domain.arousal import checked_points
from companion.domain.draft import KEPT_FOR
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.text import clean_text

LONGEST_WORDS = 500
DAYS_A_WEEK = 7


class Corner(Enum):
    """The three, in the order of the screen; none of them is above another (Siegel, 2012: a teaching picture)."""

    MIND = "mind"
    BODY = "body"
    RELATIONSHIPS = "relationships"


@dataclass(frozen=True, slots=True)
class Triangle:
    """Each corner has points 0..100 or none, and a line of words or "". No total, and nothing that joins the three.

    Raises DomainError: POINTS_OUT_OF_RANGE, WORDS_TOO_LONG over 500 characters, and TRIANGLE_EMPTY without any of the
    six.
    """

    id: str
    experienced_at: Moment
    created_at: Moment
    mind: int | None = None
    body: int | None = None
    relationships: int | None = None
    mind_words: str = ""
    body_words: str = ""
    relationships_words: str = ""

    def __post_init__(self) -> None:
        for corner in Corner:
            words = " ".join(clean_text(self.words(corner)).split())
            object.__setattr__(self, f"{corner.value}_words", words)
            if len(words) > LONGEST_WORDS:
                raise DomainError(Rule.WORDS_TOO_LONG, characters=LONGEST_WORDS)
            points = self.points(corner)
            if points is not None:
                checked_points(points)
        if not any(self.words(corner) or self.points(corner) is not None for corner in Corner):
            raise DomainError(Rule.TRIANGLE_EMPTY)

    def points(self, corner: Corner) -> int | None:
        """Where its line was touched; None if it was not."""
        return {Corner.MIND: self.mind, Corner.BODY: self.body, Corner.RELATIONSHIPS: self.relationships}[corner]

    def words(self, corner: Corner) -> str:
        """What was written to it."""
        return {
            Corner.MIND: self.mind_words,
            Corner.BODY: self.body_words,
            Corner.RELATIONSHIPS: self.relationships_words,
        }[corner]


@dataclass(frozen=True, slots=True)
class TriangleDraft:
    """One that is not saved yet, corner by corner in their order, with the moment it was begun.

    `experienced_at` is the one it is about where that was chosen. Nothing of it is checked before it is saved.
    """

    begun_at: Moment
    points: tuple[int | None, int | None, int | None] = (None, None, None)
    words: tuple[str, str, str] = ("", "", "")
    experienced_at: Moment | None = None

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to keep."""
        return self.points == (None, None, None) and not "".join(self.words).strip()

    def is_stale(self, now: datetime) -> bool:
        """True once it is older than 24 hours, as a half-filled check-in is."""
        return now - self.begun_at.utc > KEPT_FOR


class TriangleWeek(NamedTuple):
    """The seven days from `first` on; None where nothing was noted in them."""

    first: date
    triangle: Triangle | None


def weeks_of(
    triangles: Sequence[tuple[date, Triangle]], today: date, first_weekday: int, count: int
) -> tuple[TriangleWeek, ...]:
    """The `count` weeks up to that of today, oldest first; of two in a week the one that was lived later.

    Each triangle comes with its day; a week begins with `first_weekday`, 0 being Monday.
    """
    newest = today - timedelta(days=(today.weekday() - first_weekday) % DAYS_A_WEEK)
    firsts = [newest - timedelta(weeks=back) for back in range(count - 1, -1, -1)]
    of_week: dict[date, Triangle] = {}
    for day, triangle in sorted(triangles, key=lambda each: each[1].experienced_at.utc):
        of_week[day - timedelta(days=(day - newest).days % DAYS_A_WEEK)] = triangle
    return tuple(TriangleWeek(first, of_week.get(first)) for first in firsts)
