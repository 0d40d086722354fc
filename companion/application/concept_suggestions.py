"""Offers the note that fits a moment, and remembers what was read."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.domain.concept_suggestion import READ_LATELY_DAYS, Occasion, suggest

if TYPE_CHECKING:
    from datetime import date

    from companion.application.days import DayService
    from companion.application.library import LibraryService
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault
    from companion.domain.checkin import CheckIn
    from companion.domain.concept_suggestion import Suggestion
    from companion.domain.zone import Zone

_AROUND = timedelta(days=2)


class ConceptSuggestions:
    """What was read is remembered in the store, the last thirty notes; what was written about is in the journal."""

    def __init__(self, library: LibraryService, vault: Vault, days: DayService) -> None:
        self._library = library
        self._vault = vault
        self._days = days
        self._before: str | None = None

    def note_read(self, key: str) -> None:
        """That note was opened. Nothing is kept of it while locked, or where nothing can be written."""
        if self._vault.is_locked:
            return
        today = self._days.today()
        with suppress(UserError):  # whoever reads is not told that the disk is full
            with self._vault.reading() as store:
                is_known = store.readings.all().get(key) == today
            if not is_known:
                with self._vault.writing() as store:
                    store.readings.add(key, today)

    def after_check_in(self, zone: Zone | None) -> Suggestion | None:
        """For an answer that was just saved: another one with each check-in. None while locked."""
        if self._vault.is_locked:
            return None
        today = self._days.today()
        with self._vault.reading() as store:
            newest, noted = store.check_ins.newest_noted(), store.days.between(today, today)
            read = self._read_lately(store, today)
        turn = sum(day.check_ins for day in noted)
        tags = newest.tags if newest is not None else ()
        found = suggest(self._library.concepts(), Occasion(zone, today, turn, tags, read, self._before))
        self._before = None if found is None else found.concept.key
        return found

    def for_today(self) -> Suggestion | None:
        """For the answer noted last today; it stays until another is noted or it was read. None while locked."""
        if self._vault.is_locked:
            return None
        today = self._days.today()
        with self._vault.reading() as store:
            newest, day_start = store.check_ins.newest(), store.days.day_start()
            read = self._read_lately(store, today)
        noted = newest if newest is not None and newest.experienced_at.day(day_start) == today else None
        return suggest(self._library.concepts(), _occasion(noted, today, read))

    def _read_lately(self, store: Store, today: date) -> dict[str, date]:
        day_start, midnight = store.days.day_start(), datetime.combine(today, time(), UTC)
        written = store.reflections.between(midnight - timedelta(days=READ_LATELY_DAYS) - _AROUND, None)
        read = {r.concept: r.experienced_at.day(day_start) for r in written if r.concept is not None}
        for key, day in store.readings.all().items():
            read[key] = max(day, read.get(key, day))
        return read


def _occasion(noted: CheckIn | None, today: date, read: dict[str, date]) -> Occasion:
    if noted is None:
        return Occasion(None, today, read=read)
    return Occasion(noted.zone, today, tags=noted.tags, read=read)
