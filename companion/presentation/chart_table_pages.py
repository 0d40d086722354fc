"""The table of a period, however long: it knows how many rows there are, and reads those that are looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date, time
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.period import Period, wall_day
from companion.presentation.chart_table import TableRow, headings, in_order, mark_row
from companion.presentation.timeline import BandStep, bands_of, timeline_mark
from companion.presentation.timeline_event import TimelineEvent, timeline_events

if TYPE_CHECKING:
    from companion.application.chart_rows import ChartRowService
    from companion.domain.line import Stretch
    from companion.presentation.date_words import DateWords

ROWS_TOGETHER = 200
MOST_KEPT = 8


class _Stretch(NamedTuple):
    """Some days in a row that are read together, and what is among them beside check-ins."""

    period: Period
    rows: int
    events: tuple[TimelineEvent, ...]
    bands: tuple[BandStep, ...]


class ChartTablePages:
    """Rows by their number, newest first unless `is_oldest_first`. Nothing is held but what was looked at last."""

    def __init__(self, rows: ChartRowService, words: DateWords) -> None:
        self._rows = rows
        self._words = words
        self._stretches: list[_Stretch] = []
        self._ends: list[int] = []
        self._lines: tuple[Stretch, ...] = ()
        self._kept: OrderedDict[int, list[TableRow]] = OrderedDict()
        self.is_oldest_first = False

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._ends[-1] if self._ends else 0

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return headings(with_line=bool(self._lines))

    def go_to(self, period: Period, lines: tuple[Stretch, ...]) -> None:
        """From now on it is the table of those days, as they are now; while locked it is empty."""
        self._kept.clear()
        self._lines = lines
        self._stretches = [] if self._rows.is_locked else self._divided(period)
        self._ends = list(accumulate(stretch.rows for stretch in self._stretches))

    def let_go(self) -> None:
        """From now on there are no rows, and nothing of them is held."""
        self._kept.clear()
        self._stretches, self._ends, self._lines = [], [], ()

    def row(self, number: int) -> TableRow:
        """The row of that number, 0 being the first that is shown; an empty one for what went meanwhile."""
        place = number if self.is_oldest_first else self.count - 1 - number
        which = bisect_right(self._ends, place)
        rows = self._read(which)
        within = place - (self._ends[which - 1] if which else 0)
        return rows[within] if within < len(rows) else TableRow(0.0, ("",) * len(self.headings))

    def _divided(self, period: Period) -> list[_Stretch]:
        outline = self._rows.outline(period)
        start, end = period.wall_span(outline.day_start)
        events = timeline_events(outline.events, start, end)
        bands = bands_of(outline.windows, start, end) if outline.days or events else ()
        found: list[_Stretch] = []
        first, count = period.first, 0
        for day, check_ins in outline.days:
            if count and count + check_ins > ROWS_TOGETHER:
                last = date.fromordinal(day.toordinal() - 1)
                found.append(_stretch(Period(first, last), count, events, bands, outline.day_start))
                first, count = day, 0
            count += check_ins
        found.append(_stretch(Period(first, period.last), count, events, bands, outline.day_start))
        return found

    def _read(self, which: int) -> list[TableRow]:
        if which in self._kept:
            self._kept.move_to_end(which)
            return self._kept[which]
        stretch = self._stretches[which]
        marks = [] if self._rows.is_locked else self._rows.marks(stretch.period)
        rows = [mark_row(timeline_mark(mark), self._lines, self._words) for mark in marks]
        self._kept[which] = in_order(rows, stretch.events, stretch.bands, self._lines, self._words)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return self._kept[which]


def _stretch(
    period: Period,
    check_ins: int,
    events: Sequence[TimelineEvent],
    bands: Sequence[BandStep],
    day_start: time,
) -> _Stretch:
    def is_within(wall: float) -> bool:
        return period.first <= wall_day(wall, day_start) <= period.last

    own_events = tuple(event for event in events if is_within(event.wall))
    own_bands = tuple(step for step in bands if is_within(step.start))
    return _Stretch(period, check_ins + len(own_events) + len(own_bands), own_events, own_bands)
