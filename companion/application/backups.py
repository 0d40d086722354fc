"""One verified copy of the store for each day with changes."""

from datetime import date

from companion.application.days import DayService
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
    RemindersChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
    WindowChanged,
)
from companion.application.ports import BackupKeeper, TaskRunner, Vault

CHANGES = (
    CheckInRecorded,
    CheckInForgotten,
    CheckInRestored,
    CheckInAmended,
    CheckInsChanged,
    CheckInsImported,
    JournalChanged,
    WindowChanged,
    DayStartChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
)


class BackupService:
    """Has the first change of a day copied on the worker, with everything before it.

    A copy that could not be made is tried again on the next day. While locked nothing can be copied: what was noted
    then is copied once the store is unlocked.
    """

    def __init__(
        self, vault: Vault, keeper: BackupKeeper, days: DayService, tasks: TaskRunner, bus: EventBus
    ) -> None:
        self._vault = vault
        self._keeper = keeper
        self._days = days
        self._tasks = tasks
        self._copied_on = keeper.newest_day()
        for kind in CHANGES:
            bus.listen(kind, self._on_change)

    def catch_up(self, last_change: date | None) -> None:
        """At the program's start: copies what an earlier run, or the command line, left uncopied."""
        if last_change is not None and (self._copied_on is None or self._copied_on < last_change):
            self._copy()

    def _on_change(self, _event: Event) -> None:
        if not self._vault.is_locked and self._copied_on != self._days.today():
            self._copy()

    def _copy(self) -> None:
        today = self._copied_on = self._days.today()
        self._tasks.run(lambda: self._keeper.make(today))
