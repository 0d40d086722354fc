"""Some of the check-ins of columns: those of a span of days and instants, or those that nobody asked for."""

from array import array
from datetime import date, time

import numpy as np
from numpy.typing import NDArray

from companion.domain.columns import Columns
from companion.domain.metrics.ratings import day_numbers
from companion.domain.moment import EPOCH


def within(
    columns: Columns,
    day_start: time,
    first: date | None = None,
    last: date | None = None,
    start: float | None = None,
    end: float | None = None,
) -> Columns:
    """The check-ins of the person's days `first` to `last` and of the instants `start` to `end`, all with both ends.

    Instants are seconds since 1970 UTC; None is no bound. A day is that of the wall clock where it was lived.
    """
    at = np.asarray(columns.at)
    wanted = np.ones(len(at), bool)
    if start is not None:
        wanted &= at >= start
    if end is not None:
        wanted &= at <= end
    if first is not None or last is not None:
        days = day_numbers(at + np.asarray(columns.offset), day_start)
        wanted &= days >= _number(first or date.min)
        wanted &= days <= _number(last or date.max)
    return columns if wanted.all() else _chosen(columns, wanted)


def by_myself(columns: Columns) -> Columns:
    """The check-ins that answer no prompt, as if they were those that count."""
    chosen = _chosen(columns, np.asarray(columns.scheduled) == 0)
    return Columns(chosen.at, chosen.offset, chosen.arousal, chosen.zone, array("b", bytes([1]) * len(chosen)))


def _chosen(columns: Columns, wanted: NDArray[np.bool_]) -> Columns:
    def of(column: "array[int] | array[float]") -> bytes:
        return np.asarray(column)[wanted].tobytes()

    return Columns(
        array("d", of(columns.at)),
        array("i", of(columns.offset)),
        array("h", of(columns.arousal)),
        array("b", of(columns.zone)),
        array("b", of(columns.scheduled)),
    )


def _number(day: date) -> int:
    return (day - EPOCH.date()).days
