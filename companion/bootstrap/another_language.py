"""Another language is chosen while the program runs: whatever shows words is made again, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.bootstrap.running import Running


class AnotherLanguage(QObject):
    """`chosen` is the setting that was in force at the start: a language's code or "system"."""

    spoken = Signal()

    def __init__(self, running: Running, chosen: str) -> None:
        super().__init__()
        self._running = running
        self._chosen = chosen

    def choose(self, chosen: str) -> None:
        """From now on it is spoken, as soon as who said so has come to their end."""
        if chosen != self._chosen:
            self._chosen = chosen
            QTimer.singleShot(0, self, self._speak)  # what it was chosen with is made again

    def _speak(self) -> None:
        """Once no dialog lies over what is to be made again."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):  # as where it came with the settings of an import
            dialog.finished.connect(lambda _result: QTimer.singleShot(0, self, self._speak))
            return
        running = self._running
        before = running.screens
        before.keep_half_written()
        if not running.speaking.speak(self._chosen):
            return
        before.end()
        running.forget_words()
        running.locking.begin_anew()
        old = running.front.begin_anew(running.screens)
        running.screens.take_over(before)
        running.background.begin_anew()
        self.spoken.emit()
        running.background.once_quiet(lambda: _drop(old))


def _drop(widgets: list[QWidget]) -> None:
    for widget in widgets:
        widget.deleteLater()
