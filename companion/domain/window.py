"""The window of tolerance: the person's own bounds on the arousal line, dated, never applied backwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from companion.domain.arousal import checked_arousal
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import EPOCH, Moment, moment_of
from companion.domain.zone import Zone


class WindowSource(Enum):
    """How these bounds came about."""

    STARTING_GUESS = "starting_guess"
    OWN = "own"
    LEARNED = "learned"


class LikelyRange(NamedTuple):
    """Where a bound probably lies: its 5 % and 95 % points, in whole arousal points."""

    low: int
    high: int

    def overlaps(self, other: "LikelyRange") -> bool:
        """True if some point lies in both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class WindowOfTolerance:
    """Bounds in arousal points, in force from `since` until the next version.

    Of a learned window `labels` says how many answers it rests on, and each side that was learned has its likely
    range; a side without one was carried over from the version before.
    Raises DomainError(WINDOW_UPSIDE_DOWN) unless lower < upper.
    """

    id: str
    lower: int
    upper: int
    since: Moment
    source: WindowSource
    lower_likely: LikelyRange | None = None
    upper_likely: LikelyRange | None = None
    labels: int | None = None

    def __post_init__(self) -> None:
        checked_arousal(self.lower)
        checked_arousal(self.upper)
        if self.lower >= self.upper:
            raise DomainError(Rule.WINDOW_UPSIDE_DOWN)

    def zone_of(self, arousal: int) -> Zone:
        """Where `arousal` lies by these bounds alone; what the person says goes before it."""
        if arousal < self.lower:
            return Zone.BELOW
        return Zone.ABOVE if arousal > self.upper else Zone.INSIDE


STARTING_GUESS = WindowOfTolerance(
    id="00000000-0000-7000-8000-000000000000",
    lower=30,
    upper=70,
    since=moment_of(EPOCH),
    source=WindowSource.STARTING_GUESS,
)

# What the model of `metrics.window_bounds` thinks of a bound before it has seen anything.
LOWER_NOT_SEEN = LikelyRange(5, 55)
UPPER_NOT_SEEN = LikelyRange(45, 95)


class DatedWindow(NamedTuple):
    """A version and how each of its sides came about: a learned window may have learned one of them only."""

    window: WindowOfTolerance
    lower_source: WindowSource
    upper_source: WindowSource


def with_sources(versions: Iterable[WindowOfTolerance]) -> list[DatedWindow]:
    """The versions, oldest first, with the source of each side."""
    basis, dated = WindowSource.STARTING_GUESS, []
    for window in versions:
        if window.source is not WindowSource.LEARNED:
            basis = window.source
        lower = basis if window.lower_likely is None else WindowSource.LEARNED
        upper = basis if window.upper_likely is None else WindowSource.LEARNED
        dated.append(DatedWindow(window, lower, upper))
    return dated
