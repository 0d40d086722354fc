"""What this desktop can do, for the commands that tell it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.application.desktop_abilities import DesktopAbilities
    from companion.bootstrap import Core


def desktop_now(core: Core) -> DesktopAbilities:
    """Found out now; takes a second or two at most, where services hang."""
    from companion.adapters.system.autostart import XdgAutostart
    from companion.adapters.system.desktop_probe import desktop_abilities
    from companion.adapters.system.desktop_state import SystemDesktopState

    found = desktop_abilities(SystemDesktopState(core.clock).look())
    return replace(found, start_at_login=XdgAutostart(()).is_on())
