"""One program per data folder: the first listens, a later one hands its wish over."""

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from companion.application.errors import Trouble, UserError
from companion.application.instance_address import INSTANCE_LOCK, Message, line_of

if TYPE_CHECKING:
    from companion.ui.platform.local_pipe import LocalPipe
    from companion.ui.platform.local_socket import LocalSocket

LOCK_NAME = INSTANCE_LOCK
PATIENCE = 2000  # milliseconds in which a first one that is just starting begins to listen
BETWEEN_TRIES = 50
ANSWER_TIME = 1000
LOCK_BYTES = 4096  # a file takes a block


class Start(Enum):
    """What became of starting."""

    FIRST = "first"
    HANDED_OVER = "handed_over"


class SingleInstance(QObject):
    """Holds the lock of a data folder and hears what later ones want.

    Each signal carries the desktop's activation token, or an empty string.
    """

    window_wanted = Signal(str)
    check_in_wanted = Signal(str)
    changed_elsewhere = Signal()

    def __init__(self, data_folder: Path, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock_path = data_folder / LOCK_NAME
        self._address = address
        self._lock = _lock_at(self._lock_path)

    def begin(self, message: Message, activation_token: str = "") -> Start:
        """FIRST if this is the only one now, HANDED_OVER if the running one was told.

        Raises UserError(STORE_BUSY) if one runs that does not answer for 2 s: two at once would both remind;
        DISK_FULL or STORE_READ_ONLY where the lock cannot be written. Costs no event loop and no network library
        where it is the first.
        """
        if self._lock.tryLock(0):
            return Start.FIRST
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            raise UserError(_trouble_with(self._lock_path.parent))
        return self._hand_over(line_of(message, activation_token))

    def _hand_over(self, line: bytes) -> Start:
        from PySide6.QtCore import QDeadlineTimer, QThread

        deadline = QDeadlineTimer(PATIENCE)
        while not self._lock.tryLock(0):
            if _tell(self._address, line):
                return Start.HANDED_OVER
            if deadline.hasExpired():
                if self._take_left_behind():
                    return Start.FIRST
                raise UserError(Trouble.STORE_BUSY)
            QThread.msleep(BETWEEN_TRIES)
        return Start.FIRST

    def listen(self) -> bool:
        """Begins to hear later ones; for the first one only. False if the address cannot be used."""
        self._hearing = _hearing(self)
        self._hearing.heard.connect(self._pass_on)
        reason = self._hearing.listen(self._address)
        if reason:
            import logging

            logging.getLogger(__name__).warning("cannot listen for a second start: %s", reason)
        return not reason

    def stop(self) -> None:
        """Stops listening and gives the folder free."""
        hearing = getattr(self, "_hearing", None)
        if hearing is not None:
            hearing.close()
        self._lock.unlock()

    def _take_left_behind(self) -> bool:
        """Takes the lock if no living process holds it.

        Qt asks whether the process number in the file lives, and after a crash that number can be another's (in a
        sandbox it is often our own). The operating system's lock on the file ended with its process.
        """
        if not _is_left_behind(self._lock_path):
            return False
        self._lock_path.unlink(missing_ok=True)
        return self._lock.tryLock(0)

    def _pass_on(self, message: Message, activation_token: str) -> None:
        if message is Message.CHANGED:
            self.changed_elsewhere.emit()
        elif message is Message.CHECK_IN:
            self.check_in_wanted.emit(activation_token)
        else:
            self.window_wanted.emit(activation_token)


def _hearing(parent: QObject) -> "LocalSocket | LocalPipe":
    if sys.platform == "win32":
        from companion.ui.platform.local_pipe import LocalPipe

        return LocalPipe(parent)
    from companion.ui.platform.local_socket import LocalSocket

    return LocalSocket(parent)


def _lock_at(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    return lock


def _trouble_with(folder: Path) -> Trouble:
    from shutil import disk_usage

    return Trouble.DISK_FULL if disk_usage(folder).free < LOCK_BYTES else Trouble.STORE_READ_ONLY


def _tell(address: str, line: bytes) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(ANSWER_TIME):
        return False
    socket.write(line)
    socket.flush()
    was_heard = socket.waitForReadyRead(ANSWER_TIME)
    socket.abort()
    return was_heard


def _is_left_behind(path: Path) -> bool:
    try:
        import fcntl
    except ImportError:
        return False
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
