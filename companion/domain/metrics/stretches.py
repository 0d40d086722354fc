"""The smooth line of a period in stretches, none of which bridges a gap, or a night where nights can be seen."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import time

import numpy as np
from numpy.typing import NDArray

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.columns import NO_ANSWER, Columns, columns_of
from companion.domain.line import LinePoint, Stretch
from companion.domain.mark import Mark
from companion.domain.metrics.gates import SMOOTH
from companion.domain.metrics.ratings import Floats, Ints, day_numbers, ratings_of
from companion.domain.metrics.smooth import LONGEST_GAP_DAYS, Point, smooth_line
from companion.domain.period import SECONDS_A_DAY, Period

PLACES = 240
NIGHTS_ARE_SEEN_TO = 14  # days; in a longer period a night is hardly wider than a mark


def smooth_stretches(marks: Iterable[Mark] | Columns, period: Period, day_start: time) -> tuple[Stretch, ...]:
    """The line through the scheduled ratings of a period, or nothing below its gate (28 ratings on 10 days).

    Cleveland 1979 by `smooth_line`, at 240 evenly placed moments of the wall clock, in points from 0 to 100. A
    stretch ends at a gap of more than 5 days; in a period of at most 14 days at the last rating of every day too.
    Check-ins of other days are left out.
    """
    columns = _within(columns_of(marks), *period.wall_span(day_start))
    ratings = ratings_of(columns, day_start)
    if SMOOTH.shortfalls(len(ratings.values), len(np.unique(ratings.days))):
        return ()
    at, walls = _instants(columns)
    places = np.linspace(walls[0], walls[-1], PLACES)
    # A place on the wall clock is the instant that the clock of the rating before it would call so.
    before = np.clip(np.searchsorted(walls, places, "right") - 1, 0, len(walls) - 1)
    instants = (places - walls[before] + at[before]) / SECONDS_A_DAY
    line = smooth_line(ratings, instants.tolist())
    return tuple(_stretches(places.tolist(), line, _pieces(walls, places, period, day_start)))


def _within(columns: Columns, start: float, end: float) -> Columns:
    walls = np.asarray(columns.at, float) + np.asarray(columns.offset, float)
    wanted = (walls >= start) & (walls < end)
    if wanted.all():
        return columns
    parts = (columns.at, columns.offset, columns.arousal, columns.zone, columns.scheduled)
    return Columns(*(array(part.typecode, np.asarray(part)[wanted].tobytes()) for part in parts))


def _instants(columns: Columns) -> tuple[Floats, Floats]:
    """When the scheduled ratings were, in seconds since 1970 UTC and in wall seconds that never run back."""
    rated = (np.asarray(columns.scheduled) != 0) & (np.asarray(columns.arousal) != NO_ANSWER)
    at, offset = np.asarray(columns.at, float)[rated], np.asarray(columns.offset, float)[rated]
    order = np.argsort(at, kind="stable")
    return at[order], np.maximum.accumulate(at[order] + offset[order])


def _pieces(walls: Floats, places: Floats, period: Period, day_start: time) -> Ints:
    """For each place the number of the piece that it lies in, between two silences; -1 within a silence."""
    breaks: NDArray[np.bool_] = np.diff(walls) > LONGEST_GAP_DAYS * SECONDS_A_DAY
    if period.days <= NIGHTS_ARE_SEEN_TO:
        breaks |= np.diff(day_numbers(walls, day_start)) != 0
    ends, begins = walls[:-1][breaks], walls[1:][breaks]
    silences_begun, silences_over = np.searchsorted(ends, places, "left"), np.searchsorted(begins, places, "right")
    return np.where(silences_begun == silences_over, silences_over, -1).astype(np.int64)


def _stretches(places: Sequence[float], line: Sequence[Point | None], pieces: Ints) -> Iterator[Stretch]:
    drawn: list[LinePoint] = []
    piece_before = -1
    for wall, point, piece in zip(places, line, pieces.tolist(), strict=True):
        if point is None or piece < 0 or piece != piece_before:
            if len(drawn) > 1:
                yield tuple(drawn)
            drawn = []
        piece_before = piece
        if point is not None and piece >= 0:
            drawn.append(LinePoint(wall, *(min(HIGHEST, max(LOWEST, value)) for value in point[1:])))
    if len(drawn) > 1:
        yield tuple(drawn)
