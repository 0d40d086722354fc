"""The desktop as far as the person wants reminders to heed it, and whether they are practising."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.application.ports import DesktopState
    from companion.application.settings import Settings
    from companion.domain.desktop import Desktop


class HeededDesktop:
    """Fills the DesktopState port: what is not to be heeded is not said. Settings are read each time.

    A practice is always heeded: nobody wants to be asked in the middle of one.
    """

    def __init__(
        self,
        desktop: DesktopState,
        settings: Callable[[], Settings],
        is_practising: Callable[[], bool] = lambda: False,
    ) -> None:
        self._desktop = desktop
        self._settings = settings
        self._is_practising = is_practising

    def look(self) -> Desktop:
        """What the desktop says, of that what the person wants heeded."""
        says, wanted = self._desktop.look(), self._settings()
        return replace(
            says,
            idle_for=says.idle_for if wanted.waits_while_away else None,
            is_typing=says.is_typing if wanted.waits_while_typing else None,
            is_full_screen=says.is_full_screen if wanted.waits_in_full_screen else None,
            do_not_disturb=says.do_not_disturb if wanted.waits_for_do_not_disturb else None,
            screen_locked=says.screen_locked if wanted.waits_while_locked else None,
            resumed_at=says.resumed_at if wanted.waits_after_start else None,
            is_practising=self._is_practising() or None,
        )
