"""The chart's presenter: which part of the past is shown, and what its buttons and keys mean."""

from collections.abc import Callable

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
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
    WindowChanged,
)
from companion.application.insights import InsightService, Look
from companion.domain.period import Period
from companion.presentation.bins import Bin
from companion.presentation.chart_range import ChartRange, Place
from companion.presentation.date_words import DateWords
from companion.presentation.timeline import Emptiness, Room, TimelineMark, TimelineState, build_state
from companion.presentation.timeline_words import MomentWords, bin_words, moment_words, range_sentence

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
    """Builds the chart's state; every call of `state` is a fresh look."""

    def __init__(self, insights: InsightService, bus: EventBus, words: DateWords) -> None:
        self._insights = insights
        self._words = words
        self._place = Place()
        self._room = Room()
        self._look: Look | None = None
        self._outdated: list[Callable[[], None]] = []
        for kind in NEWS:
            bus.listen(kind, self._hear)

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever what was shown may no longer be so."""
        self._outdated.append(outdated)

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._insights.is_locked

    def state(self) -> TimelineState:
        """What the chart shows now."""
        self._look = None
        if self._insights.is_locked:
            return self._locked_state()
        self._look = self._insights.look(self._period(), self._most_marks())
        return build_state(self._look, self._place, self._room, self._words)

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
        return build_state(look, self._place, room, self._words)

    def choose(self, chart_range: ChartRange) -> None:
        """Shows that range."""
        self._place = self._place.of(chart_range)

    def go_earlier(self) -> None:
        """Moves one range back, if there is something before."""
        self._place = self._place.earlier(self._insights.today(), self._whole())

    def go_later(self) -> None:
        """Moves one range on, at most to today."""
        self._place = self._place.later(self._insights.today(), self._whole())

    def make_room(self, room: Room) -> None:
        """Takes note of how much there is to draw on."""
        self._room = room

    def sentence(self, state: TimelineState) -> str:
        """The range in words."""
        return range_sentence(state, self._words)

    def tell(self, shown: TimelineMark | Bin, state: TimelineState) -> MomentWords:
        """One mark or bin in words."""
        if isinstance(shown, Bin):
            return bin_words(shown, state, self._words)
        return moment_words(shown, self._words)

    def _period(self) -> Period:
        return self._place.period(self._insights.today(), self._whole())

    def _whole(self) -> Period | None:
        return None if self._insights.is_locked else self._insights.whole()

    def _most_marks(self) -> int:
        # One day has no finer summary to fall back on, so its check-ins are read and put into bins here.
        return MOST_READ_IN_A_DAY if self._place.chart_range is ChartRange.DAY else self._room.most_marks

    def _locked_state(self) -> TimelineState:
        today = self._insights.today()
        period = self._place.period(today, None)
        start, end = period.wall_span(self._insights.day_start)
        return TimelineState(self._place.chart_range, period, today, start, end, emptiness=Emptiness.LOCKED)

    def _hear(self, _news: Event) -> None:
        for outdated in self._outdated:
            outdated()
