"""Today in three steps: the first picture, then what the store knows, then what the reminders know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.bootstrap.late import Late, late
from companion.presentation.checkin_form import CheckInFormState, Place, empty_form
from companion.ui.screens.today import TodayScreen
from companion.ui.widgets.check_in_panel import CheckInPanel

if TYPE_CHECKING:
    from datetime import date

    from companion.application.events import SettingsChanged
    from companion.application.outlook import NextPrompt
    from companion.application.prompt_rounds import PromptRounds
    from companion.bootstrap.core import Core
    from companion.domain.checkin import CheckIn
    from companion.domain.concept import Concept
    from companion.domain.concept_suggestion import Suggestion
    from companion.domain.journal import Noted
    from companion.domain.moment import Moment
    from companion.domain.practice_suggestion import Suggestion as PracticeSuggestion
    from companion.domain.zone import Zone
    from companion.presentation.checkin_presenter import CheckInPresenter
    from companion.presentation.date_words import DateWords
    from companion.presentation.reflection import ReflectionPresenter
    from companion.ui.theme.theme import Theme


class UntouchedForm(Late["CheckInPresenter"]):
    """Stands in for the presenter of Today's form until something is done with it: an empty form needs none."""

    @property
    def may_stay(self) -> bool:
        """As the presenter says; an untouched form holds nothing that could."""
        return self.is_made and self.part.may_stay

    def begin(self) -> CheckInFormState:
        """As the presenter says; the first empty form is known without it."""
        return self.part.begin() if self.is_made else empty_form(Place.TODAY)


class ComingPrompts:
    """What Today may say of prompts: nothing until the rounds have begun, which is after the first picture."""

    def __init__(self) -> None:
        self.rounds: PromptRounds | None = None

    def next_prompt(self) -> NextPrompt | None:
        """What may be told of the next prompt."""
        return None if self.rounds is None else self.rounds.next_prompt()

    def paused_until(self) -> Moment | None:
        """When the pause in force ends."""
        return None if self.rounds is None else self.rounds.paused_until()


class Today(QObject):
    """Makes the screen at once, and fills it in when it can.

    What is typed or saved before `fill` counts: the store is then opened for it.
    """

    concept_wanted = Signal(str)
    practice_wanted = Signal(str, object)

    def __init__(self, core: Core, theme: Theme, words: DateWords) -> None:
        super().__init__()
        self._core = core
        self._theme = theme
        self._words = words
        self._coming = ComingPrompts()
        self._line_place = QWidget()
        self._refresh_line: Callable[[], None] = _nothing
        self._day: date | None = None
        self._saved: CheckIn | None = None
        self._is_noted_since = False
        untouched = cast("CheckInPresenter", UntouchedForm(self._presenter))
        self.panel = CheckInPanel(untouched, theme, Place.TODAY)
        self.screen = TodayScreen(None, theme, words, self.panel, self._line_place)
        self.screen.concept_wanted.connect(self.concept_wanted)
        if core.preferences.settings.without_numbers:
            self.screen.show_numbers(False)
        self.screen.practice_wanted.connect(self._on_practice_wanted)

    def is_newest(self, newest: Noted | None) -> bool:
        """True if nothing was noted since the check-in that was saved here; `newest` has the latest time of noting.

        Where the clock was set back meanwhile, that is not the one noted last.
        """
        if newest is None or self._saved is None or not self._is_noted_since:
            return True
        return newest.id == self._saved.id

    def fill(self) -> None:
        """The store is open, or locked: the day, a half-filled check-in, and what changes from now on."""
        from companion.application import events
        from companion.bootstrap.panel_news import tell_panel
        from companion.presentation.today import TodayPresenter

        core, screen = self._core, self.screen
        today = TodayPresenter(core.vault, core.clock, core.days, self._coming, self._suggested, self._words)
        screen.attach(today, late(self._reflection))
        self._day = core.days.today()
        self.panel.refresh()
        self.panel.offer_draft()
        self.panel.saved.connect(self._on_saved)
        changes = (
            events.PromptsChanged,
            events.RemindersChanged,
            events.StoreChangedElsewhere,
            events.VaultLocked,
            events.VaultUnlocked,
        )
        for news in changes:
            core.bus.listen(news, lambda _news: screen.refresh())
        for other_news in (
            events.NotesChanged,
            events.JournalChanged,
            events.StoreChangedElsewhere,
            events.VaultUnlocked,
        ):
            core.bus.listen(other_news, lambda _news: screen.refresh_offers())
        for news_of_noting in (events.CheckInRecorded, events.JournalChanged):
            core.bus.listen(news_of_noting, lambda _news: self._note_something_noted())
        core.bus.listen(events.SettingsChanged, self._on_settings_changed)
        tell_panel(self.panel, core.bus)
        for news_of_days in (events.DayStartChanged, events.CheckInsImported):
            core.bus.listen(news_of_days, lambda _news: self.look_again())

    def begin(self, rounds: PromptRounds) -> None:
        """The rounds have begun: the next reminder, and today's line."""
        self._coming.rounds = rounds
        self.screen.refresh()
        self._put_in_line()

    def look_again(self) -> None:
        """It is gone to again, or days begin at another time: everything is shown as it is now."""
        if self._day is None:
            return  # before `fill` there is nothing to show
        self._day = self._core.days.today()
        self.screen.refresh()
        self.screen.offer_anew()
        self._refresh_line()

    def look_at_the_day(self) -> bool:
        """Looks again, and True, if it is another day than the one that was shown last."""
        is_another = self._day is not None and self._day != self._core.days.today()
        if is_another:
            self.look_again()
        return is_another

    def _on_settings_changed(self, news: SettingsChanged) -> None:
        self.screen.show_numbers(not news.settings.without_numbers)

    def _note_something_noted(self) -> None:
        self._is_noted_since = True

    def _presenter(self) -> CheckInPresenter:
        from companion.presentation.checkin_more import MoreQuestions
        from companion.presentation.checkin_presenter import CheckInPresenter

        core = self._core
        # A store that cannot be opened is then refused in one line where something is to be saved.
        check_ins, setup = late(lambda: core.check_ins), late(lambda: core.check_in_setup)
        return CheckInPresenter(check_ins, MoreQuestions(setup), core.clock, self._words, Place.TODAY)

    def _reflection(self) -> ReflectionPresenter:
        from companion.presentation.reflection import ReflectionPresenter

        core = self._core
        return ReflectionPresenter(core.vault, core.journal, core.days, core.preferences, self._concepts, self._words)

    def _on_saved(self, check_in: CheckIn) -> None:
        from companion.presentation.after_check_in import AfterCheckInPresenter

        self._saved, self._is_noted_since = check_in, False
        after = AfterCheckInPresenter(self._concept_for, self._words, self._practices_for)
        self.screen.show_after(after.state(check_in))
        self.screen.refresh_offers()

    def _concept_for(self, zone: Zone | None) -> Concept | None:
        """None while locked: there is no way to a note then."""
        found = self._core.suggestions.after_check_in(zone)
        return None if found is None else found.concept

    def _practices_for(self, zone: Zone | None) -> Sequence[PracticeSuggestion]:
        return () if self._core.is_locked else self._core.practices.suggest(zone)

    def _on_practice_wanted(self, key: str) -> None:
        self.practice_wanted.emit(key, self._saved)

    def _suggested(self) -> Suggestion | None:
        return self._core.suggestions.for_today()

    def _concepts(self) -> Sequence[Concept]:
        return self._core.library.concepts()

    def _put_in_line(self) -> None:
        from companion.presentation.today_line import TodayLinePresenter
        from companion.ui.chart.today_line import TodayLineView

        line = TodayLineView(self._theme)
        presenter = TodayLinePresenter(self._core.insights, self._core.bus, self._words)
        self._refresh_line = lambda: line.show_state(presenter.state())
        presenter.attach(self._refresh_line)
        self._refresh_line()
        layout = QVBoxLayout(self._line_place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(line)


def _nothing() -> None:
    """There is no line yet."""
