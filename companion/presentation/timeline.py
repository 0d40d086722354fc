"""Arousal over time: what the chart shows of a range, already reduced to what its pixels can show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from companion.application.insights import Look
from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.day_summary import added_counts, added_zones, quantile_of_counts
from companion.domain.mark import Mark
from companion.domain.period import Period
from companion.domain.window import (
    LOWER_NOT_SEEN,
    UPPER_NOT_SEEN,
    DatedWindow,
    LikelyRange,
    WindowOfTolerance,
    WindowSource,
    with_sources,
)
from companion.domain.zone import Zone
from companion.presentation.bins import MIDDLE_SHARE, Bin, bins_of_days, bins_of_marks, days_per_bin, middle_of_bins
from companion.presentation.chart_range import ChartRange, Place
from companion.presentation.date_words import DateWords
from companion.presentation.time_axis import Tick, ticks_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.day_summary import DaySummary
    from companion.domain.line import Stretch
    from companion.presentation.timeline_event import TimelineEvent, TimelinePractice

MOST_MARKS = 1200
MARKS_PER_PIXEL = 1
PIXELS_PER_BIN = 8
LEVELS = (LOWEST, 25, 50, 75, HIGHEST)


class Emptiness(Enum):
    """Why there is nothing to draw, if there is nothing."""

    NONE = "none"
    NO_CHECK_INS = "no_check_ins"
    NONE_IN_RANGE = "none_in_range"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is to draw on: the plot's width in device-independent pixels, and how many labels fit."""

    pixels: int = 860
    labels: int = 8

    @property
    def most_marks(self) -> int:
        """From more marks than this on they would run into a black bar."""
        return min(MOST_MARKS, MARKS_PER_PIXEL * self.pixels)

    @property
    def most_bins(self) -> int:
        """More bins than this could not be told apart."""
        return max(1, self.pixels // PIXELS_PER_BIN)


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """One check-in: `wall` in wall seconds, `at` and `offset` as in `Mark`; `arousal` None has no height."""

    id: str
    wall: float
    at: float
    offset: int
    arousal: int | None
    zone: Zone | None
    was_asked: bool


@dataclass(frozen=True, slots=True)
class BandStep:
    """The window between two moments (wall seconds): bounds in arousal points.

    A learned bound has its likely range. One that was not seen yet, while the other was learned, is no line at all.
    """

    start: float
    end: float
    lower: int
    upper: int
    is_guess: bool
    lower_likely: LikelyRange | None = None
    upper_likely: LikelyRange | None = None
    is_lower_seen: bool = True
    is_upper_seen: bool = True

    @property
    def is_learned(self) -> bool:
        """True if at least one of its bounds was learned."""
        return self.lower_likely is not None or self.upper_likely is not None


@dataclass(frozen=True, slots=True)
class TimelineState:
    """Everything the chart draws.

    `start` and `end` are wall seconds. Either `marks` or `bins` are filled; `days_in_bin` is 0 for bins of minutes.
    `days_without` counts days with no check-in since the very first one; today counts only once it has one.
    `without_level` counts check-ins that name no energy; `middle` is the median of the others, in arousal points.
    `zones` counts the answers. `events` are life events and `practices` what was practised, oldest first; the latter
    only of a day or a week. `lines` are the stretches of the smooth line:
    none where there is too little for one, or until it is computed: `is_line_coming` then.
    """

    chart_range: ChartRange
    period: Period
    today: date
    start: float
    end: float
    check_ins: int = 0
    days_without: int = 0
    without_level: int = 0
    ticks: tuple[Tick, ...] = ()
    bands: tuple[BandStep, ...] = ()
    marks: tuple[TimelineMark, ...] = ()
    bins: tuple[Bin, ...] = ()
    days_in_bin: int = 0
    emptiness: Emptiness = Emptiness.NONE
    may_go_earlier: bool = False
    may_go_later: bool = False
    middle: float | None = None
    zones: dict[Zone | None, int] = field(default_factory=dict)
    events: tuple[TimelineEvent, ...] = ()
    practices: tuple[TimelinePractice, ...] = ()
    lines: tuple[Stretch, ...] = ()
    is_line_coming: bool = False


def build_state(
    look: Look, place: Place, room: Room, words: DateWords, events: tuple[TimelineEvent, ...] = ()
) -> TimelineState:
    """What the chart shows of `look` in that much room."""
    start, end = look.period.wall_span(look.day_start)
    bins, days_in_bin = _bins(look, room)
    return TimelineState(
        chart_range=place.chart_range,
        period=look.period,
        today=look.today,
        start=start,
        end=end,
        check_ins=look.check_ins,
        days_without=_days_without(look),
        without_level=look.check_ins - sum(sum(day.arousal.values()) for day in look.days),
        ticks=ticks_of(look.period, look.day_start, room.labels, words),
        bands=bands_of(look.windows, start, end),
        marks=() if bins or look.marks is None else tuple(timeline_mark(mark) for mark in look.marks),
        bins=bins,
        days_in_bin=days_in_bin,
        emptiness=_emptiness(look),
        may_go_earlier=place.may_go_earlier(look.today, look.whole),
        may_go_later=place.may_go_later(look.today, look.whole),
        middle=middle_of_bins(bins) if bins else quantile_of_counts(added_counts(look.days), MIDDLE_SHARE),
        zones=added_zones(look.days),
        events=events,
    )


def build_around(
    state: TimelineState, look: Look, room: Room, words: DateWords, events: tuple[TimelineEvent, ...]
) -> TimelineState:
    """`state` continued before and after, over the longer period of `look`: its ticks, marks or bins go on.

    What cannot be continued in the same way, because there is too much of it, ends where `state` ends.
    """
    start, end = look.period.wall_span(look.day_start)
    times = look.period.days // state.period.days
    bins = _bins_around(state, look, Room(room.pixels * times, room.labels)) if state.bins else ()
    marks = state.marks if look.marks is None else tuple(timeline_mark(mark) for mark in look.marks)
    return replace(
        state,
        period=look.period,
        start=start,
        end=end,
        ticks=ticks_of(state.period, look.day_start, room.labels, words, look.period),
        bands=bands_of(look.windows, start, end),
        marks=() if state.bins else marks,
        bins=bins,
        events=events,
    )


def may_have_line(days: Iterable[DaySummary]) -> bool:
    """True if there may be enough for a smooth line; whether there is, is seen when it is computed."""
    from companion.domain.metrics.gates import SMOOTH

    asked = [day.scheduled for day in days if day.scheduled]
    return not SMOOTH.shortfalls(sum(asked), len(asked))


def timeline_mark(mark: Mark) -> TimelineMark:
    """A mark on the wall clock of where it was noted."""
    return TimelineMark(
        mark.id, mark.at + mark.offset, mark.at, mark.offset, mark.arousal, mark.zone, mark.is_scheduled
    )


def bands_of(windows: tuple[WindowOfTolerance, ...], start: float, end: float) -> tuple[BandStep, ...]:
    """The window's versions as steps between `start` and `end` (wall seconds); none is applied backwards."""
    begins = [window.since.utc.timestamp() + window.since.offset.total_seconds() for window in windows]
    steps = []
    for dated, begin, until in zip(with_sources(windows), begins, [*begins[1:], end], strict=False):
        if max(begin, start) < min(until, end):
            steps.append(_step(dated, max(begin, start), min(until, end)))
    return tuple(steps)


def _step(dated: DatedWindow, start: float, end: float) -> BandStep:
    window, is_learned = dated.window, dated.window.source is WindowSource.LEARNED
    is_lower_seen = not (is_learned and dated.lower_source is WindowSource.STARTING_GUESS)
    is_upper_seen = not (is_learned and dated.upper_source is WindowSource.STARTING_GUESS)
    return BandStep(
        start=start,
        end=end,
        lower=window.lower,
        upper=window.upper,
        is_guess=window.source is WindowSource.STARTING_GUESS,
        lower_likely=window.lower_likely if is_lower_seen else LOWER_NOT_SEEN,
        upper_likely=window.upper_likely if is_upper_seen else UPPER_NOT_SEEN,
        is_lower_seen=is_lower_seen,
        is_upper_seen=is_upper_seen,
    )


def _bins(look: Look, room: Room) -> tuple[tuple[Bin, ...], int]:
    if look.marks is not None and len(look.marks) <= room.most_marks:
        return (), 0
    length = days_per_bin(look.period.days, room.most_bins)
    if look.period.days == 1 and look.marks is not None:
        return bins_of_marks(look.marks, look.period, look.day_start, room.most_bins), 0
    return bins_of_days(look.days, look.period, look.day_start, length), length


def _bins_around(state: TimelineState, look: Look, room: Room) -> tuple[Bin, ...]:
    if state.days_in_bin:
        return bins_of_days(look.days, look.period, look.day_start, state.days_in_bin, state.period.first)
    return (
        state.bins if look.marks is None else bins_of_marks(look.marks, look.period, look.day_start, room.most_bins)
    )


def _days_without(look: Look) -> int:
    if look.whole is None:
        return 0
    first = max(look.period.first, look.whole.first)
    last = min(look.period.last, look.today)
    with_some = sum(first <= day.day <= last for day in look.days)
    open_today = last == look.today and not any(day.day == look.today for day in look.days)
    return max(0, (last - first).days + 1 - with_some - open_today)


def _emptiness(look: Look) -> Emptiness:
    if look.whole is None:
        return Emptiness.NO_CHECK_INS
    return Emptiness.NONE if look.check_ins else Emptiness.NONE_IN_RANGE
