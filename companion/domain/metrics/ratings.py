"""Ratings in columns, cut into the person's days, and which of them follow each other closely enough to be a pair."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from companion.domain.columns import NO_ANSWER, Columns, columns_of
from companion.domain.mark import Mark
from companion.domain.period import SECONDS_A_DAY

LONGEST_PAIR_HOURS = 6.0
SECONDS_AN_HOUR = 3600
ROUNDING = 1e-9  # of hours: exactly six hours are six hours, whenever they began

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Numbers = Sequence[float] | Floats
WholeNumbers = Sequence[int] | Ints


class Ratings(NamedTuple):
    """Ratings in time order: arousal points, hours since 1970 UTC, and the number of the person's day."""

    values: Numbers
    hours: Numbers
    days: WholeNumbers


class Answers(NamedTuple):
    """Zone answers in time order, each its place in `Zone`, with hours and days as in `Ratings`."""

    zones: WholeNumbers
    hours: Numbers
    days: WholeNumbers


class Pairs(NamedTuple):
    """Two successive ratings of one day at each place, and the hours between them."""

    days: Ints
    firsts: Floats
    seconds: Floats
    gaps: Floats


def ratings_of(marks: Iterable[Mark] | Columns, day_start: time) -> Ratings:
    """The scheduled ratings among check-ins, whatever their order; those without a rating are left out."""
    columns = columns_of(marks)
    arousal = np.asarray(columns.arousal)
    order = _in_order(columns, (np.asarray(columns.scheduled) != 0) & (arousal != NO_ANSWER))
    return Ratings(arousal[order].astype(float), *_hours_and_days(columns, order, day_start))


def answers_of(marks: Iterable[Mark] | Columns, day_start: time, *, only_scheduled: bool) -> Answers:
    """The answers about the zone among check-ins, whatever their order; those without one are left out."""
    columns = columns_of(marks)
    zones = np.asarray(columns.zone)
    wanted = zones != NO_ANSWER
    if only_scheduled:
        wanted &= np.asarray(columns.scheduled) != 0
    order = _in_order(columns, wanted)
    return Answers(zones[order].astype(np.int64), *_hours_and_days(columns, order, day_start))


def day_numbers(wall: Floats, day_start: time) -> Ints:
    """The number of the person's day, 0 for 1 January 1970, at each of these wall seconds."""
    begins = day_start.hour * SECONDS_AN_HOUR + day_start.minute * 60
    return np.floor((wall - begins) / SECONDS_A_DAY).astype(np.int64)


def pairs_of(ratings: Ratings, longest: float = LONGEST_PAIR_HOURS) -> Pairs:
    """Successive ratings of one day more than 0 and at most `longest` hours apart; nights are never bridged.

    Bringmann et al. 2013 ("we start the clock again at the start of each day"); Wendt et al. 2020.
    """
    values, days = np.asarray(ratings.values, float), np.asarray(ratings.days, np.int64)
    gaps, is_pair = _gaps(ratings.hours, days, longest)
    return Pairs(days[1:][is_pair], values[:-1][is_pair], values[1:][is_pair], gaps[is_pair])


def count_pairs(answers: Answers, longest: float = LONGEST_PAIR_HOURS) -> int:
    """How many successive answers are pairs, by the rule of `pairs_of`."""
    _gaps_between, is_pair = _gaps(answers.hours, np.asarray(answers.days, np.int64), longest)
    return int(is_pair.sum())


def count_days(answers: Answers) -> int:
    """On how many of the person's days there were answers."""
    return len(by_day_of(answers.days)[0])


def by_day_of(days: WholeNumbers) -> tuple[Ints, Ints]:
    """The days there are, in order, and for each given day its place among them."""
    numbers = np.asarray(days, np.int64)
    if not numbers.size:
        return numbers, numbers
    is_new = np.empty(len(numbers), bool)
    is_new[0], is_new[1:] = True, numbers[1:] != numbers[:-1]
    starts = numbers[is_new]
    if (starts[1:] > starts[:-1]).all():
        return starts, np.cumsum(is_new) - 1
    there, places = np.unique(numbers, return_inverse=True)  # a change of zones can turn days back
    return there, places


def _gaps(hours: Numbers, days: Ints, longest: float) -> tuple[Floats, NDArray[np.bool_]]:
    gaps = np.diff(np.asarray(hours, float))
    return gaps, (days[1:] == days[:-1]) & (gaps > 0) & (gaps <= longest + ROUNDING)


def _in_order(columns: Columns, wanted: NDArray[np.bool_]) -> Ints:
    """The places of the wanted check-ins, oldest first; those at one instant as they came."""
    places = np.flatnonzero(wanted)
    at = np.asarray(columns.at)[places]
    if (at[1:] >= at[:-1]).all():
        return places
    return places[np.argsort(at, kind="stable")]


def _hours_and_days(columns: Columns, order: Ints, day_start: time) -> tuple[Floats, Ints]:
    at = np.asarray(columns.at)[order]
    wall = at + np.asarray(columns.offset)[order]
    return at / SECONDS_AN_HOUR, day_numbers(wall, day_start)
