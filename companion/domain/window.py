"""The window of tolerance: the person's own bounds on the arousal line, dated, never applied backwards."""

from dataclasses import dataclass
from enum import Enum

from companion.domain.arousal import checked_arousal
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import EPOCH, Moment, moment_of
from companion.domain.zone import Zone


class WindowSource(Enum):
    """How these bounds came about."""

    STARTING_GUESS = "starting_guess"
    OWN = "own"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class WindowOfTolerance:
    """Bounds in arousal points, in force from `since` until the next version.

    Raises DomainError(WINDOW_UPSIDE_DOWN) unless lower < upper.
    """

    id: str
    lower: int
    upper: int
    since: Moment
    source: WindowSource

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
