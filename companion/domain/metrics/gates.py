"""How much there has to be before a number may be shown.

Measured on 42 people with at least 150 ratings (CoVidAffect; Bailon et al. 2020, 10.1038/s41597-020-00700-1): what a
stretch of so many ratings says differs from the person's whole record by little enough.
"""

from enum import Enum
from typing import NamedTuple


class Need(Enum):
    """What there can be too little of. `NOT_DEFINED`: there is enough, and still no such number."""

    CHECK_INS = "check_ins"
    DAYS = "days"
    PAIRS = "pairs"
    COVERAGE = "coverage"
    LABELS = "labels"
    LABELS_BELOW = "labels_below"
    LABELS_ABOVE = "labels_above"
    EPISODES = "episodes"
    RETURNS = "returns"
    NOT_DEFINED = "not_defined"


class Shortfall(NamedTuple):
    """How much is needed, and how much there is; coverage in whole percent."""

    need: Need
    needed: int = 0
    there: int = 0


class Gate(NamedTuple):
    """The least of each; check-ins are those that the number rests on."""

    check_ins: int = 0
    days: int = 0
    pairs: int = 0
    coverage_percent: int = 0

    def shortfalls(
        self, check_ins: int, days: int, pairs: int = 0, coverage: float | None = None
    ) -> tuple[Shortfall, ...]:
        """What is missing; nothing if the gate is open. `coverage` is a share, 0 to 1."""
        percent = 0 if coverage is None else int(coverage * 100)
        wanted = (
            Shortfall(Need.CHECK_INS, self.check_ins, check_ins),
            Shortfall(Need.DAYS, self.days, days),
            Shortfall(Need.PAIRS, self.pairs, pairs),
            Shortfall(Need.COVERAGE, self.coverage_percent, percent),
        )
        return tuple(one for one in wanted if one.there < one.needed)


LEVEL = Gate(14, 5)
VARIATION = Gate(28, 7, 15)
HOURS = Gate(28, 7, 15, 50)
SMOOTH = Gate(28, 10)
TIME_OF_DAY = Gate(42, 14)
WEEKDAY = Gate(56, 28)
BIN = Gate(4, 4)
INERTIA = Gate(84, 21, 50)

LEAST_EPISODES, LEAST_RETURNS = 10, 6
FLOOR_HOURS = 2.0  # the time to return cannot be finer than the time between prompts


def recovery_shortfalls(episodes: int, returns: int) -> tuple[Shortfall, ...]:
    """What is missing before the time to return may be shown."""
    wanted = (Shortfall(Need.EPISODES, LEAST_EPISODES, episodes), Shortfall(Need.RETURNS, LEAST_RETURNS, returns))
    return tuple(one for one in wanted if one.there < one.needed)
