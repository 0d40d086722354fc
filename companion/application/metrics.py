"""The numbers of a period: read in one consistent look, or made of check-ins that come from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.answered_of_shown import AnsweredOfShown, answered_of_shown
from companion.domain.columns import columns_of
from companion.domain.figures import Figures, figures_of
from companion.domain.mark import Mark
from companion.domain.metrics.day_sums import ACUTE
from companion.domain.metrics.window_bounds import GUESSED
from companion.domain.moment import EPOCH
from companion.domain.reminder import Purpose
from companion.domain.window_learning import priors_of

if TYPE_CHECKING:
    from companion.application.ports import Clock
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault
    from companion.domain.checkin import CheckIn
    from companion.domain.columns import Columns
    from companion.domain.moment import Moment
    from companion.domain.prompt import PromptRecord

# A day with its own hours and offset lies within, wherever it was lived.
_AROUND = timedelta(days=3)
_INSTANT = timedelta(microseconds=1)
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """From one of the person's days to another with both, and from one aware instant to another with both.

    None is no bound. A check-in is of the day that the wall clock of its own place showed.
    """

    first: date | None = None
    last: date | None = None
    start: datetime | None = None
    end: datetime | None = None

    def of(self, columns: Columns, day_start: time) -> Columns:
        """The check-ins that lie within all four."""
        from companion.domain.metrics.choosing import within

        start, end = (None if at is None else at.timestamp() for at in (self.start, self.end))
        return within(columns, day_start, self.first, self.last, start, end)

    def has(self, moment: Moment, day_start: time) -> bool:
        """True if a moment lies within all four."""
        if (self.start is not None and moment.utc < self.start) or (self.end is not None and moment.utc > self.end):
            return False
        day = moment.day(day_start)
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def around(self) -> tuple[datetime, datetime]:
        """Two instants between which everything lies that can be within."""
        start = self.start or (EPOCH if self.first is None else _moved(self.first, -_AROUND))
        end = self.end or (_END_OF_TIME if self.last is None else _moved(self.last, _AROUND))
        return max(start, EPOCH), end if end == _END_OF_TIME else end + _INSTANT


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a span holds: every number by its name, and how much was answered of what was asked."""

    figures: Figures
    answered: AnsweredOfShown


class MetricsService:
    """Numbers of what the person noted. With a million check-ins it takes seconds: not for the GUI thread."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def look(self, span: Span, *, day_start: time | None = None, acute: float = ACUTE) -> Numbers:
        """Every number of the span; days begin when the store says unless told, `acute` is in points.

        The window is what was known of it now, or at the end of a span that is over. Raises UserError(LOCKED).
        """
        with self._vault.reading() as store:
            begins = store.days.day_start() if day_start is None else day_start
            columns = span.of(store.check_ins.columns_between(*span.around()), begins)
            return numbers_of(store, columns, span, begins, self._clock.now().utc, acute)


def numbers_of(
    store: Store, columns: Columns, span: Span, day_start: time, now: datetime, acute: float = ACUTE
) -> Numbers:
    """Every number of a span, whose check-ins are `columns`, with what the store knows of prompts and window."""
    answered = answered_of_shown(_asked(store, span, day_start))
    priors = priors_of([window for window in store.windows.versions() if window.since.utc <= now])
    return Numbers(figures_of(columns, day_start, min(now, _last_instant(span)), priors, acute), answered)


def figures_from(check_ins: Iterable[CheckIn], span: Span, day_start: time, acute: float = ACUTE) -> Figures:
    """Every number of check-ins that are not the person's own; their window is that of the last of them."""
    columns = span.of(columns_of(map(_mark, check_ins)), day_start)
    return figures_of(columns, day_start, None, GUESSED, acute)


def _asked(store: Store, span: Span, day_start: time) -> Iterator[PromptRecord]:
    for record in store.ledger.between(*span.around()):
        if record.prompt.purpose is Purpose.CHECK_IN and span.has(record.prompt.at, day_start):
            yield record


def _last_instant(span: Span) -> datetime:
    if span.end is not None:
        return span.end
    # The end of the day is not known without its place; the window does not change in those hours.
    return _END_OF_TIME if span.last is None else _moved(span.last, timedelta(days=1))


def _moved(day: date, by: timedelta) -> datetime:
    try:
        return datetime.combine(day, time(), UTC) + by
    except OverflowError:
        return _END_OF_TIME if by > timedelta(0) else EPOCH


def _mark(check_in: CheckIn) -> Mark:
    moment = check_in.experienced_at
    return Mark(
        check_in.id,
        moment.utc.timestamp(),
        int(moment.offset.total_seconds()),
        check_in.arousal,
        check_in.zone,
        check_in.is_scheduled,
    )
