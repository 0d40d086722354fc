"""Makes the screens, each when it is first gone to, and connects what they say to what it means."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.bootstrap.core import CoreBranch
from companion.presentation.translation import _
from companion.ui.shell.screens import ScreenName

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.application.backups import BackupService
    from companion.application.ports import BackupKeeper, TaskRunner
    from companion.application.prompt_rounds import PromptRounds
    from companion.application.security import SecurityService
    from companion.bootstrap.core import Core
    from companion.bootstrap.desktop_setup import DesktopSetup
    from companion.bootstrap.half_written import HalfNamed
    from companion.bootstrap.practices import Practices
    from companion.bootstrap.reminder_notices import Notices
    from companion.bootstrap.today import Today
    from companion.bootstrap.ways import Ways
    from companion.domain.checkin import CheckIn
    from companion.presentation.date_words import DateWords
    from companion.presentation.reminders_passed import PassedPresenter
    from companion.presentation.reminders_question import QuestionPresenter
    from companion.ui.screens.chart import ChartScreen
    from companion.ui.screens.concepts import ConceptsScreen
    from companion.ui.screens.help import HelpScreen
    from companion.ui.screens.journal import JournalScreen
    from companion.ui.screens.reminders import RemindersScreen
    from companion.ui.screens.settings import SettingsScreen
    from companion.ui.screens.welcome import WelcomeScreen
    from companion.ui.shell.main_window import MainWindow, ScreenMaker
    from companion.ui.theme.theme import Theme
    from companion.ui.widgets.check_in_panel import CheckInPanel


class Screens(QObject):
    """Knows every screen; no screen knows another."""

    practice_window_closed = Signal()
    erase_wanted = Signal(object)

    def __init__(
        self,
        core: Core,
        theme: Theme,
        words: DateWords,
        rounds: Callable[[], PromptRounds],
        tasks: Callable[[], TaskRunner],
        copies: Callable[[], tuple[BackupService, BackupKeeper]],
        security: Callable[[], SecurityService],
        setup: Callable[[], DesktopSetup],
        passed: Callable[[], PassedPresenter],
    ) -> None:
        super().__init__()
        self._branch = CoreBranch(core)
        self._core = self._branch.core
        self._theme = theme
        self._words = words
        self._rounds = rounds
        self._tasks = tasks
        self._copies = copies
        self._security = security
        self._setup = setup
        self._passed = passed
        self._notices: Notices | None = None
        self._window: MainWindow | None = None
        self._half_named: HalfNamed | None = None

    def makers(self) -> dict[ScreenName, ScreenMaker]:
        """How each screen is made."""
        return {
            ScreenName.TODAY: lambda: self._today.screen,
            ScreenName.CHART: self._make_chart,
            ScreenName.JOURNAL: self._make_journal,
            ScreenName.CONCEPTS: self._make_concepts,
            ScreenName.PRACTICES: lambda: self.practices.screen,
            ScreenName.REMINDERS: self._make_reminders,
            ScreenName.SETTINGS: self._make_settings,
            ScreenName.SUPPORT: self._make_support,
            ScreenName.HELP: self._make_help,
            ScreenName.WELCOME: self._make_welcome,
        }

    def connect_to(self, window: MainWindow) -> None:
        """The window they are shown in."""
        self._window = window
        window.undo_wanted.connect(self._undo)
        window.keys_wanted.connect(self._show_keys)
        window.screen_opened.connect(self._on_screen_opened)
        window.activated.connect(self._on_window_activated)

    def keep_half_written(self) -> None:
        """What stands in a form is kept, as before the notebook is locked."""
        from companion.bootstrap.half_written import keep_half_written

        if self.panel is not None:
            self.panel.keep()
        if self._window is not None:
            keep_half_written(self._window)

    def take_over(self, before: Screens) -> None:
        """Goes on with what is played, and with what was written on a form that could not be kept."""
        from companion.bootstrap.half_written import go_on_naming, stay_with_the_language

        if before.practices_so_far is not None:
            self.practices.take_over(before.practices)
        if self._window is not None:
            if before._half_named is not None:
                go_on_naming(self._window, before._half_named)
            stay_with_the_language(self._window)

    def end(self) -> None:
        """The window has others from now on: these hear and say nothing any more. What is played waits for them."""
        from companion.bootstrap.half_written import half_named

        if self._window is not None:
            self._half_named = half_named(self._window)
            self._window.disconnect(self)
            self._window = None
        if self.practices_so_far is not None:
            self.practices.give_on()
            self.practices.close()
        if self._notices is not None:
            self._notices.end()
        self._branch.end()

    @cached_property
    def ways(self) -> Ways:
        """How one gets to them, and to a place on them."""
        from companion.bootstrap.ways import Ways

        return Ways(self._core, lambda: self._window, lambda: self._today)

    @cached_property
    def practices(self) -> Practices:
        """The practices, and the one that is played."""
        from companion.bootstrap.practices import Practices

        practices = Practices(self._core, self._theme, self.ways.go_to_practices, self._say)
        practices.concept_wanted.connect(self.ways.open_concept)
        practices.window_closed.connect(self.practice_window_closed)
        practices.support_wanted.connect(self.ways.go_to_support)
        practices.repair_wanted.connect(self.ways.begin_repair)
        return practices

    @property
    def practices_so_far(self) -> Practices | None:
        """The practices, if anybody went to them."""
        return self.practices if "practices" in self.__dict__ else None

    @property
    def is_practising(self) -> bool:
        """True while a practice is played."""
        return self.practices_so_far is not None and self.practices_so_far.is_under_way

    @property
    def panel(self) -> CheckInPanel | None:
        """The check-in on Today, if Today was made."""
        return self._today.panel if self._is_today_made else None

    def fill(self) -> None:
        """The store is open, or locked: Today shows what it knows."""
        self._today.fill()

    def begin(self) -> None:
        """The rounds have begun: Today shows what they know."""
        from companion.bootstrap.reminder_notices import Notices, make_helping

        self._today.begin(self._rounds())
        passed = self._passed()
        self._notices = Notices(
            self._core,
            self._today.screen,
            self._question,
            passed,
            self.ways.go_to_reminders,
            make_helping(self._core, self._rounds()),
            self.ways.take_up,
        )
        self._notices.look()

    def show_concept_for_today(self) -> None:
        """The notes are there: Today may offer one."""
        self._today.screen.refresh_offers()

    @cached_property
    def _today(self) -> Today:
        from companion.bootstrap.today import Today

        today = Today(self._core, self._theme, self._words)
        today.concept_wanted.connect(self._open_concept)
        today.practice_wanted.connect(self._begin_practice)
        today.screen.grounding_wanted.connect(self._begin_grounding)
        today.screen.unlock_wanted.connect(self._go_to_unlocking)
        return today

    def _open_concept(self, key: str) -> None:
        self.ways.open_concept(key)

    def _show_keys(self) -> None:
        self.ways.show_keys()

    def _go_to_unlocking(self) -> None:
        self.ways.go_to_unlocking()

    def _begin_practice(self, key: str, check_in: CheckIn | None) -> None:
        self.practices.begin_after(key, check_in, in_window=False)

    def _begin_grounding(self) -> None:
        self.practices.begin_grounding()

    @property
    def _is_today_made(self) -> bool:
        return "_today" in self.__dict__

    def _make_chart(self) -> ChartScreen:
        from companion.bootstrap.chart import make_chart

        chart = make_chart(self._core, self._theme, self._words, self._tasks)
        chart.check_in_wanted.connect(self.ways.begin_check_in)
        chart.moment_wanted.connect(self.ways.open_in_journal)
        return chart

    def _make_journal(self) -> JournalScreen:
        from companion.bootstrap.journal import make_journal

        journal = make_journal(self._core, self._theme, self._words)
        journal.check_in_wanted.connect(self.ways.begin_check_in)
        journal.earlier_check_in_wanted.connect(self.ways.begin_earlier_check_in)
        journal.support_wanted.connect(self.ways.go_to_support)
        journal.grounding_wanted.connect(self._begin_grounding)
        journal.concept_wanted.connect(self.ways.open_concept)
        journal.triangle_reminder_wanted.connect(self.ways.remind_of_triangle)
        return journal

    def _on_practice_wanted(self, key: str) -> None:
        from companion.presentation.repair import REPAIR
        from companion.presentation.triangle import TRIANGLE

        if key == REPAIR:
            self.ways.begin_repair()
        elif key == TRIANGLE:
            self.ways.begin_triangle()
        else:
            self.practices.read(key)

    def _make_concepts(self) -> ConceptsScreen:
        from companion.bootstrap.concepts import make_concepts

        concepts = make_concepts(self._core, self._theme)
        concepts.folder_wanted.connect(self.ways.choose_note_folder)
        concepts.reflection_wanted.connect(self.ways.answer)
        concepts.practice_wanted.connect(self._on_practice_wanted)
        concepts.grounding_wanted.connect(self._begin_grounding)
        return concepts

    def _say(self, sentence: str) -> None:
        if self._window is not None:
            self._window.toast.say(sentence)

    def _make_reminders(self) -> RemindersScreen:
        from companion.bootstrap.reminders import make_reminders

        setup, question = self._setup(), self._question
        return make_reminders(self._core, self._theme, self._words, self._rounds(), question, setup.trials)

    @cached_property
    def _question(self) -> QuestionPresenter:
        from companion.bootstrap.reminder_notices import make_question

        return make_question(self._core)

    def _make_settings(self) -> SettingsScreen:
        from companion.bootstrap.settings import make_settings

        settings = make_settings(self._core, self._theme, self._settings_cards())
        settings.reminders_wanted.connect(lambda: self.ways.go_to_reminders(is_why=False))
        settings.help_wanted.connect(self.ways.go_to_help)
        settings.welcome_wanted.connect(self.ways.welcome)
        return settings

    def _settings_cards(self) -> tuple[QWidget, ...]:
        from companion.bootstrap.settings_cards import SettingsCards

        backups, keeper = self._copies()
        cards = SettingsCards(self._core, self._theme, self._words, self._tasks())
        return (
            cards.language(),
            *cards.about_the_notebook(),
            cards.copies(backups, keeper),
            cards.as_a_file(),
            cards.privacy(self._security(), self._on_code_waits),
            cards.erasing(self.erase_wanted.emit),
            self._setup().card(self._theme),
        )

    def _make_support(self) -> QWidget:
        from companion.bootstrap.support import make_support

        support = make_support(self._core, self._theme, self._words)
        if self._window is not None:
            support.back_wanted.connect(self._window.leave_support)
        return support

    def _make_help(self) -> HelpScreen:
        from companion.bootstrap.help import make_help

        help_screen = make_help(self._core, self._theme)
        help_screen.welcome_wanted.connect(self.ways.welcome)
        if self._window is not None:
            help_screen.back_wanted.connect(self._window.leave_support)
        return help_screen

    def _make_welcome(self) -> WelcomeScreen:
        from companion.bootstrap.welcome import make_welcome

        welcome = make_welcome(self._core, self._theme, self._words, self._security())
        welcome.left.connect(self.ways.begin_check_in)
        welcome.table_wanted.connect(self.ways.show_what_is_stored)
        return welcome

    def _undo(self) -> None:
        from companion.bootstrap.undoing import Undoing

        if self._window is not None:
            Undoing(self._window, self._today if self._is_today_made else None, self._core.journal).undo()

    def _on_code_waits(self) -> None:
        """The person went elsewhere while the store was written anew."""
        window = self._window
        if window is not None:
            said = _("There is a passphrase now. Its recovery code waits in Settings.")
            window.toast.say(said, _("Show it"), lambda: window.open_screen(ScreenName.SETTINGS))

    def _on_window_activated(self) -> None:
        if self._is_today_made and self._today.look_at_the_day():
            self._look_for_notices()

    def _on_screen_opened(self, name: ScreenName) -> None:
        if name is ScreenName.TODAY:
            self._today.look_again()
            self._look_for_notices()
        if "ways" in self.__dict__:
            self.ways.on_opened(name)

    def _look_for_notices(self) -> None:
        if self._notices is not None:
            self._notices.look()
