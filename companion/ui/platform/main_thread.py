"""The door back to the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class MainThread(QObject):
    """Runs calls on the thread it was made on, which is the GUI's."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_open = True
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], object]) -> None:
        """From any thread: runs `call` on the GUI thread, soon and in order. Nothing happens after `stop`."""
        if self._is_open:
            self._posted.emit(call)

    def stop(self) -> None:
        """From now on nothing posted runs, also what is on its way."""
        self._is_open = False

    @Slot(object)
    def _on_posted(self, call: Callable[[], object]) -> None:
        if self._is_open:
            call()
