"""Ctrl+Z: what was done last on the open screen is taken back, else the last check-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.presentation.translation import _
from companion.ui.shell.screens import ScreenName

if TYPE_CHECKING:
    from companion.application.checkins import CheckInService
    from companion.ui.shell.main_window import MainWindow
    from companion.ui.widgets.check_in_panel import CheckInPanel


class Undoing:
    """Takes one thing back, and says so where that is not seen."""

    def __init__(self, window: MainWindow, panel: CheckInPanel | None) -> None:
        self._window = window
        self._panel = panel

    def undo_on_screen(self) -> bool:
        """What was done last on the open screen; False if nothing was."""
        if self._window.open_name is ScreenName.TODAY:
            return self._panel is not None and self._panel.is_folded and self._panel.undo()
        from companion.ui.screens.chart import ChartScreen
        from companion.ui.screens.journal import JournalScreen
        from companion.ui.screens.practices import PracticesScreen
        from companion.ui.screens.reminders import RemindersScreen

        screen = self._window.made(self._window.open_name)
        can_undo = ChartScreen | JournalScreen | PracticesScreen | RemindersScreen
        return isinstance(screen, can_undo) and screen.undo()

    def undo_check_in(self, check_ins: CheckInService) -> None:
        """The last check-in, which can be kept after all."""
        taken = check_ins.take_back_last()
        say = self._window.toast.say
        if taken is None:
            say(_("There is nothing to take back."))
            return
        say(_("The last check-in was taken back."), _("Keep it"), lambda: check_ins.bring_back(taken.id))
