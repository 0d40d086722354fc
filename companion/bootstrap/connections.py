"""What the parts beside the window say, and what it means there: locking, reminders, the tray and the popup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.bootstrap.background import Background
from companion.bootstrap.locking import Locking

if TYPE_CHECKING:
    from companion.application.ports import Alarm, DesktopState
    from companion.bootstrap.core import Core
    from companion.bootstrap.running import Running
    from companion.domain.checkin import CheckIn
    from companion.ui.platform.prompt_display import DesktopPromptDisplay


def connected_locking(running: Running, core: Core) -> Locking:
    """Locks and hides."""
    locking = Locking(core, running.theme, lambda: running.background.tasks)
    locking.check_in_wanted.connect(lambda: running.screens.ways.begin_check_in())
    locking.left_alone.connect(lambda: _put_away(running))
    return locking


def connected_background(
    running: Running,
    core: Core,
    alarm: Alarm | None,
    display: DesktopPromptDisplay | None,
    says: DesktopState | None,
) -> Background:
    """What runs beside the window."""
    front = running.front
    background = Background(
        core,
        running.theme,
        running.words,
        running.main_thread,
        running.instance,
        alarm=alarm,
        display=display,
        desktop=says,
    )
    background.window_wanted.connect(running.show_window)
    background.support_wanted.connect(front.show_support)
    background.concept_wanted.connect(front.show_concept)
    background.practice_wanted.connect(lambda key, check_in: _take_up_practice(running, key, check_in))
    background.reflection_wanted.connect(front.show_reflection)
    background.triangle_wanted.connect(front.show_triangle)
    background.is_practising = lambda: running.screens.is_practising
    background.quit_wanted.connect(running.quit)
    background.popup_asks.connect(front.cover)
    return background


def _take_up_practice(running: Running, key: str, check_in: CheckIn) -> None:
    from companion.presentation.after_check_in import NEAR

    if key == NEAR:
        running.front.show_support()
    else:
        running.screens.practices.begin_after(key, check_in)


def _put_away(running: Running) -> None:
    """It is locked, and what was half-filled since is not to be seen for ever."""
    if running.screens.panel is not None:
        running.screens.panel.put_away()
    running.popups.put_away()
    if running.front.is_made:
        running.front.window.show_lock_screen()
