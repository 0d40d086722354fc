"""Deletes everything of a person: the notebook, settings, log, starting with the log-in, and then empty folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from companion.application.erasing import Erased
from companion.application.errors import UserError

if TYPE_CHECKING:
    from companion.adapters.system.folders import Folders
    from companion.application.erasing import Erasure
    from companion.bootstrap.core import Core
    from companion.bootstrap.running import Running


class Erasing(QObject):
    """The person wants it all to be gone: the program ends as by Quit, and then nothing of it can write any more."""

    def __init__(self, running: Running, core: Core) -> None:
        super().__init__()
        self._running = running
        self._core = core
        self._erasure: Erasure | None = None
        self._erased: Erased | None = None

    def begin(self, erasure: Erasure) -> None:
        """Ends the program; `finish` and `tell` come after that."""
        self._erasure = erasure
        QTimer.singleShot(0, self, self._running.quit)

    def finish(self) -> None:
        """Deletes everything, if that was wanted."""
        if self._erasure is None:
            return
        self._erased, self._erasure = erase(self._core, self._erasure), None
        self._running.instance.stop()
        remove_folders(self._core.folders)

    def tell(self) -> None:
        """What went and what is left, until that is closed."""
        if self._erased is None:
            return
        from companion.presentation.erasing import end_words
        from companion.ui.shell.trouble_window import show_trouble

        show_trouble(self._running.theme, end_words(self._erased))


def erase(core: Core, erasure: Erasure) -> Erased:
    """Deletes it all; the program has ended but for the lock that keeps a second one away, and writes nothing more.

    `remove_folders` takes the folders away once that lock is given free.
    """
    from companion.adapters.storage.erasing import begin

    kept_place = core.preferences.settings.backup_folder
    core.close()
    try:
        begin(core.folders.data, Path(erasure.place) if erasure.place else None)
        left = finish_erasing(core.folders)
    except UserError as trouble:
        return Erased(trouble=trouble)
    return Erased(tuple(left), kept_place="" if erasure.place else kept_place)


def finish_erasing(folders: Folders) -> list[str]:
    """Goes on where it was broken off. Returns the paths that could not be deleted. Raises UserError."""
    from companion.adapters.storage.erasing import finish

    return finish(folders.data, lambda: _beside(folders))


def remove_folders(folders: Folders) -> None:
    """The folders in which nothing is left go too, with those above that bear our name."""
    from companion.adapters.removing import remove_if_empty
    from companion.adapters.system.folders import NAME

    for folder in (folders.logs, folders.config, folders.data):
        remove_if_empty(folder)
        if folder.parent.name == NAME:
            remove_if_empty(folder.parent)


def _beside(folders: Folders) -> list[str]:
    from companion.adapters.settings.erasing import remove_settings
    from companion.adapters.system.autostart import XdgAutostart, own_command
    from companion.adapters.system.logs import remove_logs

    autostart = XdgAutostart(own_command(folders.named))
    return [*remove_settings(folders.config), *autostart.forget(), *remove_logs(folders.logs)]
