"""Leads to a screen, and to the place on it that somebody means; without a window it leads nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from companion.ui.shell.screens import LEAD_BACK, ScreenName

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.bootstrap.core import Core
    from companion.bootstrap.today import Today
    from companion.presentation.help import Topic
    from companion.presentation.is_helping import HelpingOffer
    from companion.ui.screens.journal import JournalScreen
    from companion.ui.shell.main_window import MainWindow

S = TypeVar("S", bound="QWidget")


class Ways:
    """What is left half-way on one screen goes on on another; none of them knows the other."""

    def __init__(self, core: Core, window: Callable[[], MainWindow | None], today: Callable[[], Today]) -> None:
        self._core = core
        self._window = window
        self._today = today
        self._is_welcoming = False

    def go(self, name: ScreenName) -> None:
        """The screen as it was left."""
        if window := self._window():
            window.open_screen(name)

    def go_and_show(self, name: ScreenName) -> None:
        """The same, where the window may lie behind others or in the tray."""
        if window := self._window():
            window.open_screen(name)
            window.bring_up()

    def go_to_support(self) -> None:
        """Support, wherever somebody is."""
        self.go_and_show(ScreenName.SUPPORT)

    def go_to_practices(self) -> None:
        """The practices."""
        self.go_and_show(ScreenName.PRACTICES)

    def go_to_help(self) -> None:
        """The help pages, at the one that was read last."""
        self.go(ScreenName.HELP)

    def go_to_unlocking(self) -> None:
        """Where a locked notebook is opened."""
        if window := self._window():
            window.show_lock_screen()

    def begin_check_in(self) -> None:
        """Today with the keyboard on the line."""
        if self._window() is None:
            return
        self.go_and_show(ScreenName.TODAY)
        panel = self._today().panel
        if panel.is_folded:
            panel.begin()
        panel.focus_line()

    def begin_earlier_check_in(self) -> None:
        """The same, with the question when it was."""
        self.begin_check_in()
        if self._window() is not None:
            form = self._today().panel.form
            form.unfold(True)
            if form.fields is not None:
                form.fields.moment.earlier.setChecked(True)
                form.fields.moment.when_edit.setFocus()

    def begin_reflection(self) -> None:
        """Today's question with the keyboard where it is answered; without one, a new reflection in the journal."""
        if self._window() is None or self._core.is_locked:
            return
        self.go(ScreenName.TODAY)
        if not self._today().screen.begin_reflection() and (journal := self._journal()):
            journal.side.reflect()

    def answer(self, question: str, concept: str) -> None:
        """The journal with the form of a reflection that answers what a note asks."""
        if journal := self._journal():
            journal.side.reflect(question, concept)

    def begin_repair(self) -> None:
        """The journal with a note for repair, as it was left if it was."""
        if (journal := self._journal()) and not self._core.is_locked:
            journal.side.repair()

    def begin_triangle(self) -> None:
        """The journal with the form of the triangle."""
        if not self._core.is_locked and (journal := self._journal()):
            journal.side.note_triangle()

    def open_in_journal(self, check_in_id: str, at: float) -> None:
        """The line of that check-in, which stands at `at`, in seconds since 1970 UTC."""
        from datetime import UTC, datetime, timedelta

        if journal := self._journal():
            # Seconds as a float are not exact to the microsecond.
            journal.open_line(check_in_id, datetime.fromtimestamp(at, UTC) + timedelta(milliseconds=1))

    def open_concept(self, key: str) -> None:
        """The concept's page."""
        from companion.ui.screens.concepts import ConceptsScreen

        if concepts := self._gone_to(ScreenName.CONCEPTS, ConceptsScreen):
            concepts.read(key)

    def go_to_reminders(self, is_why: bool) -> None:
        """The Reminders screen; or on it, why it asked and why it did not."""
        from companion.ui.screens.reminders import RemindersScreen

        reminders = self._gone_to(ScreenName.REMINDERS, RemindersScreen)
        if reminders is not None and is_why:
            reminders.show_story()

    def remind_of_triangle(self) -> None:
        """The editor of a new reminder for the triangle, once a week on this weekday; kept only if it is saved."""
        from companion.domain.reminder import Purpose, ReminderKind
        from companion.presentation.reminders_form import ReminderForm
        from companion.ui.screens.reminders import RemindersScreen

        if reminders := self._gone_to(ScreenName.REMINDERS, RemindersScreen):
            weekday = frozenset({self._core.clock.now().local.weekday()})
            kind, purpose = ReminderKind.FIXED, Purpose.TRIANGLE
            reminders.edit(None, ReminderForm(kind, times=(18 * 60,), weekdays=weekday, purpose=purpose))

    def take_up(self, offer: HelpingOffer) -> None:
        """What is offered to somebody whom the notebook weighs on: Support, or its card in Settings."""
        from companion.presentation.is_helping import HelpingOffer
        from companion.ui.widgets.erase_card import EraseCard
        from companion.ui.widgets.reveal import reveal
        from companion.ui.widgets.transfer_card import TransferCard

        if not (window := self._window()):
            return
        if offer is HelpingOffer.PEOPLE:
            self.go(ScreenName.SUPPORT)
            return
        self.go(ScreenName.SETTINGS)
        kind = TransferCard if offer is HelpingOffer.EXPORT else EraseCard
        card = window.screen_of(ScreenName.SETTINGS).findChild(kind)
        if isinstance(card, kind):
            reveal(card)

    def choose_note_folder(self) -> None:
        """Settings, asking for a folder of notes."""
        from companion.ui.screens.settings import SettingsScreen

        if settings := self._gone_to(ScreenName.SETTINGS, SettingsScreen):
            settings.choose_folder()

    def show_what_is_stored(self) -> None:
        """The help page with the table of what is stored."""
        from companion.presentation.help import Topic

        self._show_help(Topic.PRIVACY)

    def show_keys(self) -> None:
        """The help page with all keys."""
        from companion.presentation.help import Topic

        self._show_help(Topic.KEYS)

    def welcome(self) -> None:
        """The screens of the first start, from the first one on."""
        from companion.ui.screens.welcome import WelcomeScreen

        if not (window := self._window()) or self._core.is_locked:
            return
        welcome = window.screen_of(ScreenName.WELCOME)
        if isinstance(welcome, WelcomeScreen):
            self._is_welcoming = True
            welcome.begin()
            self.go(ScreenName.WELCOME)

    def on_opened(self, name: ScreenName) -> None:
        """A screen was gone to, by whatever way: who leaves the first start has had it."""
        if self._is_welcoming and name not in (ScreenName.WELCOME, *LEAD_BACK):
            from companion.application.first_start import end_first_start

            self._is_welcoming = False
            end_first_start(self._core.preferences)

    def _show_help(self, topic: Topic) -> None:
        from companion.ui.screens.help import HelpScreen

        if shown := self._gone_to(ScreenName.HELP, HelpScreen):
            shown.show_topic(topic)
            shown.setFocus()

    def _journal(self) -> JournalScreen | None:
        from companion.ui.screens.journal import JournalScreen

        return self._gone_to(ScreenName.JOURNAL, JournalScreen)

    def _gone_to(self, name: ScreenName, kind: type[S]) -> S | None:
        """The screen, opened; it is made before the window shows it."""
        if not (window := self._window()):
            return None
        screen = window.screen_of(name)
        window.open_screen(name)
        return screen if isinstance(screen, kind) else None
