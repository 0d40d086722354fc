"""How often the likely range of a bound holds the truth, and how wide it is, for people whose window is known.

Runs by hand: `python -m tests.fuzz.window_coverage [runs]`, 300 runs per cell by default, some minutes.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from companion.domain.metrics.window_bounds import Spread, estimate_window
from tests.support.builders import NOW
from tests.support.labelling import Person, labels_of

COUNTS = (10, 20, 40, 80, 160)
PEOPLE = tuple(
    Person(lower, upper, slope) for lower, upper in ((20, 80), (25, 65), (30, 70), (35, 75)) for slope in (6, 8)
)
LEAST_COVERED = 0.88
WIDTHS = {20: (23, 24), 40: (18, 18), 80: (12, 16), 160: (8, 13)}
LARGEST_BIAS = 4.5


@dataclass(frozen=True)
class Cell:
    """One person after `count` labels: both bounds of every run."""

    person: Person
    count: int
    covered: float
    width: float
    bias: tuple[float, float]

    def __str__(self) -> str:
        who = f"{self.person.lower:.0f}..{self.person.upper:.0f} slope {self.person.slope:.0f}"
        bias = " ".join(f"{one:+5.1f}" for one in self.bias)
        return f"{who:<18} {self.count:4} labels: covered {self.covered:4.0%}, width {self.width:4.1f}, bias {bias}"


def cell(person: Person, count: int, runs: int) -> Cell:
    """Simulates one cell; the same figures every time."""
    estimates = [estimate_window(labels_of(person, count, seed=(person, count, run)), NOW) for run in range(runs)]
    sides = [
        [(estimate.lower.spread(), person.lower) for estimate in estimates],
        [(estimate.upper.spread(), person.upper) for estimate in estimates],
    ]
    both = [*sides[0], *sides[1]]
    return Cell(
        person,
        count,
        covered=fmean(spread.likely.low <= truth <= spread.likely.high for spread, truth in both),
        width=fmean(spread.likely.high - spread.likely.low for spread, _truth in both),
        bias=(_bias(sides[0]), _bias(sides[1])),
    )


def _bias(side: Sequence[tuple[Spread, float]]) -> float:
    return fmean(spread.mean - truth for spread, truth in side)


def main(arguments: Sequence[str]) -> int:
    """Prints every cell; 1 if the range held the truth too rarely in one of them."""
    runs = int(arguments[0]) if arguments else 300
    cells = [cell(person, count, runs) for count in COUNTS for person in PEOPLE]
    for one in cells:
        print(one)
    for count in COUNTS:
        of_count = [one for one in cells if one.count == count]
        widths = [one.width for one in of_count]
        bias = max(abs(side) for one in of_count for side in one.bias)
        least = min(one.covered for one in of_count)
        print(
            f"{count:4} labels: covered at least {least:.0%}, width {min(widths):.1f} to {max(widths):.1f}, ", end=""
        )
        print(f"bias at most {bias:.1f}")
    return 0 if all(one.covered >= LEAST_COVERED for one in cells) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
