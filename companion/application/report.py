"""What a page for a session rests on: check-ins, numbers and life events of a period, and notes to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalFilter, JournalKind, place_of
from companion.domain.life_event import LifeEvent
from companion.domain.period import Period, period_ending
from companion.domain.reflection import Reflection

if TYPE_CHECKING:
    from datetime import date

    from companion.application.insights import InsightService, Look
    from companion.application.metrics import Numbers
    from companion.application.ports import Clock
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault
    from companion.domain.line import Stretch
    from companion.domain.metrics.rhythm import Rhythm

USUAL_DAYS = 28
MOST_NOTES = 200
_PAGE = 100
_SPARE_DAYS = timedelta(days=2)

Note = CheckIn | Reflection


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything of a period that a page may show.

    `line` is the smooth line where it is supported; `hours` and `weekdays` have the rhythm with what is missing.
    """

    look: Look
    numbers: Numbers
    line: tuple[Stretch, ...]
    hours: Rhythm
    weekdays: Rhythm
    events: tuple[LifeEvent, ...]


@dataclass(frozen=True, slots=True)
class NotesFound:
    """Check-ins with a note, and reflections, newest first. `has_more` if there are more than can be offered."""

    notes: tuple[Note, ...]
    has_more: bool = False


class ReportService:
    """Looks for what a page needs. Everything here may take seconds with a million check-ins: for the worker."""

    def __init__(self, vault: Vault, insights: InsightService, clock: Clock) -> None:
        self._vault = vault
        self._insights = insights
        self._clock = clock

    def period(self, first: date | None, last: date | None) -> Period:
        """Those days; without a last one up to today, without a first one four weeks.

        Raises DomainError(RANGE_UPSIDE_DOWN) and UserError(LOCKED).
        """
        last = last or max(self._insights.today(), first or self._insights.today())
        return period_ending(last, USUAL_DAYS) if first is None else Period(first, last)

    def look(self, period: Period, most_marks: int) -> Findings:
        """What those days hold, its single check-ins only if there are at most `most_marks`.

        Raises UserError(LOCKED).
        """
        from companion.application.metrics import Span, numbers_of
        from companion.domain.metrics.rhythm import time_of_day, weekdays
        from companion.domain.metrics.stretches import smooth_stretches

        look = self._insights.look(period, most_marks)
        begins, span = look.day_start, Span(period.first, period.last)
        with self._vault.reading() as store:
            columns = span.of(store.check_ins.columns_between(*span.around()), begins)
            return Findings(
                look=look,
                numbers=numbers_of(store, columns, span, begins, self._clock.now().utc),
                line=smooth_stretches(columns, period, begins),
                hours=time_of_day(columns, begins),
                weekdays=weekdays(columns, begins),
                events=_events(store, period, begins),
            )

    def notes(self, period: Period) -> NotesFound:
        """What was written in those days, at most the newest 200. Raises UserError(LOCKED)."""
        with self._vault.reading() as store:
            found = _notes(store, period, store.days.day_start())
        return NotesFound(tuple(found[:MOST_NOTES]), len(found) > MOST_NOTES)


def _events(store: Store, period: Period, day_start: time) -> tuple[LifeEvent, ...]:
    near = store.life_events.between(_around(period.first, -_SPARE_DAYS), _around(period.last, _SPARE_DAYS))
    return tuple(event for event in near if _is_within(event.experienced_at.day(day_start), period))


def _notes(store: Store, period: Period, day_start: time) -> list[Note]:
    """A page at a time, until there are more than are offered or the period is over."""
    wanted = JournalFilter(frozenset({JournalKind.CHECK_IN, JournalKind.REFLECTION}), with_note=True)
    earliest = _around(period.first, -_SPARE_DAYS)
    found: list[Note] = []
    page = store.journal.at(wanted, _around(period.last, _SPARE_DAYS), _PAGE)
    while True:
        found += [
            line
            for line in page.lines
            if isinstance(line, CheckIn | Reflection) and _is_within(line.experienced_at.day(day_start), period)
        ]
        last = page.lines[-1] if page.lines else None
        if not page.has_older or last is None or len(found) > MOST_NOTES or place_of(last).at < earliest:
            return found
        page = store.journal.older(wanted, place_of(last), _PAGE)


def _is_within(day: date, period: Period) -> bool:
    return period.first <= day <= period.last


def _around(day: date, by: timedelta) -> datetime:
    """An instant far enough from that day, wherever it was lived."""
    try:
        return datetime.combine(day, time(), UTC) + by
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC) if by > timedelta(0) else datetime.min.replace(tzinfo=UTC)
