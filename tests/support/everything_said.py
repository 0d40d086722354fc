"""Every text that this program shows, or would tell assistive technology, wherever it stands: hidden widgets too."""

import gc
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSystemTrayIcon,
    QTextEdit,
    QWidget,
)

_PROPERTIES = ("text", "title", "windowTitle", "placeholderText", "toolTip", "statusTip", "whatsThis", "suffix")
_SAID = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description, QAccessible.Text.Help)
_DEEPEST, _MOST_CHILDREN = 3, 200
_ROLES = tuple(Qt.ItemDataRole(role) for role in (*range(16), 256, 257, 258, 259, 260))


def everything_said() -> str:
    """All of it, a text a line. What is on its way out is gone first."""
    gc.collect()  # while PySide lists widgets, one that goes brings the process down
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return "\n".join(filter(None, _texts()))


def _texts() -> Iterator[str]:
    for widget in _widgets():
        yield from _of_widget(widget)
        yield from _of_accessible(QAccessible.queryAccessibleInterface(widget), 0)
        for action in widget.findChildren(QAction):
            yield from (action.text(), action.toolTip())
        for icon in widget.findChildren(QSystemTrayIcon):
            yield icon.toolTip()
    yield from _of_clipboard()


def _widgets() -> Iterator[QWidget]:
    for window in QApplication.topLevelWidgets():
        yield window
        yield from window.findChildren(QWidget)


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in _PROPERTIES:
        value = widget.property(name)
        if isinstance(value, str):
            yield value
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QLineEdit):
        yield widget.text()
        if (completer := widget.completer()) is not None:
            yield from _of_model(completer.model())
    if isinstance(widget, QComboBox):
        yield from _of_model(widget.model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0)
        yield from (str(data) for role in _ROLES if (data := model.data(index, role)) is not None)


def _of_accessible(found: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if found is None or depth > _DEEPEST:
        return
    yield from (found.text(kind) for kind in _SAID)
    for number in range(min(found.childCount(), _MOST_CHILDREN)):
        yield from _of_accessible(found.child(number), depth + 1)


def _of_clipboard() -> Iterator[str]:
    clipboard = QGuiApplication.clipboard()
    yield clipboard.text(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        yield clipboard.text(QClipboard.Mode.Selection)
