"""Ctrl+Z: what was done last on the open screen is taken back, else what was noted last, whatever that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.presentation.translation import _
from companion.ui.shell.screens import ScreenName

if TYPE_CHECKING:
    from companion.application.journal import JournalService
    from companion.bootstrap.today import Today
    from companion.domain.journal import Noted
    from companion.ui.screens.journal import JournalScreen
    from companion.ui.shell.main_window import MainWindow


class Undoing:
    """Takes one thing back, and says so where that is not seen. `today` is None where that screen was never made."""

    def __init__(self, window: MainWindow, today: Today | None, journal: JournalService) -> None:
        self._window = window
        self._today = today
        self._journal = journal

    def undo(self) -> None:
        """What was done last; what was noted can be kept after all. While locked only what was done on the screen."""
        newest = None if self._journal.is_locked else self._journal.newest_noted()
        if not self._undo_on_screen(newest) and not self._journal.is_locked:
            self._take_back(newest)

    def _undo_on_screen(self, newest: Noted | None) -> bool:
        """False if nothing was done there, or something was noted elsewhere since."""
        if self._window.open_name is ScreenName.TODAY:
            return self._today is not None and self._undo_on_today(self._today, newest)
        from companion.ui.screens.chart import ChartScreen
        from companion.ui.screens.journal import JournalScreen
        from companion.ui.screens.practices import PracticesScreen
        from companion.ui.screens.reminders import RemindersScreen

        screen = self._window.made(self._window.open_name)
        if isinstance(screen, JournalScreen):
            return _was_deleted_after(screen, newest) and self._bring_back_on(screen)
        return isinstance(screen, ChartScreen | PracticesScreen | RemindersScreen) and screen.undo()

    def _undo_on_today(self, today: Today, newest: Noted | None) -> bool:
        if newest is not None and today.screen.undo_reflection(newest.id):
            return True
        return today.is_newest(newest) and today.panel.is_folded and today.panel.undo()

    def _bring_back_on(self, screen: JournalScreen) -> bool:
        self._window.toast.dismiss()  # it lies where the journal says that something is back
        return screen.undo()

    def _take_back(self, line: Noted | None) -> None:
        from companion.domain.journal import place_of
        from companion.ui.screens.journal import JournalScreen

        journal = self._window.made(ScreenName.JOURNAL)
        if isinstance(journal, JournalScreen):
            journal.toast.dismiss()  # it lies where the window's does, and what it said of saving is over
        if line is None:
            self._window.toast.say(_("There is nothing to take back."))
            return
        places = [place_of(line)]
        self._journal.forget(places)
        self._window.toast.say(_taken_back(line), _("Keep it"), lambda: self._journal.restore(places))


def _was_deleted_after(screen: JournalScreen, newest: Noted | None) -> bool:
    deleted_at = screen.deleted_at
    return deleted_at is not None and (newest is None or deleted_at.utc >= newest.created_at.utc)


def _taken_back(line: Noted) -> str:
    from companion.domain.journal import JournalKind, kind_of

    return {
        JournalKind.CHECK_IN: _("The last check-in was taken back."),
        JournalKind.REFLECTION: _("The last reflection was taken back."),
        JournalKind.LIFE_EVENT: _("The last life event was taken back."),
        JournalKind.REPAIR: _("The last repair was taken back."),
        JournalKind.TRIANGLE: _("The last triangle was taken back."),
    }[kind_of(line)]
