"""The chart's presenter: which part of the past is shown, and what its buttons, keys and gestures mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from companion.application.chart_rows import shows_practices
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInAmended,
    CheckInForgotten,
    CheckInRecorded,
    CheckInRestored,
    CheckInsChanged,
    CheckInsImported,
    DayStartChanged,
    Event,
    JournalChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
    WindowChanged,
)
from companion.application.insights import InsightService, Look
from companion.domain.period import SECONDS_A_DAY, Period, wall_day
from companion.presentation.bins import Bin
from companion.presentation.chart_range import DAYS_IN_MONTH, ChartRange, Place
from companion.presentation.date_words import DateWords
from companion.presentation.timeline import (
    Emptiness,
    Room,
    TimelineMark,
    TimelineState,
    build_around,
    build_state,
    may_have_line,
)
from companion.presentation.timeline_words import (
    MomentWords,
    back_inside,
    bin_words,
    moment_words,
    range_sentence,
    summary,
    thing_words,
)

if TYPE_CHECKING:
    from datetime import date, time

    from companion.presentation.timeline_event import TimelineEvent, TimelinePractice
    from companion.presentation.timeline_overview import Overview
    from companion.presentation.timeline_refining import Refined, Refining, Worker

MOST_READ_IN_A_DAY = 20_000
NEWS = (
    CheckInRecorded,
    CheckInForgotten,
    CheckInRestored,
    CheckInAmended,
    CheckInsChanged,
    CheckInsImported,
    WindowChanged,
    DayStartChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
)


class TimelinePresenter:
    """Builds the chart's state; every call of `state` is a fresh look.

    With a `worker` the smooth line and the overview are computed there: `attach_refined` says when they are there.
    """

    def __init__(
        self, insights: InsightService, bus: EventBus, words: DateWords, worker: Worker | None = None
    ) -> None:
        self._insights = insights
        self._words = words
        self._place = Place()
        self._room = Room()
        self._look: Look | None = None
        self._events: tuple[TimelineEvent, ...] = ()
        self._practices: tuple[TimelinePractice, ...] = ()
        self._found: Refined | None = None
        self._overview: Overview | None = None
        self._is_overview_old = False
        self._outdated: list[Callable[[], None]] = []
        self._refined: list[Callable[[], None]] = []
        self._refining = None if worker is None else self._made_refining(worker)
        for kind in (*NEWS, JournalChanged):
            bus.listen(kind, self._hear)

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever what was shown may no longer be so."""
        self._outdated.append(outdated)

    def attach_refined(self, refined: Callable[[], None]) -> None:
        """From now on calls `refined` when `refined_state` and `overview` have become more than they were."""
        self._refined.append(refined)

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._insights.is_locked

    def state(self) -> TimelineState:
        """What the chart shows now; the smooth line of the same days is kept until the new one is there."""
        self._look = None
        if self._insights.is_locked:
            self._let_go()
            return self._locked_state()
        period = self._period()
        self._look = look = self._insights.look(period, self._most_marks())
        self._events = self._events_in(period, look.day_start)
        self._practices = self._practices_in(period, look.day_start)
        self._ask_for_more(look)
        return self._built(look)

    def refined_state(self) -> TimelineState | None:
        """What was shown last, with what was computed since; None if nothing was shown."""
        return None if self._look is None or self._insights.is_locked else self._built(self._look)

    def fitted_state(self, room: Room) -> TimelineState | None:
        """The same in another room, without looking again where that is not needed; None if nothing changes.

        A window being resized asks for this many times a second.
        """
        if room == self._room:
            return None
        self._room = room
        look = self._look
        if self._insights.is_locked or look is None or (look.marks is None and look.check_ins <= self._most_marks()):
            return self.state()
        return self._built(look)

    def around(self) -> TimelineState | None:
        """What is shown now, with as much again before and after it, to be moved about; None if nothing is shown."""
        look = self._look
        if look is None or self._insights.is_locked:
            return None
        state = self._built(look)
        if self._place.days is None:
            return state
        wide = _three_times(state.period)
        seen = self._insights.look(wide, 0 if state.bins and state.days_in_bin else 3 * self._most_marks())
        around = build_around(state, seen, self._room, self._words, self._events_in(wide, look.day_start))
        return replace(around, practices=self._practices_in(wide, look.day_start, shown=state.period))

    def overview(self) -> Overview | None:
        """The whole history at a glance, once it is there."""
        return None if self._insights.is_locked else self._overview

    def choose(self, chart_range: ChartRange) -> None:
        """Shows that range."""
        self._place = self._place.of(chart_range)

    def go_earlier(self) -> None:
        """Moves one range back, if there is something before."""
        self._place = self._place.earlier(self._insights.today(), self._whole())

    def go_later(self) -> None:
        """Moves one range on, at most to today."""
        self._place = self._place.later(self._insights.today(), self._whole())

    def show_between(self, start: float, end: float) -> None:
        """Shows the whole days that are nearest to `start` and `end` (wall seconds)."""
        day_start = self._insights.day_start
        first = wall_day(start + SECONDS_A_DAY / 2, day_start)
        days = max(1, round((end - start) / SECONDS_A_DAY))
        self.show_days(Period(first, first + timedelta(days - 1)))

    def show_days(self, days: Period) -> None:
        """Shows those days, as far as something lies there."""
        self._place = self._place.over(days, self._insights.today(), self._whole())

    def zoom(self, factor: float, wall: float) -> None:
        """Shows `factor` times as many days; the day at `wall` (wall seconds) stays where it is."""
        held = wall_day(wall, self._insights.day_start)
        self._place = self._place.zoomed(factor, held, self._insights.today(), self._whole())

    def make_room(self, room: Room) -> None:
        """Takes note of how much there is to draw on."""
        self._room = room

    def sentence(self, state: TimelineState) -> str:
        """The range in words."""
        return range_sentence(state, self._words)

    def summary(self, state: TimelineState) -> str:
        """The range and what it holds in words, for those who hear the chart."""
        return summary(state, self._words)

    def tell(self, shown: TimelineMark | Bin | TimelineEvent | TimelinePractice, state: TimelineState) -> MomentWords:
        """One mark, bin, life event or practice in words."""
        if isinstance(shown, Bin):
            return bin_words(shown, state, self._words)
        if isinstance(shown, TimelineMark):
            return moment_words(shown, self._words, back_inside(shown, state))
        return thing_words(shown, self._words)

    def _built(self, look: Look) -> TimelineState:
        state = build_state(look, self._place, self._room, self._words, self._events)
        state = replace(state, practices=self._practices)
        found = self._found
        if found is not None and found.wanted.period == look.period:
            return replace(state, lines=found.lines)
        return replace(state, is_line_coming=self._refining is not None and may_have_line(look.days))

    def _ask_for_more(self, look: Look) -> None:
        if self._refining is None or look.whole is None:
            return
        from companion.presentation.timeline_refining import Wanted

        whole = everything_to_see(look.whole, look.today)
        known = self._overview if self._overview is not None and self._overview.days == whole else None
        self._refining.want(
            Wanted(look.period, look.day_start, look.marks, whole, None if self._is_overview_old else known)
        )

    def _made_refining(self, worker: Worker) -> Refining:
        from companion.presentation.timeline_refining import Refining

        return Refining(worker, self._on_refined)

    def _on_refined(self, found: Refined) -> None:
        if self._insights.is_locked:
            return
        self._found = found
        self._is_overview_old = self._is_overview_old and found.overview is self._overview
        self._overview = found.overview
        for refined in self._refined:
            refined()

    def _let_go(self) -> None:
        self._found = self._overview = None
        self._events, self._practices = (), ()
        if self._refining is not None:
            self._refining.forget()

    def _events_in(self, period: Period, day_start: time) -> tuple[TimelineEvent, ...]:
        from companion.presentation.timeline_event import timeline_events

        start, end = period.wall_span(day_start)
        return timeline_events(self._insights.life_events(period), start, end)

    def _practices_in(
        self, period: Period, day_start: time, shown: Period | None = None
    ) -> tuple[TimelinePractice, ...]:
        if not shows_practices(shown or period):
            return ()
        from companion.presentation.timeline_event import timeline_practices

        start, end = period.wall_span(day_start)
        return timeline_practices(self._insights.practices(period), start, end)

    def _period(self) -> Period:
        return self._place.period(self._insights.today(), self._whole())

    def _whole(self) -> Period | None:
        return None if self._insights.is_locked else self._insights.whole()

    def _most_marks(self) -> int:
        # One day has no finer summary to fall back on, so its check-ins are read and put into bins here.
        return MOST_READ_IN_A_DAY if self._place.days == 1 else self._room.most_marks

    def _locked_state(self) -> TimelineState:
        today = self._insights.today()
        period = self._place.period(today, None)
        start, end = period.wall_span(self._insights.day_start)
        return TimelineState(self._place.chart_range, period, today, start, end, emptiness=Emptiness.LOCKED)

    def _hear(self, _news: Event) -> None:
        self._is_overview_old = True
        for outdated in self._outdated:
            outdated()


def everything_to_see(whole: Period, today: date) -> Period:
    """From the first check-in to today, or to the last one where that is long ago or still to come."""
    is_current = whole.last <= today <= whole.last + timedelta(DAYS_IN_MONTH)
    return Period(whole.first, today) if is_current else whole


def _three_times(period: Period) -> Period:
    return Period(period.moved(-period.days).first, period.moved(period.days).last)
