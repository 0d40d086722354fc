"""Says once, in the window, that another version was installed; whoever comes back to the window has it looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

import companion
from companion.adapters.system.replaced import ProgramFile
from companion.presentation.replaced import replaced_words

if TYPE_CHECKING:
    from companion.bootstrap.front import Front


class Replaced(QObject):
    """Nothing wakes up for it. What else stands across the window is more important, and stays there."""

    restart_wanted = Signal()

    def __init__(self, front: Front, file: ProgramFile | None = None) -> None:
        super().__init__()
        self._front = front
        self._file = file or ProgramFile(Path(companion.__file__), companion.__version__)
        self._is_settled = False

    def look(self) -> None:
        """Says it if it is so and the person has not put it off."""
        if self._is_settled or not self._file.names_another():
            return
        said, now, later = replaced_words()
        window = self._front.window
        if not window.banner_text:
            window.show_banner(said, now, self.restart_wanted.emit, later, self._settle)

    def _settle(self) -> None:
        self._is_settled = True
        self._front.window.show_banner("")
