"""Coming back: how long it takes from outside the window to inside again, as far as check-ins can tell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, log, nan, sqrt
from typing import NamedTuple

from companion.domain.metrics.ratings import LONGEST_PAIR_HOURS, ROUNDING, Answers
from companion.domain.zone import Zone

FLOOR_HOURS = 2.0
_Z95 = 1.959963984540054
_TOLERANCE = 2.0**-26  # R's, for "exactly one half"


class Episode(NamedTuple):
    """Hours from the first report outside to the return, or, if none was seen, for how long none was."""

    hours: float
    has_returned: bool


class Step(NamedTuple):
    """The share still outside after so many hours, with R's 95 % limits; nan where they are not defined."""

    hours: float
    outside: float
    low: float
    high: float


class Return(NamedTuple):
    """The median time to return in hours, with its 95 % limits; None where the curve does not reach one half."""

    median: float | None
    low: float | None
    high: float | None


def episodes(answers: Answers, longest: float = LONGEST_PAIR_HOURS) -> list[Episode]:
    """Episodes outside, each within one day; "not sure" says nothing and is left out.

    One begins with the first report outside after one inside, or with the first of a day. The return is half way
    between the last report outside and the first inside; where the day ends first, or more than `longest` hours
    pass without a report, it was not seen. De Calheiros Velozo et al. 2023; Schreuder et al. 2024,
    10.1080/02699931.2024.2423706.
    """
    found: list[Episode] = []
    for day in _days(answers):
        found.extend(_of_day(day, longest))
    return found


def return_curve(found: Sequence[Episode]) -> list[Step]:
    """Kaplan & Meier 1958, with Greenwood's variance and limits on the log scale. Tested as R's survfit."""
    ended = Counter(episode.hours for episode in found)
    returned = Counter(episode.hours for episode in found if episode.has_returned)
    steps, outside, variance, at_risk = [], 1.0, 0.0, len(found)
    for hours in sorted(ended):
        returns = returned[hours]
        outside *= 1 - returns / at_risk
        if returns < at_risk:
            variance += returns / (at_risk * (at_risk - returns))
        at_risk -= ended[hours]
        steps.append(Step(hours, outside, *_limits(outside, variance)))
    return steps


def time_to_return(found: Sequence[Episode]) -> Return:
    """The median time to return.

    As R's survfit: where the curve lies at exactly one half, the middle between that and the next return. It cannot
    be finer than the time between prompts: up to `FLOOR_HOURS` it reads "2 h or less".
    """
    curve = return_curve(found)
    hours = [step.hours for step in curve]
    return Return(
        _halved(hours, [step.outside for step in curve]),
        _halved(hours, [step.low for step in curve]),
        _halved(hours, [step.high for step in curve]),
    )


def _days(answers: Answers) -> Iterator[list[tuple[float, bool]]]:
    day: list[tuple[float, bool]] = []
    number: int | None = None
    for zone, hours, at_day in zip(*answers, strict=True):
        if zone is Zone.UNSURE:
            continue
        if at_day != number:
            yield day
            day, number = [], at_day
        day.append((hours, zone is not Zone.INSIDE))
    yield day


def _of_day(day: list[tuple[float, bool]], longest: float) -> Iterator[Episode]:
    began: float | None = None
    last, may_begin = 0.0, True
    for hours, is_outside in day:
        if began is not None and hours - last > longest + ROUNDING:
            yield _episode(began, last, has_returned=False)
            began, may_begin = None, False
        if is_outside and began is None and may_begin:
            began = hours
        elif not is_outside:
            if began is not None:
                yield _episode(began, (last + hours) / 2, has_returned=True)
            began, may_begin = None, True
        last = hours
    if began is not None:
        yield _episode(began, last, has_returned=False)


def _episode(began: float, ended: float, *, has_returned: bool) -> Episode:
    # Equal times have to be equal: hours since 1970 are no finer than a few microseconds.
    return Episode(round(ended - began, 9), has_returned)


def _limits(outside: float, variance: float) -> tuple[float, float]:
    if outside <= 0:
        return nan, nan
    reach = _Z95 * sqrt(variance)
    return exp(log(outside) - reach), min(1.0, exp(log(outside) + reach))


def _halved(hours: Sequence[float], shares: Sequence[float]) -> float | None:
    below = [(at, share) for at, share in zip(hours, shares, strict=True) if share < 0.5 + _TOLERANCE]
    if not below:
        return None
    first_at, first = below[0]
    later = next((at for at, share in below if share < first), None)
    if abs(first - 0.5) < _TOLERANCE and later is not None:
        return (first_at + later) / 2
    return first_at
