"""Somebody who looks every moment, also while a dialog holds the event loop, and acts on what is there."""

from PySide6.QtCore import QTimer

from companion.bootstrap.desktop import Desktop

EVERY_MS = 10


class Onlooker:
    """Acts until they leave; `read` is what they read."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.read: list[str] = []
        self._look = QTimer(interval=EVERY_MS)
        self._look.timeout.connect(self._act)
        self._look.start()

    def leave(self) -> None:
        """Looks no more."""
        self._look.stop()

    def _act(self) -> None:
        raise NotImplementedError
