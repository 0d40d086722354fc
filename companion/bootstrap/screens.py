"""Makes the screens, each when it is first gone to, and connects what they say to what it means."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.application.events import (
    NotesChanged,
    PromptsChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
)
from companion.bootstrap.core import Core
from companion.domain.concept import Concept
from companion.presentation.checkin_form import Place
from companion.presentation.checkin_presenter import CheckInPresenter
from companion.presentation.date_words import DateWords
from companion.presentation.today import TodayPresenter
from companion.presentation.translation import _
from companion.ui.screens.today import TodayScreen
from companion.ui.shell.main_window import MainWindow, ScreenMaker
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from companion.ui.widgets.check_in_panel import CheckInPanel

if TYPE_CHECKING:
    from companion.application.outlook import NextPrompt
    from companion.application.prompt_rounds import PromptRounds
    from companion.domain.moment import Moment
    from companion.ui.screens.chart import ChartScreen
    from companion.ui.screens.concepts import ConceptsScreen
    from companion.ui.screens.reminders import RemindersScreen
    from companion.ui.screens.settings import SettingsScreen


class ComingPrompts:
    """What Today may say of prompts: nothing until the rounds have begun, which is after the first paint."""

    def __init__(self) -> None:
        self.rounds: PromptRounds | None = None

    def next_prompt(self) -> "NextPrompt | None":
        """What may be told of the next prompt."""
        return None if self.rounds is None else self.rounds.next_prompt()

    def paused_until(self) -> "Moment | None":
        """When the pause in force ends."""
        return None if self.rounds is None else self.rounds.paused_until()


class Screens(QObject):
    """Knows every screen; no screen knows another."""

    def __init__(self, core: Core, theme: Theme, words: DateWords, rounds: "Callable[[], PromptRounds]") -> None:
        super().__init__()
        self._core = core
        self._theme = theme
        self._words = words
        self._rounds = rounds
        self._coming = ComingPrompts()
        self._line_place = QWidget()
        self._window: MainWindow | None = None
        self._today: TodayScreen | None = None
        self.panel: CheckInPanel | None = None

    def makers(self) -> dict[ScreenName, ScreenMaker]:
        """How each screen is made."""
        return {
            ScreenName.TODAY: self._make_today,
            ScreenName.CHART: self._make_chart,
            ScreenName.CONCEPTS: self._make_concepts,
            ScreenName.REMINDERS: self._make_reminders,
            ScreenName.SETTINGS: self._make_settings,
            ScreenName.SUPPORT: self._make_support,
        }

    def connect_to(self, window: MainWindow) -> None:
        """The window they are shown in."""
        self._window = window
        window.undo_wanted.connect(self._take_back_last)
        window.screen_opened.connect(self._on_screen_opened)

    def begin_check_in(self) -> None:
        """Today with the keyboard on the line."""
        if self._window is None:
            return
        self._window.open_screen(ScreenName.TODAY)
        self._window.bring_up()
        if self.panel is not None:
            if self.panel.is_folded:
                self.panel.begin()
            self.panel.focus_line()

    def begin(self) -> None:
        """The first picture is painted and the rounds have begun: what Today left out is put in."""
        self._coming.rounds = self._rounds()
        if self._today is not None:
            self._today.refresh()
            self._put_in_line()

    def show_concept_for_today(self) -> None:
        """The notes are there: Today may offer one."""
        if self._today is not None:
            self._today.refresh_concept()

    def open_concept(self, key: str) -> None:
        """The concept's page."""
        if self._window is None:
            return
        concepts = self._concepts()
        self._window.open_screen(ScreenName.CONCEPTS)
        concepts.open_concept(key)

    def _make_today(self) -> QWidget:
        core = self._core
        presenter = TodayPresenter(core.vault, core.clock, self._coming, self._library_concepts, self._words)
        self.panel = CheckInPanel(self._check_in_presenter(), self._theme, Place.TODAY)
        today = self._today = TodayScreen(presenter, self._theme, self._words, self.panel, self._line_place)
        self.panel.saved.connect(lambda _check_in: today.fold_line(False))
        self.panel.saved.connect(lambda _check_in: self.show_concept_for_today())
        self.panel.reopened.connect(lambda: today.fold_line(True))
        today.concept_wanted.connect(self.open_concept)
        for news in (PromptsChanged, RemindersChanged, StoreChangedElsewhere, VaultUnlocked):
            core.bus.listen(news, lambda _news: today.refresh())
        core.bus.listen(NotesChanged, lambda _news: today.refresh_concept())
        return today

    def _put_in_line(self) -> None:
        from companion.presentation.today_line import TodayLinePresenter
        from companion.ui.chart.today_line import TodayLineView

        line = TodayLineView(self._theme)
        presenter = TodayLinePresenter(self._core.insights, self._core.bus, self._words)
        presenter.attach(lambda: line.show_state(presenter.state()))
        line.show_state(presenter.state())
        layout = QVBoxLayout(self._line_place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(line)

    def _make_chart(self) -> "ChartScreen":
        from companion.presentation.timeline_presenter import TimelinePresenter
        from companion.ui.screens.chart import ChartScreen

        chart = ChartScreen(TimelinePresenter(self._core.insights, self._core.bus, self._words), self._theme)
        chart.check_in_wanted.connect(self.begin_check_in)
        return chart

    def _make_concepts(self) -> "ConceptsScreen":
        from companion.presentation.concepts import ConceptsPresenter
        from companion.ui.screens.concepts import ConceptsScreen

        concepts = ConceptsScreen(ConceptsPresenter(self._core.library, self._core.bus), self._theme)
        concepts.folder_wanted.connect(self._choose_note_folder)
        return concepts

    def _make_reminders(self) -> "RemindersScreen":
        from companion.presentation.reminders import RemindersPresenter
        from companion.ui.screens.reminders import RemindersScreen

        core = self._core
        presenter = RemindersPresenter(core.reminders, self._rounds(), core.clock, self._words)
        reminders = RemindersScreen(presenter, self._theme, self._words)
        for news in (RemindersChanged, StoreChangedElsewhere, VaultUnlocked):
            core.bus.listen(news, lambda _news: reminders.refresh())
        return reminders

    def _make_settings(self) -> "SettingsScreen":
        from PySide6.QtWidgets import QSystemTrayIcon

        from companion.presentation.settings import SettingsPresenter
        from companion.ui.screens.settings import SettingsScreen

        presenter = SettingsPresenter(self._core.preferences, str(self._core.folders.data))
        return SettingsScreen(presenter, self._theme, QSystemTrayIcon.isSystemTrayAvailable())

    def _make_support(self) -> QWidget:
        from companion.ui.screens.support import SupportScreen

        support = SupportScreen(self._theme)
        if self._window is not None:
            support.back_wanted.connect(self._window.leave_support)
        return support

    def _check_in_presenter(self) -> CheckInPresenter:
        return CheckInPresenter(self._core.check_ins, self._core.clock, self._words, Place.TODAY)

    def _library_concepts(self) -> Sequence[Concept]:
        return self._core.library.concepts()

    def _concepts(self) -> "ConceptsScreen":
        from companion.ui.screens.concepts import ConceptsScreen

        assert self._window is not None
        screen = self._window.screen_of(ScreenName.CONCEPTS)
        assert isinstance(screen, ConceptsScreen)
        return screen

    def _choose_note_folder(self) -> None:
        from companion.ui.screens.settings import SettingsScreen

        if self._window is None:
            return
        self._window.open_screen(ScreenName.SETTINGS)
        settings = self._window.screen_of(ScreenName.SETTINGS)
        if isinstance(settings, SettingsScreen):
            settings.choose_folder()

    def _take_back_last(self) -> None:
        if self._window is None or self._core.vault.is_locked:
            return
        taken = self._core.check_ins.take_back_last()
        if taken is None:
            self._window.toast.say(_("There is nothing to take back."))
            return
        self._window.toast.say(
            _("The last check-in was taken back."), _("Keep it"), lambda: self._core.check_ins.bring_back(taken.id)
        )

    def _on_screen_opened(self, name: ScreenName) -> None:
        if name is ScreenName.TODAY and self._today is not None:
            self._today.refresh()
