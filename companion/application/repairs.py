"""Repairs: noting one, and keeping the one that is not saved yet. Correcting and deleting is the journal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.events import JournalChanged
from companion.domain.errors import DomainError, Rule
from companion.domain.repair import Repair, RepairDraft

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, IdSource
    from companion.application.vault_ports import Vault
    from companion.domain.checkin import CheckIn


class RepairService:
    """Every change is durable before anybody hears of it."""

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, bus: EventBus) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._held: RepairDraft | None = None

    def note(self, draft: RepairDraft) -> Repair:
        """Keeps a repair; what was kept of it for later is dropped with it. Without a chosen moment it is about now.

        Raises DomainError: NOTHING_WRITTEN, NOTE_TOO_LONG or TIME_IN_THE_FUTURE. Raises UserError(LOCKED).
        """
        now = self._clock.now()
        lived = draft.experienced_at or now
        if lived.utc > now.utc:
            raise DomainError(Rule.TIME_IN_THE_FUTURE)
        where = (draft.happened, draft.arousal, draft.zone, draft.them, draft.helped, draft.check_in_id)
        repair = Repair(self._ids.new_id(), lived, now, *where)
        with self._vault.writing() as store:
            store.repairs.add(repair)
            store.repair_drafts.set(None)
        self._held = None
        self._bus.publish(JournalChanged())
        return repair

    def draft(self) -> RepairDraft | None:
        """The one that is not saved yet; None while locked."""
        if self._vault.is_locked:
            return None
        if self._held is not None:
            self.keep_draft(self._held)
        with self._vault.reading() as store:
            return store.repair_drafts.current()

    def keep_draft(self, draft: RepairDraft | None) -> None:
        """Keeps one for later, or drops it. While locked it is held here, and given to nobody."""
        wanted = None if draft is None or draft.is_empty else draft
        if self._vault.is_locked:
            self._held = wanted
            return
        with self._vault.writing() as store:
            store.repair_drafts.set(wanted)
        self._held = None

    def check_in(self, check_in_id: str | None) -> CheckIn | None:
        """The check-in that one grew from, unless it was deleted permanently; None while locked."""
        if check_in_id is None or self._vault.is_locked:
            return None
        with self._vault.reading() as store:
            return store.check_ins.get(check_in_id)
