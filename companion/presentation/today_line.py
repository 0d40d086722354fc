"""Today's line: the check-ins of the person's day so far, as a small strip beside the check-in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from companion.application.event_bus import EventBus
from companion.application.events import Event
from companion.application.insights import InsightService, Look
from companion.domain.period import Period
from companion.presentation.date_words import DateWords
from companion.presentation.time_axis import Tick, ticks_of
from companion.presentation.timeline import BandStep, TimelineMark, bands_of, timeline_mark
from companion.presentation.timeline_presenter import NEWS
from companion.presentation.translation import _, ngettext

MOST_SHOWN = 300
LABELS = 5


@dataclass(frozen=True, slots=True)
class TodayLineState:
    """`start` and `end` of the day in wall seconds, its marks, and the whole as a sentence."""

    day: date
    start: float
    end: float
    sentence: str
    ticks: tuple[Tick, ...] = ()
    bands: tuple[BandStep, ...] = ()
    marks: tuple[TimelineMark, ...] = ()


def build_state(look: Look, words: DateWords) -> TodayLineState:
    """The line of the one day in `look`."""
    start, end = look.period.wall_span(look.day_start)
    marks = tuple(timeline_mark(mark) for mark in look.marks or ())
    return TodayLineState(
        day=look.period.first,
        start=start,
        end=end,
        sentence=_sentence(look.check_ins, marks, words),
        ticks=ticks_of(look.period, look.day_start, LABELS, words),
        bands=bands_of(look.windows, start, end),
        marks=marks,
    )


class TodayLinePresenter:
    """Builds today's line; every call of `state` is a fresh look."""

    def __init__(self, insights: InsightService, bus: EventBus, words: DateWords) -> None:
        self._insights = insights
        self._words = words
        self._outdated: list[Callable[[], None]] = []
        for kind in NEWS:
            bus.listen(kind, self._hear)

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever what was shown may no longer be so."""
        self._outdated.append(outdated)

    def state(self) -> TodayLineState | None:
        """Today's line now; None while locked."""
        if self._insights.is_locked:
            return None
        today = self._insights.today()
        return build_state(self._insights.look(Period(today, today), MOST_SHOWN), self._words)

    def _hear(self, _news: Event) -> None:
        for outdated in self._outdated:
            outdated()


def _sentence(count: int, marks: tuple[TimelineMark, ...], words: DateWords) -> str:
    if count == 0:
        return _("No check-ins yet today.")
    if not marks:
        return ngettext("{count} check-in today.", "{count} check-ins today.", count).format(count=count)
    last = datetime.fromtimestamp(marks[-1].at, timezone(timedelta(seconds=marks[-1].offset)))
    return ngettext(
        "{count} check-in today, at {time}.", "{count} check-ins today, the last at {time}.", count
    ).format(count=count, time=words.time(last))
