"""Makes the icon in the tray blink, so that it can be found."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from companion.presentation.tray import TrayState

EVERY_MS = 400
CHANGES = 6


class TrayBlink(QObject):
    """`show` gets the states, one after the other, and in the end the true one."""

    def __init__(
        self, show: Callable[[TrayState], None], state: Callable[[], TrayState], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._state = state
        self._left = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.change)

    @property
    def is_blinking(self) -> bool:
        """True until the true state is shown again."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Blinks three times."""
        self._left = CHANGES
        self._timer.start()

    def change(self) -> None:
        """The next of its states."""
        self._left -= 1
        true = self._state()
        self._show(replace(true, look="quiet" if true.look == "due" else "due") if self._left % 2 else true)
        if self._left <= 0:
            self._timer.stop()
