"""The triangle: noting one, keeping the one that is not saved yet, and those of the last weeks.

Correcting and deleting is the journal's.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.application.events import JournalChanged, PromptsChanged
from companion.application.open_prompts import answer_open_prompt
from companion.domain.errors import DomainError, Rule
from companion.domain.reminder import Purpose
from companion.domain.triangle import Triangle, TriangleDraft, TriangleWeek, weeks_of

if TYPE_CHECKING:
    from companion.application.days import DayService
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, IdSource
    from companion.application.vault_ports import Vault
    from companion.domain.moment import Moment

# A moment lies on the day that its own wall clock showed, at most this far from that day in UTC.
_AROUND = timedelta(days=2)


class TriangleService:
    """Every change is durable before anybody hears of it."""

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, bus: EventBus, days: DayService) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._days = days
        self._held: TriangleDraft | None = None

    def note(
        self,
        points: tuple[int | None, int | None, int | None],
        words: tuple[str, str, str],
        *,
        experienced_at: Moment | None = None,
    ) -> Triangle:
        """Keeps a position and words for each corner, in their order; `experienced_at` None is now.

        What was kept of it for later is dropped. One about now answers the prompt that is open and asks for it.
        Raises DomainError: TRIANGLE_EMPTY, WORDS_TOO_LONG, POINTS_OUT_OF_RANGE or TIME_IN_THE_FUTURE. Raises
        UserError(LOCKED).
        """
        now = self._clock.now()
        lived = experienced_at or now
        if lived.utc > now.utc:
            raise DomainError(Rule.TIME_IN_THE_FUTURE)
        triangle = Triangle(self._ids.new_id(), lived, now, *points, *words)
        with self._vault.writing() as store:
            store.triangles.add(triangle)
            store.triangle_drafts.set(None)
            is_answer = experienced_at is None and answer_open_prompt(store, Purpose.TRIANGLE, now)
        self._held = None
        self._bus.publish(JournalChanged())
        if is_answer:
            self._bus.publish(PromptsChanged())
        return triangle

    def draft(self) -> TriangleDraft | None:
        """The one that is not saved yet, unless it is older than a day; None while locked."""
        if self._vault.is_locked:
            return None
        if self._held is not None:
            self.keep_draft(self._held)
        with self._vault.reading() as store:
            draft = store.triangle_drafts.current()
        if draft is not None and draft.is_stale(self._clock.now().utc):
            self.keep_draft(None)
            return None
        return draft

    def keep_draft(self, draft: TriangleDraft | None) -> None:
        """Keeps one for later, or drops it. While locked it is held here, and given to nobody."""
        wanted = None if draft is None or draft.is_empty else draft
        if self._vault.is_locked:
            self._held = wanted
            return
        with self._vault.writing() as store:
            store.triangle_drafts.set(wanted)
        self._held = None

    def weeks(self, first_weekday: int, count: int) -> tuple[TriangleWeek, ...]:
        """The last `count` weeks, oldest first, each beginning with that weekday (0: Monday).

        Raises UserError(LOCKED).
        """
        today = self._days.today()
        start = datetime.combine(today, time(), UTC) - timedelta(weeks=count) - _AROUND
        with self._vault.reading() as store:
            day_start = store.days.day_start()
            found = store.triangles.between(start, None)
        return weeks_of([(each.experienced_at.day(day_start), each) for each in found], today, first_weekday, count)
