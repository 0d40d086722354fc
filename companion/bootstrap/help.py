"""Help: made when somebody comes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.places import Places
from companion.ui.screens.help import HelpScreen

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.ui.theme.theme import Theme


def make_help(core: Core, theme: Theme) -> HelpScreen:
    """The pages; where things lie is looked up when it is shown."""

    def places() -> Places:
        from companion.adapters.system.autostart import XdgAutostart, own_command

        autostart = XdgAutostart(own_command(core.folders.named))
        folders, settings = core.folders, core.preferences.settings
        return Places(
            data=str(folders.data),
            settings=str(folders.config),
            logs=str(folders.logs),
            log_in=str(autostart.file) if autostart.is_on() else "",
            second_place=settings.backup_folder,
            is_protected=core.key_keeper.is_protected(),
        )

    return HelpScreen(theme, places, lambda: not core.is_locked)
