"""The polite signals of the system (SIGTERM, SIGINT, SIGHUP) as one Qt signal."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

POLITE = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class Termination(QObject):
    """Says `asked_to_end` when the system or a terminal asks the program to end.

    A handler in Python runs only when Python runs next, which in an idle event loop is never; the number written to
    a socket wakes the loop.
    """

    asked_to_end = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._watch = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._on_watch_activated)
        self._fd_before = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._handlers_before = {number: signal.signal(number, _noticed) for number in POLITE}

    def stop(self) -> None:
        """Gives the signals back to whoever had them."""
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        signal.set_wakeup_fd(self._fd_before)
        self._watch.setEnabled(False)
        self._near.close()
        self._far.close()

    def _on_watch_activated(self) -> None:
        numbers = self._near.recv(64)
        if any(number in POLITE for number in numbers):
            self.asked_to_end.emit()


def _noticed(_number: int, _frame: object) -> None:
    """Keeps the signal from ending the process; what follows happens in the event loop."""
