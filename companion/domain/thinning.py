"""Which copies stay: of the last days each, of the last weeks and months one."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date

DAYS = 7
WEEKS = 8
MONTHS = 24


def days_to_keep(days: Iterable[date]) -> frozenset[date]:
    """Of the days with a copy, those whose copy stays.

    The newest copy of each of the 7 newest days, 8 newest weeks (ISO) and 24 newest months that have one. What counts
    is days with copies, not days by the clock: neither a long absence nor a clock set wrong thins anything out.
    """
    newest_first = sorted(set(days), reverse=True)
    return frozenset(
        (
            *newest_first[:DAYS],
            *_newest_of_each(newest_first, lambda day: day.isocalendar()[:2], WEEKS),
            *_newest_of_each(newest_first, lambda day: (day.year, day.month), MONTHS),
        )
    )


def _newest_of_each(newest_first: list[date], span_of: Callable[[date], Hashable], most: int) -> list[date]:
    newest: dict[Hashable, date] = {}
    for day in newest_first:
        newest.setdefault(span_of(day), day)
    return list(newest.values())[:most]
