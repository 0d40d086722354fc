"""The clipboard, for what must not stay on it."""

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS_MS = 60_000
# What password managers say too, so that a history of the clipboard leaves it out.
_SECRET = {"x-kde-passwordManagerHint": b"secret", "ExcludeClipboardContentFromMonitorProcessing": b"1"}


def copy_secret(text: str) -> None:
    """Puts it on the clipboard for a minute, marked as nothing to be remembered."""
    content = QMimeData()
    content.setText(text)
    for name, value in _SECRET.items():
        content.setData(name, value)
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(content)
    QTimer.singleShot(STAYS_MS, clipboard, lambda: _clear_if_still(text))


def clear_own_clipboard() -> None:
    """Takes away what was copied or selected in this program; what comes from others stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _clear_if_still(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear()
