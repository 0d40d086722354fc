"""Spells: how long one zone was answered in a row, as a range and never as a single number."""

from collections.abc import Iterator
from typing import NamedTuple

from companion.domain.columns import ZONES
from companion.domain.metrics.ratings import ROUNDING, Answers
from companion.domain.zone import Zone

LONGEST_GAP_HOURS = 4.0


class Spell(NamedTuple):
    """A run of one zone on one day. It lasted at least `least` and at most `most` hours.

    Where nothing was answered before or after it within the gap, that end is open, and `most` counts only up to
    the spell's own first or last answer.
    """

    zone: Zone
    least: float
    most: float
    is_start_open: bool
    is_end_open: bool


def spells(answers: Answers, longest: float = LONGEST_GAP_HOURS) -> list[Spell]:
    """The maximal runs of one zone within a day, its answers at most `longest` hours apart; interval-censored."""
    found = []
    for stretch in _stretches(answers, longest):
        runs = _runs(stretch)
        for place, run in enumerate(runs):
            before = runs[place - 1][-1][1] if place else None
            after = runs[place + 1][0][1] if place + 1 < len(runs) else None
            first, last = run[0][1], run[-1][1]
            most = (last if after is None else after) - (first if before is None else before)
            found.append(Spell(ZONES[run[0][0]], last - first, most, before is None, after is None))
    return found


def _stretches(answers: Answers, longest: float) -> Iterator[list[tuple[int, float]]]:
    stretch: list[tuple[int, float]] = []
    for index, (zone, hours, day) in enumerate(zip(*answers, strict=True)):
        if index and (day != answers.days[index - 1] or hours - answers.hours[index - 1] > longest + ROUNDING):
            yield stretch
            stretch = []
        stretch.append((int(zone), float(hours)))
    if stretch:
        yield stretch


def _runs(stretch: list[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = []
    for zone, hours in stretch:
        if runs and runs[-1][0][0] == zone:
            runs[-1].append((zone, hours))
        else:
            runs.append([(zone, hours)])
    return runs
