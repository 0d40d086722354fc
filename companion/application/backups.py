"""One verified copy of the store for each day with changes, in the data folder and in the place the person chose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.application.errors import Trouble, UserError
from companion.application.events import (
    CheckInAmended,
    CheckInForgotten,
    CheckInRecorded,
    CheckInRestored,
    CheckInsChanged,
    CheckInSetupChanged,
    CheckInsImported,
    CopiesChanged,
    DayStartChanged,
    JournalChanged,
    PeopleChanged,
    PracticesChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
    WindowChanged,
)

if TYPE_CHECKING:
    from companion.application.days import DayService
    from companion.application.event_bus import EventBus
    from companion.application.events import Event
    from companion.application.ports import BackupKeeper, Clock, TaskRunner
    from companion.application.preferences import PreferenceService
    from companion.application.vault_ports import Vault
    from companion.domain.checkin import CheckIn

CHANGES = (
    CheckInRecorded,
    CheckInForgotten,
    CheckInRestored,
    CheckInAmended,
    CheckInsChanged,
    CheckInsImported,
    CheckInSetupChanged,
    JournalChanged,
    PracticesChanged,
    PeopleChanged,
    WindowChanged,
    DayStartChanged,
    RemindersChanged,
    StoreChangedElsewhere,
)
BETWEEN_TRIES = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class CopyReport:
    """`made_for` is the day of the newest copy, `laid_for` that of the newest in the chosen place, as far as known.

    `trouble` and `place_trouble` say why the last try came to nothing, there and here.
    """

    made_for: date | None = None
    laid_for: date | None = None
    trouble: UserError | None = None
    place_trouble: UserError | None = None


class BackupService:
    """Has the first change of a day copied on the worker, with everything before it, and laid in the chosen place.

    Once the day is over, what was noted after its copy was made is copied over that one. What could not be done is
    tried again at a later change, half an hour on or more. While locked nothing can be copied: what was noted then is
    copied once the store is unlocked. `CopiesChanged` says that the report is another.
    """

    def __init__(
        self,
        vault: Vault,
        keeper: BackupKeeper,
        days: DayService,
        preferences: PreferenceService,
        clock: Clock,
        tasks: TaskRunner,
        bus: EventBus,
    ) -> None:
        self._vault = vault
        self._keeper = keeper
        self._days = days
        self._preferences = preferences
        self._clock = clock
        self._tasks = tasks
        self._bus = bus
        self._tried_at: datetime | None = None
        self._has_changed = False
        self.is_busy = False
        self.report = CopyReport(made_for=keeper.newest_day())
        for kind in CHANGES:
            bus.listen(kind, self._on_change)
        bus.listen(VaultUnlocked, self._on_vault_unlocked)

    @property
    def place(self) -> str:
        """The chosen place; "" if there is none."""
        return self._preferences.settings.backup_folder

    def catch_up(self) -> None:
        """At the program's start: copies what an earlier run, or the command line, left uncopied."""
        self._tasks.run(self._keeper.drop)
        self.look_back()

    def look_back(self) -> None:
        """A day may have ended: what was left uncopied of earlier days is copied. Cheap if nothing was."""
        if self._vault.is_locked or self.is_busy:
            return
        with self._vault.reading() as store:
            newest = store.check_ins.newest_noted()
        made_for = self.report.made_for
        if newest is not None and (made_for is None or made_for < self._days.day_of(newest.created_at)):
            self._copy(self._days.today())
        elif made_for is not None and self._is_left_from(made_for, newest):
            self._copy(made_for, afresh=True)

    def choose_place(self, folder: str) -> None:
        """From now on copies are laid there as well, the newest at once; "" for nowhere else.

        Raises UserError if the choice cannot be kept.
        """
        self._preferences.change(backup_folder=folder)
        self.report = replace(self.report, laid_for=None, place_trouble=None)
        self._bus.publish(CopiesChanged())
        if folder and not self._vault.is_locked:
            self._copy(self._days.today())

    def save(self, path: str, done: Callable[[UserError | None], None], *, replace_fuller: bool = False) -> None:
        """Writes a copy to that file; `done` is told None once it is there, or why not (COPY_FULLER, …)."""
        self._run(lambda: self._keeper.save(path, replace=replace_fuller), done)

    def _on_change(self, _event: Event) -> None:
        self._has_changed = True
        self._copy_what_changed()

    def _copy_what_changed(self) -> None:
        if self._vault.is_locked or self.is_busy:
            return
        if self._has_changed and self._is_wanting(self._days.today()):
            self._copy(self._days.today())

    def _on_vault_unlocked(self, _event: Event) -> None:
        self.look_back()

    def _is_left_from(self, made_for: date, newest: CheckIn | None) -> bool:
        """True if that day is over, and something was noted after its copy was made."""
        if made_for >= self._days.today():
            return False
        made_at = self._keeper.newest_made_at()
        is_newer = newest is not None and made_at is not None and made_at < newest.created_at.utc
        return self._has_changed or is_newer

    def _is_wanting(self, today: date) -> bool:
        if self.report.made_for == today and (not self.place or self.report.laid_for == today):
            return False
        has_trouble = self.report.trouble is not None or self.report.place_trouble is not None
        if not has_trouble or self._tried_at is None:
            return True
        return abs(self._clock.now().utc - self._tried_at) >= BETWEEN_TRIES

    def _copy(self, day: date, *, afresh: bool = False) -> None:
        """The copy of that day, unless there is one already, and one in the chosen place."""
        before, place = self.report, self.place
        has_one = before.made_for == day and not afresh
        self._tried_at, self._has_changed = self._clock.now().utc, False
        self.is_busy = True
        self._tasks.run(lambda: self._copied(before, place, day, has_one), self._on_copied)

    def _copied(self, before: CopyReport, place: str, day: date, has_one: bool) -> CopyReport:
        """On the worker."""
        report = replace(before, trouble=None, place_trouble=None)
        if not has_one:
            try:
                self._keeper.make(day)
                report = replace(report, made_for=day)
            except UserError as trouble:
                return replace(report, trouble=trouble)
        if place:
            try:
                self._keeper.lay_in(place, day)
                report = replace(report, laid_for=day)
            except UserError as trouble:
                report = replace(report, place_trouble=trouble)
        return report

    def _on_copied(self, report: object) -> None:
        assert isinstance(report, CopyReport)
        self.is_busy = False
        is_locked_meanwhile = report.trouble is not None and report.trouble.trouble is Trouble.LOCKED
        self.report = replace(report, trouble=None) if is_locked_meanwhile else report
        self._bus.publish(CopiesChanged())
        self._copy_what_changed()

    def _run(self, work: Callable[[], object], done: Callable[[UserError | None], None]) -> None:
        def told() -> UserError | None:
            try:
                work()
            except UserError as trouble:
                return trouble
            return None

        self._tasks.run(told, lambda outcome: done(outcome if isinstance(outcome, UserError) else None))
