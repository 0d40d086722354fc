"""Asking whether the notebook helps, and keeping the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.is_helping import HelpingAnswer, is_to_ask

if TYPE_CHECKING:
    from companion.application.ports import Clock, IdSource
    from companion.application.vault_ports import Vault
    from companion.domain.is_helping import Helping


class IsHelpingService:
    """All of it raises UserError(LOCKED) while locked."""

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._last: HelpingAnswer | None = None

    def is_waiting(self) -> bool:
        """True if it is to be asked now."""
        now = self._clock.now()
        with self._vault.reading() as store:
            today = now.day(store.days.day_start())
            return is_to_ask(store.helping.first_day(), today, store.helping.all(), now)

    def answer(self, answer: Helping) -> None:
        """Keeps it; `take_back` undoes it."""
        kept = HelpingAnswer(self._ids.new_id(), self._clock.now(), answer)
        with self._vault.writing() as store:
            store.helping.add(kept)
        self._last = kept

    def take_back(self) -> None:
        """The last answer of this sitting is gone."""
        last, self._last = self._last, None
        if last is not None:
            with self._vault.writing() as store:
                store.helping.remove(last.id)
