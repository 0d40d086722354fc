"""The table of a period, however long: it knows how many rows there are, and reads those that are looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.period import SECONDS_A_DAY, Period, day_wall
from companion.presentation.chart_table import TableRow, day_row, headings, in_order, mark_row
from companion.presentation.timeline import BandStep, bands_of, timeline_mark
from companion.presentation.timeline_event import (
    TimelineEvent,
    TimelinePractice,
    timeline_events,
    timeline_practices,
)

if TYPE_CHECKING:
    from companion.application.chart_rows import ChartRowService, Outline
    from companion.domain.day_summary import DaySummary
    from companion.domain.line import Stretch
    from companion.presentation.date_words import DateWords

ROWS_TOGETHER = 200
MOST_KEPT = 8


class _Stretch(NamedTuple):
    """Some days in a row that are read together, and what is among them beside check-ins."""

    period: Period
    rows: int
    things: tuple[TimelineEvent | TimelinePractice, ...]
    bands: tuple[BandStep, ...]


class ChartTablePages:
    """Rows by their number, newest first unless `is_oldest_first`: a check-in each, or with `is_by_day` a day.

    Of check-ins nothing is held but what was looked at last.
    """

    def __init__(self, rows: ChartRowService, words: DateWords) -> None:
        self._rows = rows
        self._words = words
        self._stretches: list[_Stretch] = []
        self._ends: list[int] = []
        self._lines: tuple[Stretch, ...] = ()
        self._kept: OrderedDict[int, list[TableRow]] = OrderedDict()
        self._days: list[TableRow] = []
        self._summaries: dict[float, DaySummary] = {}
        self.is_oldest_first = False
        self.is_by_day = False

    @property
    def count(self) -> int:
        """How many rows there are."""
        if self.is_by_day:
            return len(self._days)
        return self._ends[-1] if self._ends else 0

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return headings(with_line=bool(self._lines))

    def go_to(self, period: Period, lines: tuple[Stretch, ...]) -> None:
        """From now on it is the table of those days, as they are now; while locked it is empty."""
        self._kept.clear()
        self._lines = lines
        self._stretches, self._days, self._summaries = [], [], {}
        if not self._rows.is_locked:
            self._outline(self._rows.outline(period))
        self._ends = list(accumulate(stretch.rows for stretch in self._stretches))

    def let_go(self) -> None:
        """From now on there are no rows, and nothing of them is held."""
        self._kept.clear()
        self._stretches, self._days, self._ends, self._lines, self._summaries = [], [], [], (), {}

    def row(self, number: int) -> TableRow:
        """The row of that number, 0 being the first that is shown; an empty one for what went meanwhile."""
        place = number if self.is_oldest_first else self.count - 1 - number
        if self.is_by_day:
            return self._day(self._days[place])
        which = bisect_right(self._ends, place)
        rows = self._read(which)
        within = place - (self._ends[which - 1] if which else 0)
        return rows[within] if within < len(rows) else TableRow(0.0, ("",) * len(self.headings))

    def _outline(self, outline: Outline) -> None:
        """The days as rows, and which of them are read together."""
        start, end = outline.period.wall_span(outline.day_start)
        events = timeline_events(outline.events, start, end)
        practices = timeline_practices(outline.practices, start, end)
        things: list[TimelineEvent | TimelinePractice] = sorted([*events, *practices], key=lambda thing: thing.wall)
        bands = bands_of(outline.windows, start, end) if outline.days or things else ()
        self._summaries = {day_wall(day.day, outline.day_start) + SECONDS_A_DAY / 2: day for day in outline.days}
        # A day is put into words when its row is looked at: a decade of them takes half a second.
        days = [TableRow(wall, ()) for wall in self._summaries]
        self._days = in_order(days, things, bands, self._lines, self._words)
        self._stretches = [
            _stretch(period, check_ins, things, bands, outline.day_start) for period, check_ins in _together(outline)
        ]

    def _day(self, row: TableRow) -> TableRow:
        return row if row.cells else day_row(self._summaries[row.wall], row.wall, self._lines, self._words)

    def _read(self, which: int) -> list[TableRow]:
        if which in self._kept:
            self._kept.move_to_end(which)
            return self._kept[which]
        stretch = self._stretches[which]
        marks = [] if self._rows.is_locked else self._rows.marks(stretch.period)
        rows = [mark_row(timeline_mark(mark), self._lines, self._words) for mark in marks]
        self._kept[which] = in_order(rows, stretch.things, stretch.bands, self._lines, self._words)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return self._kept[which]


def _together(outline: Outline) -> Iterator[tuple[Period, int]]:
    """Days in a row that have about as many check-ins as are read at once, wholly covering the period."""
    first, count = outline.period.first, 0
    for day in outline.days:
        if count and count + day.check_ins > ROWS_TOGETHER:
            yield Period(first, day.day - timedelta(days=1)), count
            first, count = day.day, 0
        count += day.check_ins
    yield Period(first, outline.period.last), count


def _stretch(
    period: Period,
    check_ins: int,
    things: Sequence[TimelineEvent | TimelinePractice],
    bands: Sequence[BandStep],
    day_start: time,
) -> _Stretch:
    start, end = period.wall_span(day_start)
    things_from, things_to = (bisect_left(things, wall, key=lambda thing: thing.wall) for wall in (start, end))
    bands_from, bands_to = (bisect_left(bands, wall, key=lambda step: step.start) for wall in (start, end))
    own_things, own_bands = tuple(things[things_from:things_to]), tuple(bands[bands_from:bands_to])
    return _Stretch(period, check_ins + len(own_things) + len(own_bands), own_things, own_bands)
