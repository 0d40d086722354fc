"""Ratings in columns, cut into the person's days, and which of them follow each other closely enough to be a pair."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from typing import NamedTuple

from companion.domain.mark import Mark
from companion.domain.period import SECONDS_A_DAY
from companion.domain.zone import Zone

LONGEST_PAIR_HOURS = 6.0
SECONDS_AN_HOUR = 3600
ROUNDING = 1e-9  # of hours: exactly six hours are six hours, whenever they began


class Ratings(NamedTuple):
    """Ratings in time order: arousal points, hours since 1970 UTC, and the number of the person's day."""

    values: Sequence[float]
    hours: Sequence[float]
    days: Sequence[int]


class Answers(NamedTuple):
    """Zone answers in time order, with hours and days as in `Ratings`."""

    zones: Sequence[Zone]
    hours: Sequence[float]
    days: Sequence[int]


class Pair(NamedTuple):
    """Two successive ratings of one day, and the hours between them."""

    day: int
    first: float
    second: float
    gap: float


def ratings_of(marks: Iterable[Mark], day_start: time) -> Ratings:
    """The scheduled ratings among marks, whatever their order; check-ins without a rating are left out."""
    rated = sorted((m for m in marks if m.is_scheduled and m.arousal is not None), key=_instant)
    values = [mark.arousal for mark in rated if mark.arousal is not None]
    return Ratings(values, _hours(rated), _days(rated, day_start))


def answers_of(marks: Iterable[Mark], day_start: time, *, only_scheduled: bool) -> Answers:
    """The answers about the zone among marks, whatever their order; check-ins without one are left out."""
    wanted = (m for m in marks if m.zone is not None and (m.is_scheduled or not only_scheduled))
    answered = sorted(wanted, key=_instant)
    zones = [mark.zone for mark in answered if mark.zone is not None]
    return Answers(zones, _hours(answered), _days(answered, day_start))


def pairs_of(ratings: Ratings, longest: float = LONGEST_PAIR_HOURS) -> Iterator[Pair]:
    """Successive ratings of one day more than 0 and at most `longest` hours apart; nights are never bridged.

    Bringmann et al. 2013 ("we start the clock again at the start of each day"); Wendt et al. 2020.
    """
    rows, reach = zip(*ratings, strict=True), longest + ROUNDING
    before, at, day = next(rows, (0.0, 0.0, 0))
    for value, hours, of_day in rows:
        if of_day == day and 0 < hours - at <= reach:
            yield Pair(day, before, value, hours - at)
        before, at, day = value, hours, of_day


def count_pairs(answers: Answers, longest: float = LONGEST_PAIR_HOURS) -> int:
    """How many successive answers are pairs, by the rule of `pairs_of`."""
    _zones, hours, days = answers
    return sum(
        days[index] == days[index - 1] and 0 < hours[index] - hours[index - 1] <= longest + ROUNDING
        for index in range(1, len(hours))
    )


def _instant(mark: Mark) -> float:
    return mark.at


def _hours(marks: Sequence[Mark]) -> list[float]:
    return [mark.at / SECONDS_AN_HOUR for mark in marks]


def _days(marks: Sequence[Mark], day_start: time) -> list[int]:
    start = day_start.hour * SECONDS_AN_HOUR + day_start.minute * 60
    return [int((mark.at + mark.offset - start) // SECONDS_A_DAY) for mark in marks]
