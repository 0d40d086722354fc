"""Where the running program hears other processes on Windows: a named pipe, by Qt's network library."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from companion.application.instance_address import HEARD, message_in

LONGEST_LINE = 4096


class LocalPipe(QObject):
    """Listens for lines, answers those that are ours, and says `heard` (Message, activation token) for each."""

    heard = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)

    def listen(self, address: str) -> str:
        """Begins, in place of what was left behind there; for the person alone. Empty, or why that cannot be."""
        QLocalServer.removeServer(address)
        return "" if self._server.listen(address) else self._server.serverError().name

    def close(self) -> None:
        """Hears nobody any more."""
        self._server.close()

    def _on_server_new_connection(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            line.disconnected.connect(line.deleteLater)
            line.readyRead.connect(self._on_line_ready_read)
            if line.canReadLine():
                line.readyRead.emit()

    def _on_line_ready_read(self) -> None:
        line = self.sender()
        if not isinstance(line, QLocalSocket):
            return
        # Everything is read before anything is answered: to one that has hung up already, answering ends the line.
        lines: list[bytes] = []
        while line.canReadLine():
            lines.append(bytes(line.readLine(LONGEST_LINE).data()))
        if line.bytesAvailable() >= LONGEST_LINE:
            line.abort()
        for heard in filter(None, map(message_in, lines)):
            line.write(f"{HEARD}\n".encode())
            line.flush()
            self.heard.emit(*heard)
