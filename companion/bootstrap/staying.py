"""Whether the program goes on when one of its windows is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.bootstrap.running import Running


class Staying(QObject):
    """It stays where the person can find it in a tray and wants that, and wants to rest then."""

    rest_wanted = Signal()

    def __init__(self, running: Running, core: Core) -> None:
        super().__init__()
        self._running = running
        self._core = core

    def after_the_window(self) -> None:
        """The person closed the main window; a practice that plays goes on in its own."""
        running = self._running
        if not (self._core.preferences.settings.keep_in_tray and running.is_in_tray):
            running.quit()
            return
        if running.screens.practices_so_far is not None:
            running.screens.practices.move_out()
        self.rest_wanted.emit()

    def after_a_small_window(self) -> None:
        """The popup, or the window of a practice."""
        running = self._running
        practices = running.screens.practices_so_far
        if practices is not None and practices.is_window_open:
            return
        if not running.front.is_visible and not running.is_in_tray and not running.locking.is_put_away:
            running.quit()
        self.rest_wanted.emit()
