"""What nobody caught: noted in the log, and told once, calmly.

What the dialog itself needs is loaded only when there is something to tell: every start installs this, and few tell.
"""

from __future__ import annotations

import re
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from companion import __version__

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtWidgets import QMessageBox

    from companion.ui.platform.main_thread import MainThread

_LEVELS = {
    QtMsgType.QtDebugMsg: "DEBUG",
    QtMsgType.QtInfoMsg: "INFO",
    QtMsgType.QtWarningMsg: "WARNING",
    QtMsgType.QtCriticalMsg: "ERROR",
    QtMsgType.QtFatalMsg: "CRITICAL",
}
_VALUES = (
    r"""(["'«“]).*|\bfor\b.*|\S*[/\\:]\S*/\S*|/\S+"""  # compiled where needed: every start loads this, few complain
)


class CrashDialog(QObject):
    """From `install` to `uninstall` it hears every failure of every thread, and what Qt complains of.

    `closed` says which failure was told, once the person has closed the dialog.
    """

    closed = Signal(object)

    def __init__(self, main_thread: MainThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._main_thread = main_thread
        self._box: QMessageBox | None = None

    def install(self) -> None:
        """Begins to listen."""
        self._hooks_before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_failure
        threading.excepthook = self._on_thread_failure
        self._handler_before = qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Gives the hooks back to whoever had them."""
        sys.excepthook, threading.excepthook = self._hooks_before
        qInstallMessageHandler(self._handler_before)

    def tell(self, failure: BaseException) -> None:
        """Notes the failure and shows the dialog, unless one is open already. From any thread."""
        import logging

        from companion.application.failure_text import failure_text

        details = f"Companion {__version__}, Python {sys.version.split()[0]}\n{failure_text(failure)}"
        logging.getLogger(__name__).error("%s", details)
        self._main_thread.post(lambda: self._show(details, failure))

    def _on_failure(self, kind: type[BaseException], failure: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
        else:
            self.tell(failure)

    def _on_thread_failure(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.tell(args.exc_value)

    def _show(self, details: str, failure: BaseException) -> None:
        from PySide6.QtWidgets import QMessageBox

        from companion.presentation.apology import build_apology

        if self._box is not None:
            return
        words = build_apology(details, failure)
        box = QMessageBox(QMessageBox.Icon.NoIcon, words.title, words.text)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowModality(Qt.WindowModality.NonModal)
        copy = box.addButton(words.copy, QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        close = box.addButton(words.close, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.finished.connect(lambda _result: self._on_box_finished(failure))
        self._box = box
        box.show()

    def _on_box_finished(self, failure: BaseException) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None
        self.closed.emit(failure)


def without_values(message: str) -> str:
    """What Qt said, without quoted text, paths and addresses: they can be the person's."""
    return re.sub(_VALUES, "…", message, flags=re.DOTALL)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    import logging

    level = getattr(logging, _LEVELS.get(kind, "WARNING"))
    logging.getLogger(__name__).log(level, "Qt %s: %s", context.category or "", without_values(message))
