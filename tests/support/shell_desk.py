"""The window and its screens on a real store in a folder of the test; clock, alarm, display and notes are ours."""

from datetime import time
from functools import cached_property
from pathlib import Path

from PySide6.QtWidgets import QWidget

from companion.adapters.settings.carried import CarriedSettings
from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.application.backups import BackupService
from companion.application.carried_settings import SettingsCarrying
from companion.application.carrying import CarryingService
from companion.application.check_in_setup import CheckInSetupService
from companion.application.concept_suggestions import ConceptSuggestions
from companion.application.days import DayStartService
from companion.application.imports import ImportsService
from companion.application.insights import InsightService
from companion.application.journal import JournalService
from companion.application.places import Places
from companion.application.preferences import PreferenceService
from companion.application.protection import OlderCopies
from companion.application.restoring import RestoreService
from companion.application.security import SecurityService
from companion.application.window import WindowService
from companion.bootstrap.worker_backups import WorkerBackups
from companion.bootstrap.worker_transfer import WorkerTransfer
from companion.domain.checkin import CheckIn
from companion.domain.concept import Concept
from companion.domain.concept_suggestion import Suggestion
from companion.presentation.after_check_in import AfterCheckInPresenter
from companion.presentation.backups import BackupPresenter
from companion.presentation.carrying import CarryingPresenter
from companion.presentation.checkin_form import Place
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.checkin_presenter import CheckInPresenter
from companion.presentation.checkin_settings import CheckInSettingsPresenter
from companion.presentation.date_words import DateWords
from companion.presentation.day_start import DayStartPresenter
from companion.presentation.imports import ImportsPresenter
from companion.presentation.locking import LockPresenter
from companion.presentation.privacy import PrivacyPresenter
from companion.presentation.prompt_story import StoryPresenter
from companion.presentation.reflection import ReflectionPresenter
from companion.presentation.reminders import RemindersPresenter
from companion.presentation.reminders_question import QuestionPresenter
from companion.presentation.reminders_stillness import StillnessPresenter
from companion.presentation.restoring import RestorePresenter
from companion.presentation.settings import SettingsPresenter
from companion.presentation.today import TodayPresenter
from companion.presentation.today_line import TodayLinePresenter
from companion.presentation.welcome import WelcomePresenter
from companion.presentation.window import WindowPresenter
from companion.ui.chart.today_line import TodayLineView
from companion.ui.screens.help import HelpScreen
from companion.ui.screens.reminders import RemindersScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.screens.support import SupportScreen
from companion.ui.screens.today import TodayScreen
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.shell.lock_screen import LockScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from companion.ui.widgets.answer_words_card import AnswerWordsCard
from companion.ui.widgets.backup_card import BackupCard
from companion.ui.widgets.check_in_panel import CheckInPanel
from companion.ui.widgets.check_in_settings import CheckInSettings
from companion.ui.widgets.day_start_card import DayStartCard
from companion.ui.widgets.privacy_card import PrivacyCard
from companion.ui.widgets.transfer_card import TransferCard
from companion.ui.widgets.window_card import WindowCard
from tests.support.date_words import PlainDateWords
from tests.support.in_memory_settings import InMemorySettings as InMemorySettings
from tests.support.notes import library_of
from tests.support.passphrases import PASSPHRASE, a_keeper
from tests.support.reminder_desk import FakeQuestions, FakeStories
from tests.support.reminding import Desk
from tests.support.worker import FakeWorker

A_CONCEPT = Concept(
    "ours/window-of-tolerance",
    "Window of Tolerance",
    "word " * 600,
    summary="The range of activation in which a person can feel and think at once; everyone leaves it at times.",
    prompts=("What tells you that you are near an edge of your window?",),
)


class ShellDesk(Desk):
    """Makes screens; the panel made last is `panel`."""

    def __init__(
        self, folder: Path, theme: Theme, words: DateWords | None = None, *, is_locked: bool = False
    ) -> None:
        super().__init__(folder, start="2026-11-22T14:06:00")
        self._folder = folder
        self.store_folder = folder / "store"
        self.is_protected = False
        self.theme = theme
        self.words = words or PlainDateWords()
        self.settings_store = InMemorySettings()
        self.preferences = PreferenceService(self.settings_store, self.bus)
        self.check_in_setup = CheckInSetupService(self.vault, self.clock, self.preferences, self.bus)
        self.journal = JournalService(self.vault, self.clock, self.ids, self.bus)
        self.concepts = [A_CONCEPT]
        self.data_folder = "/home/robin/.local/share/companion"
        self.has_tray = True
        self.worker = FakeWorker()
        self.stories, self.questions = FakeStories(), FakeQuestions()
        if is_locked:
            self.vault.lock()

    def window(self) -> MainWindow:
        """The main window with Today open; screens that are not ours are empty."""
        made = MainWindow(
            self.theme,
            {
                ScreenName.TODAY: self.today_screen,
                ScreenName.CHART: QWidget,
                ScreenName.JOURNAL: QWidget,
                ScreenName.CONCEPTS: QWidget,
                ScreenName.PRACTICES: QWidget,
                ScreenName.REMINDERS: self.reminders_screen,
                ScreenName.SETTINGS: self.settings_screen,
                ScreenName.SUPPORT: lambda: SupportScreen(self.theme),
                ScreenName.HELP: self.help_screen,
                ScreenName.WELCOME: self.welcome_screen,
            },
        )
        made.offer_unlocking(self.lock_screen)
        made.show_locked(self.vault.is_locked)
        if not made.shows_lock_screen:
            made.open_screen(ScreenName.TODAY)
        return made

    def lock_screen(self) -> LockScreen:
        """The lock screen."""
        return LockScreen(LockPresenter(self.security), self.theme)

    def today_screen(self) -> TodayScreen:
        """Today with a form and the day's line."""
        check_ins = CheckInPresenter(
            self.check_ins, MoreQuestions(self.check_in_setup), self.clock, self.words, Place.TODAY
        )
        self.panel = CheckInPanel(check_ins, self.theme, Place.TODAY)
        line = TodayLineView(self.theme)
        lines = TodayLinePresenter(InsightService(self.vault, self.days), self.bus, self.words)
        lines.attach(lambda: line.show_state(lines.state()))
        line.show_state(lines.state())
        screen = TodayScreen(None, self.theme, self.words, self.panel, line)
        screen.attach(self.today(), self.reflecting())
        screen.refresh_offers()
        self.panel.saved.connect(lambda check_in: self._show_after(screen, check_in))
        return screen

    def _show_after(self, screen: TodayScreen, check_in: CheckIn) -> None:
        after = AfterCheckInPresenter(lambda _zone: next(iter(self.concepts), None), self.words)
        screen.show_after(after.state(check_in))
        screen.refresh_offers()

    def today(self) -> TodayPresenter:
        """Today's presenter."""

        def suggested() -> Suggestion | None:
            return ConceptSuggestions(library_of(*self.concepts), self.vault, self.days).for_today()

        return TodayPresenter(self.vault, self.clock, self.days, self.rounds, suggested, self.words)

    def reflecting(self) -> ReflectionPresenter:
        """What Today asks."""
        return ReflectionPresenter(
            self.vault, self.journal, self.days, self.preferences, lambda: self.concepts, self.words
        )

    def reminders_presenter(self) -> RemindersPresenter:
        """The reminders' presenter."""
        return RemindersPresenter(self.reminders, self.rounds, self.clock, self.words, self.check_in_setup)

    def reminders_screen(self) -> RemindersScreen:
        """The Reminders screen."""
        return RemindersScreen(
            self.reminders_presenter(),
            StillnessPresenter(self.reminders, self.preferences, self.words),
            QuestionPresenter(self.questions),
            StoryPresenter(self.stories, self.reminders_presenter().names, self.clock, self.words),
            self.theme,
            self.words,
        )

    def settings_presenter(self) -> SettingsPresenter:
        """The settings' presenter."""
        return SettingsPresenter(self.preferences, lambda: self.vault.is_locked)

    def settings_screen(self) -> SettingsScreen:
        """The Settings screen."""
        return SettingsScreen(
            self.settings_presenter(),
            self.theme,
            lambda: self.has_tray,
            [
                *self.check_in_cards(),
                WindowCard(self.window_presenter(), self.theme),
                DayStartCard(self.day_start_presenter()),
                self.backup_card(),
                TransferCard(self.carrying_presenter(), self.imports_presenter(), self.theme),
                PrivacyCard(self.privacy_presenter(), self.theme),
            ],
        )

    @cached_property
    def security(self) -> SecurityService:
        """The passphrase, over a key that costs next to nothing; the worker tries it when the test lets it."""
        return SecurityService(self.vault, self.keeper, self.clock, self.worker, self.bus)

    @cached_property
    def keeper(self) -> FileKeyKeeper:
        """The keeper of the store's key."""
        return a_keeper(self._folder, self.vault)

    def protect(self) -> None:
        """Sets a passphrase; the store is open again afterwards."""
        told: list[object] = []
        self.security.protect(PASSPHRASE, OlderCopies.REENCRYPT, told.append)
        while not told:
            self.worker.work()

    def privacy_presenter(self) -> PrivacyPresenter:
        """The presenter of the passphrase."""
        return PrivacyPresenter(self.security, self.preferences, self.bus, self.data_folder)

    def help_screen(self) -> HelpScreen:
        """Help, for a person whose folders are the usual ones."""
        home = "/home/robin"
        logs = f"{home}/.local/state/companion/log"
        places = Places(self.data_folder, f"{home}/.config/companion", logs, is_protected=self.keeper.is_protected())
        return HelpScreen(self.theme, lambda: places, lambda: not self.vault.is_locked)

    def welcome_screen(self) -> WelcomeScreen:
        """The screens of the first start."""
        return WelcomeScreen(WelcomePresenter(self.reminders, self.words), self.privacy_presenter(), self.theme)

    def check_in_cards(self) -> tuple[CheckInSettings, AnswerWordsCard]:
        """The cards of the check-in."""
        presenter = CheckInSettingsPresenter(self.check_in_setup, self.bus)
        return CheckInSettings(presenter, self.theme), AnswerWordsCard(presenter, self.theme)

    def window_presenter(self) -> WindowPresenter:
        """The presenter of the person's window."""
        windows = WindowService(self.vault, self.clock, self.ids, self.bus)
        return WindowPresenter(windows, self.words, self.bus)

    def day_start_presenter(self) -> DayStartPresenter:
        """The presenter of when the day begins; days are counted anew when the test lets the worker work."""
        service = DayStartService(self.days, self._recount, self.worker, self.bus)
        return DayStartPresenter(service, self.vault, self.words, self.bus)

    def backup_card(self) -> BackupCard:
        """The card about copies, which are made and restored when the test lets the worker work."""
        keeper = WorkerBackups(self.store_folder, self.vault)
        backups = BackupService(self.vault, keeper, self.days, self.preferences, self.clock, self.worker, self.bus)
        presenter = BackupPresenter(backups, self.vault, lambda: self.is_protected, self.words, self.bus)
        service = RestoreService(keeper, self.days, self.worker, self.bus)
        return BackupCard(presenter, lambda: RestorePresenter(service, backups.place, self.words), self.theme)

    def carrying_presenter(self) -> CarryingPresenter:
        """The presenter of the notebook as a file, which is written and read when the test lets the worker work."""
        files = WorkerTransfer(self.vault, self.clock, self.ids)
        settings = SettingsCarrying(self.preferences, CarriedSettings())
        return CarryingPresenter(CarryingService(files, self.worker, self.bus, settings), self.vault)

    def imports_presenter(self) -> ImportsPresenter:
        """The presenter of the imports there were; one is taken out when the test lets the worker work."""
        remover = WorkerTransfer(self.vault, self.clock, self.ids)
        service = ImportsService(self.vault, remover, self.worker, self.bus)
        return ImportsPresenter(service, self.words, self.clock.zone)

    def _recount(self, day_start: time) -> None:
        with self.vault.writing() as store:
            store.days.begin_days_at(day_start)
