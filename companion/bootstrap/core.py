"""The program without a window: its parts, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from companion import __version__
from companion.application.event_bus import BusBranch, EventBus

if TYPE_CHECKING:
    from companion.adapters.storage.vault import SqliteVault
    from companion.adapters.system.folders import Folders
    from companion.application.check_in_setup import CheckInSetupService
    from companion.application.checkins import CheckInService
    from companion.application.concept_suggestions import ConceptSuggestions
    from companion.application.days import DayService
    from companion.application.insights import InsightService
    from companion.application.journal import JournalService
    from companion.application.library import LibraryService
    from companion.application.people import PeopleService
    from companion.application.ports import Clock, IdSource
    from companion.application.practice_ports import SteadyClock
    from companion.application.practice_sessions import PracticeSessionService
    from companion.application.practices import PracticeService
    from companion.application.preferences import PreferenceService
    from companion.application.prompt_stories import PromptStories
    from companion.application.reminder_questions import ReminderQuestions
    from companion.application.reminders import ReminderService
    from companion.application.repairs import RepairService
    from companion.application.triangles import TriangleService
    from companion.application.vault_ports import KeyKeeper, PromptPlanFile
    from companion.application.window import WindowService


class Core:
    """The program without a window. Each part is made, and its modules loaded, when it is first asked for.

    `note_folders` are read beside those of the settings, and must be readable. `when_locked` is called once, when the
    store is first asked for and a passphrase is before it; it may unlock it. Tests bring their own `clock`.
    `upgrading` is called before a large store of an earlier version is brought up to date.
    """

    def __init__(
        self,
        folders: Folders,
        *,
        start_locked: bool = False,
        note_folders: tuple[str, ...] = (),
        when_locked: Callable[[KeyKeeper], None] | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.folders = folders
        self.bus = EventBus()
        self.note_folders = note_folders
        self._start_locked = start_locked
        self._when_locked = when_locked
        self._clock = clock
        self.upgrading: Callable[[], None] = _nobody_waits

    @cached_property
    def clock(self) -> Clock:
        """The system's clock, unless another was given."""
        if self._clock is not None:
            return self._clock
        from companion.adapters.system.clock import SystemClock

        return SystemClock()

    @cached_property
    def ids(self) -> IdSource:
        """Makes ids."""
        from companion.adapters.system.ids import SystemIds

        return SystemIds()

    @cached_property
    def preferences(self) -> PreferenceService:
        """The settings in force."""
        from companion.adapters.settings.toml_store import TomlSettingsStore
        from companion.application.preferences import PreferenceService

        return PreferenceService(TomlSettingsStore(self.folders.config), self.bus)

    @cached_property
    def vault(self) -> SqliteVault:
        """The door to what the person noted. Raises UserError if the store cannot be opened."""
        from companion.adapters.storage.vault import SqliteVault
        from companion.adapters.system.memory import leave_no_core_dumps

        leave_no_core_dumps()
        vault = SqliteVault(self.folders.data, start_locked=self._start_locked, upgrading=lambda: self.upgrading())
        if vault.is_locked and self._when_locked is not None:
            self._when_locked(self._keeper_of(vault))
        return vault

    @cached_property
    def key_keeper(self) -> KeyKeeper:
        """Keeps the store's key, and puts a passphrase before it."""
        return self._keeper_of(self.vault)

    @cached_property
    def check_ins(self) -> CheckInService:
        """Checking in."""
        from companion.application.checkins import CheckInService

        return CheckInService(self.vault, self.clock, self.ids, self.bus, __version__)

    @cached_property
    def check_in_setup(self) -> CheckInSetupService:
        """What the person arranged of the check-in."""
        from companion.application.check_in_setup import CheckInSetupService

        return CheckInSetupService(self.vault, self.clock, self.preferences, self.bus)

    @cached_property
    def plan_file(self) -> PromptPlanFile:
        """The plan beside the store for the time it is locked."""
        from companion.adapters.storage.plan_file import PlanFile

        return PlanFile(self.folders.data)

    @cached_property
    def reminders(self) -> ReminderService:
        """The person's reminders."""
        from companion.application.reminders import ReminderService

        return ReminderService(self.vault, self.clock, self.ids, self.bus, self.plan_file)

    @cached_property
    def reminder_questions(self) -> ReminderQuestions:
        """What is asked about the reminders themselves."""
        from companion.application.reminder_changes import ReminderChanges
        from companion.application.reminder_questions import ReminderQuestions

        changes = ReminderChanges(self.vault, self.clock, self.bus, self.plan_file)
        return ReminderQuestions(self.vault, self.clock, self.ids, changes)

    @cached_property
    def prompt_stories(self) -> PromptStories:
        """What became of each prompt."""
        from companion.application.prompt_stories import PromptStories

        return PromptStories(self.vault, self.clock)

    @cached_property
    def days(self) -> DayService:
        """The person's days."""
        from companion.application.days import DayService

        return DayService(self.vault, self.clock)

    @cached_property
    def journal(self) -> JournalService:
        """The journal."""
        from companion.application.journal import JournalService

        return JournalService(self.vault, self.clock, self.ids, self.bus)

    @cached_property
    def steady_clock(self) -> SteadyClock:
        """For how long something takes."""
        from companion.adapters.system.steady_clock import SystemSteadyClock

        return SystemSteadyClock()

    @cached_property
    def practices(self) -> PracticeService:
        """The practices there are."""
        from companion.adapters.library.practice_library import FilePracticeLibrary
        from companion.adapters.system.resources import resources_root
        from companion.application.practices import PracticeService

        library = FilePracticeLibrary(resources_root())
        return PracticeService(library, self.vault, self.clock, self.ids, self.bus, self._language)

    @cached_property
    def practice_sessions(self) -> PracticeSessionService:
        """What was practised."""
        from companion.application.practice_sessions import PracticeSessionService

        return PracticeSessionService(self.vault, self.clock, self.ids, self.bus)

    @cached_property
    def repairs(self) -> RepairService:
        """Notes for repair."""
        from companion.application.repairs import RepairService

        return RepairService(self.vault, self.clock, self.ids, self.bus)

    @cached_property
    def triangles(self) -> TriangleService:
        """Mind, body and relationships."""
        from companion.application.triangles import TriangleService

        return TriangleService(self.vault, self.clock, self.ids, self.bus, self.days)

    @cached_property
    def people(self) -> PeopleService:
        """People and places to turn to."""
        from companion.adapters.storage.support_file import SupportFile
        from companion.application.people import PeopleService
        from companion.bootstrap.late import late

        vault = late(lambda: self.vault)  # without a store those are there who may be shown while it is locked
        return PeopleService(vault, SupportFile(self.folders.data), self.clock, self.ids, self.bus)

    @cached_property
    def insights(self) -> InsightService:
        """Looking back."""
        from companion.application.insights import InsightService

        return InsightService(self.vault, self.days)

    @cached_property
    def windows(self) -> WindowService:
        """The person's window."""
        from companion.application.window import WindowService

        return WindowService(self.vault, self.clock, self.ids, self.bus)

    @cached_property
    def library(self) -> LibraryService:
        """The concept notes."""
        from companion.adapters.library.folder_library import FolderLibrary
        from companion.adapters.system.resources import resources_root
        from companion.application.library import LibraryService

        return LibraryService(
            FolderLibrary(resources_root()),
            self.preferences.note_folders,
            self.bus,
            language=self._language,
            required_folders=self.note_folders,
        )

    @cached_property
    def suggestions(self) -> ConceptSuggestions:
        """Which note fits a moment."""
        from companion.application.concept_suggestions import ConceptSuggestions

        return ConceptSuggestions(self.library, self.vault, self.days)

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read; opens nothing to find that out."""
        if "vault" in self.__dict__:
            return self.vault.is_locked
        from companion.adapters.storage.beside import is_protected

        return self._start_locked or is_protected(self.folders.data)

    def _language(self) -> str:
        from companion.presentation.translation import language_in_force

        chosen = self.preferences.settings.language
        return language_in_force() if chosen == "system" else chosen

    def _keeper_of(self, vault: SqliteVault) -> KeyKeeper:
        from pathlib import Path

        from companion.adapters.storage.key_keeper import FileKeyKeeper

        def more_copies() -> list[Path]:
            chosen = self.preferences.settings.backup_folder
            return [Path(chosen)] if chosen else []

        return FileKeyKeeper(self.folders.data, vault, more_copies=more_copies)

    def open(self) -> None:
        """Opens the store now. Raises UserError if that cannot be."""
        self.vault.is_locked  # noqa: B018 - made on first touch

    def close(self) -> None:
        """Closes what was opened."""
        if "vault" in self.__dict__:
            self.vault.close()


class CoreBranch:
    """The same program for a part of it that is made again while the rest goes on, as in another language.

    What listens to its bus hears nothing any more after `end`.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        self.bus = BusBranch(core.bus)

    def __getattr__(self, name: str) -> object:
        return getattr(self._core, name)

    @property
    def core(self) -> Core:
        """This branch, as what it stands for."""
        return cast(Core, self)

    def end(self) -> None:
        """That part is no more."""
        self.bus.end()


def _nobody_waits() -> None:
    """The command line says nothing of it."""
