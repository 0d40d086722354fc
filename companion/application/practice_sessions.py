"""Noting that something was practised, and what the person says of it before and after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.events import JournalChanged, VaultUnlocked
from companion.domain.arousal import checked_arousal
from companion.domain.errors import DomainError, Rule
from companion.domain.practice_noted import PracticeNoted, noted_of
from companion.domain.practice_session import PracticeSession

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, IdSource
    from companion.application.vault_ports import Vault
    from companion.domain.moment import Moment
    from companion.domain.practice import Practice
    from companion.domain.practice_session import Felt


class PracticeSessionService:
    """What ends while the notebook is locked lies sealed beside it, and is noted when it is unlocked.

    Where that cannot be, as on a full disk, it waits here.
    """

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, bus: EventBus) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._waiting: dict[str, PracticeSession] = {}
        bus.listen(VaultUnlocked, lambda _news: self._note_waiting())

    def now(self) -> Moment:
        """When a practice that begins now began."""
        return self._clock.now()

    def finish(
        self,
        practice: Practice,
        started_at: Moment,
        *,
        before: int | None = None,
        check_in_id: str | None = None,
        stopped_early: bool = False,
    ) -> PracticeSession:
        """Notes a practice that ends now. Raises DomainError(AROUSAL_OUT_OF_RANGE)."""
        now = self._clock.now()
        ended_at = now if now.utc >= started_at.utc else started_at  # the clock may have been set back meanwhile
        session = PracticeSession(
            self._ids.new_id(),
            practice.key,
            practice.title,
            started_at,
            ended_at,
            before,
            None,
            None,
            check_in_id,
            stopped_early,
        )
        self._keep(session)
        return session

    def note_after(self, session: PracticeSession, after: int | None, felt: Felt | None) -> PracticeSession:
        """Keeps what the person says of it now. Raises DomainError(AROUSAL_OUT_OF_RANGE)."""
        if after is not None:
            checked_arousal(after)
        said = replace(session, after=after, felt=felt)
        if session.id in self._waiting or self._vault.is_locked:
            self._lay_aside(said)
            return said
        with self._vault.writing() as store:
            if store.practice_sessions.get(session.id) is None:
                raise DomainError(Rule.NO_SUCH_LINE)
            store.practice_sessions.note(said, self._clock.now())
        self._bus.publish(JournalChanged())
        return said

    def noted(self, key: str) -> PracticeNoted:
        """What was noted of that practice so far. Raises UserError(LOCKED)."""
        with self._vault.reading() as store:
            return noted_of(store.practice_sessions.of_practice(key), store.days.day_start())

    def _keep(self, session: PracticeSession) -> None:
        if self._vault.is_locked:
            self._lay_aside(session)
            return
        with self._vault.writing() as store:
            store.practice_sessions.add(session)
        self._bus.publish(JournalChanged())

    def _lay_aside(self, session: PracticeSession) -> None:
        """Of two with the same id the one that was laid aside last counts."""
        self._waiting.pop(session.id, None)
        try:
            with self._vault.taking_in() as intake:
                intake.practice_sessions.add(session)
        except UserError:
            self._waiting[session.id] = session

    def _note_waiting(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for session in waiting.values():
            self._keep(session)
