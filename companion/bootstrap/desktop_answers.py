"""What the desktop says of how things should look, and what it asks for under the program's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.bootstrap.popups import use_activation_token
from companion.ui.platform.desktop_calls import DesktopCalls
from companion.ui.platform.desktop_look import DesktopLook

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from companion.ui.platform.session_bus import SessionBus
    from companion.ui.theme.theme import Theme


def follow_look(session: SessionBus, theme: Theme, parent: QObject) -> None:
    """Dark or light, and how much contrast and motion, as the desktop wishes, from now on."""
    look = DesktopLook(session, parent)
    look.wishes_changed.connect(theme.follow_desktop)
    look.start()


def answer_calls(
    session: SessionBus, show_window: Callable[[], None], check_in: Callable[[str], None], parent: QObject
) -> None:
    """Other programs may ask for the window or a check-in, each with the right to come to the front."""

    def on_window_wanted(token: str) -> None:
        use_activation_token(token)
        show_window()

    calls = DesktopCalls(session, parent)
    calls.window_wanted.connect(on_window_wanted)
    calls.check_in_wanted.connect(check_in)
    calls.start()
