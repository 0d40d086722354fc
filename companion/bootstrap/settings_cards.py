"""Makes the cards of Settings that are about more than settings; loaded when somebody goes there."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from companion.adapters.settings.carried import CarriedSettings
from companion.application.backups import BackupService
from companion.application.carried_settings import SettingsCarrying
from companion.application.carrying import CarryingService
from companion.application.days import DayStartService
from companion.application.events import StoreChangedElsewhere, VaultLocked, VaultUnlocked
from companion.application.imports import ImportsService
from companion.application.ports import BackupKeeper, TaskRunner
from companion.application.security import SecurityService
from companion.bootstrap.copies import make_backup_card
from companion.bootstrap.core import Core
from companion.bootstrap.worker_days import WorkerDays
from companion.bootstrap.worker_transfer import WorkerTransfer
from companion.presentation.carrying import CarryingPresenter
from companion.presentation.checkin_settings import CheckInSettingsPresenter
from companion.presentation.date_words import DateWords
from companion.presentation.day_start import DayStartPresenter
from companion.presentation.erasing import ErasingPresenter
from companion.presentation.imports import ImportsPresenter
from companion.presentation.language_choice import LanguageChoice
from companion.presentation.moving import MovingPresenter
from companion.presentation.privacy import PrivacyPresenter
from companion.presentation.window import WindowPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.answer_words_card import AnswerWordsCard
from companion.ui.widgets.check_in_settings import CheckInSettings
from companion.ui.widgets.day_start_card import DayStartCard
from companion.ui.widgets.erase_card import EraseCard
from companion.ui.widgets.language_card import LanguageCard
from companion.ui.widgets.privacy_card import PrivacyCard
from companion.ui.widgets.reveal import reveal
from companion.ui.widgets.transfer_card import TransferCard
from companion.ui.widgets.window_card import WindowCard


class SettingsCards:
    """Each card looks after itself once it is made."""

    def __init__(self, core: Core, theme: Theme, words: DateWords, tasks: TaskRunner) -> None:
        self._core = core
        self._theme = theme
        self._words = words
        self._tasks = tasks
        self._erase_card: EraseCard | None = None

    def language(self) -> QWidget:
        """The language of the interface."""
        return LanguageCard(LanguageChoice(self._core.preferences))

    def about_the_notebook(self) -> tuple[QWidget, ...]:
        """What the check-in asks and how its answers are called, the person's window, and when their day begins."""
        core = self._core
        asked = CheckInSettingsPresenter(core.check_in_setup, core.bus)
        days = DayStartService(core.days, WorkerDays(core.vault).recount, self._tasks, core.bus)
        return (
            CheckInSettings(asked, self._theme),
            AnswerWordsCard(asked, self._theme),
            WindowCard(WindowPresenter(core.windows, self._words, core.bus), self._theme),
            DayStartCard(DayStartPresenter(days, core.vault, self._words, core.bus)),
        )

    def copies(self, backups: BackupService, keeper: BackupKeeper) -> QWidget:
        """Copies and restoring."""
        return make_backup_card(self._core, self._theme, self._words, backups, keeper, self._tasks)

    def as_a_file(self) -> QWidget:
        """Taking everything out, bringing something in, and what was brought in."""
        core = self._core
        files = WorkerTransfer(core.vault, core.clock, core.ids)
        settings = SettingsCarrying(core.preferences, CarriedSettings())
        service = CarryingService(files, self._tasks, core.bus, settings)
        application = QApplication.instance()
        if application is not None:  # what is on its way does not keep the program from ending
            application.aboutToQuit.connect(service.end)
        imports = ImportsService(core.vault, files, self._tasks, core.bus)
        listed = ImportsPresenter(imports, self._words, core.clock.zone)
        moving = MovingPresenter(core.vault)
        card = TransferCard(CarryingPresenter(service, core.vault), listed, self._theme, moving)
        card.erasing_wanted.connect(self._go_to_erasing)
        for news in (VaultLocked, VaultUnlocked, StoreChangedElsewhere):
            core.bus.listen(news, lambda _news: card.refresh())
        return card

    def privacy(self, security: SecurityService, code_waits: Callable[[], None]) -> QWidget:
        """Passphrase and locking."""
        core = self._core
        presenter = PrivacyPresenter(security, core.preferences, core.bus, str(core.folders.data))
        card = PrivacyCard(presenter, self._theme)
        card.code_waits.connect(code_waits)
        return card

    def erasing(self, wanted: Callable[[object], None]) -> QWidget:
        """Deleting everything."""
        core = self._core
        card = self._erase_card = EraseCard(ErasingPresenter(core.preferences, wanted), self._theme)
        card.show_locked(core.is_locked)
        for news in (VaultLocked, VaultUnlocked):
            core.bus.listen(news, lambda _news: card.show_locked(core.is_locked))
        return card

    def _go_to_erasing(self) -> None:
        """They moved, and what is here may go; that is asked there."""
        if self._erase_card is not None:
            reveal(self._erase_card)
