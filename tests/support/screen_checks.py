"""What every screen must hold to, as functions that list what does not: words, names, room.

A widget (or one around it) with the property `personal` shows what the person or a note wrote; its words are its own.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from companion.ui.widgets.name_chip import NameChip

FORBIDDEN = (
    "score", "scores", "scored", "streak", "streaks", "missed", "fail", "failed", "failure", "good", "bad", "optimal",
    "normal", "abnormal", "symptom", "symptoms", "disorder", "disorders", "hyperarousal", "hypoarousal", "depression",
    "anxiety", "ptsd", "adhd", "ocd", "bipolar", "borderline", "autism", "schizophrenia", "psychosis",
)  # fmt: skip
NAME_OF_THE_PROGRAM = "Companion"
MAIN_WINDOW = "window"
SLACK = 1

_FORBIDDEN = re.compile(rf"\b({'|'.join(FORBIDDEN)})\b|!", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")
_CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
)
_INNER_PARTS_OF = (QAbstractSpinBox, QComboBox, QTabBar, QAbstractItemView)


def complaints(root: QWidget, *, pseudo: bool) -> list[str]:
    """Everything that is wrong with a screen that is shown; `pseudo` says that the pseudo-language is spoken."""
    # No language is as long as the pseudo-language is at 200 % in the smallest window.
    found = untranslated(root) if pseudo else forbidden_words(root) + scrolled_sideways(root)
    return found + clipped(root) + sticking_out(root) + unnamed(root)


def untranslated(root: QWidget) -> list[str]:
    """Words of the interface that did not go through the translation; for the pseudo-language."""
    return [
        f"not translated: {text!r} ({_called(widget)})"
        for widget, text in interface_texts(root)
        if text != NAME_OF_THE_PROGRAM and _LETTERS.search(_outside_brackets(text))
    ]


def forbidden_words(root: QWidget) -> list[str]:
    """Words that never stand on a screen about a person, and exclamation marks; for English."""
    return [
        f"never on screen: {found.group()!r} in {text!r} ({_called(widget)})"
        for widget, text in interface_texts(root)
        if (found := _FORBIDDEN.search(text))
    ]


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons that have less room than their text needs."""
    found = []
    for widget in _shown(root):
        if isinstance(widget, QLabel) and widget.text() and _is_label_cut(widget):
            found.append(f"cut off: {widget.text()!r} in {widget.width()}×{widget.height()}")
        elif isinstance(widget, QAbstractButton) and _is_button_cut(widget):
            need = widget.sizeHint()
            found.append(
                f"cut off: {widget.text()!r} has {widget.width()}×{widget.height()}, "
                f"needs {need.width()}×{need.height()} ({_called(widget)})"
            )
    return found


def sticking_out(root: QWidget) -> list[str]:
    """Widgets that reach beyond the widget they lie in (what scrolls may)."""
    found = []
    for widget in _shown(root):
        parent = widget.parentWidget()
        if widget is root or parent is None or _scrolls(parent) or widget.isWindow():
            continue
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(widget.geometry()) and not widget.geometry().isEmpty():
            found.append(f"sticks out of {_called(parent)}: {_called(widget)} {_box(widget.geometry())}")
    return found


def scrolled_sideways(root: QWidget) -> list[str]:
    """In the main window: what is wider than there is room for it. A screen scrolls down, and never to the side."""
    if root.objectName() != MAIN_WINDOW:
        return []
    return [
        f"too wide: {_called(area)} holds {held.width()} px in {area.viewport().width()}"
        for area in root.findChildren(QScrollArea)
        if area.isVisible() and (held := area.widget()) and held.width() > area.viewport().width() + SLACK
    ]


def unnamed(root: QWidget) -> list[str]:
    """Controls that a screen reader could not call by a name."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    return [
        f"has no name: {_called(widget)}"
        for widget in _shown(root)
        if _is_control(widget) and not _has_name(widget, widget in buddies)
    ]


def interface_texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that a person can see or hear there, but not what they or a note wrote."""
    for widget in _shown(root):
        if not _is_personal(widget):
            for text in _texts(widget):
                if text.strip():
                    yield widget, text


def _shown(root: QWidget) -> Iterator[QWidget]:
    if root.isVisible():
        yield root
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not _is_qts_own(widget):
            yield widget


def _is_qts_own(widget: QWidget) -> bool:
    """Parts that Qt makes itself, such as the arrows of a tab bar or the cross in a line edit."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QTabBar | QLineEdit)


def _is_personal(widget: QWidget) -> bool:
    around: QWidget | None = widget
    while around is not None:
        if around.property("personal"):
            return True
        around = around.parentWidget()
    return False


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from _item_texts(widget)


def _item_texts(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    for row in range(model.rowCount(root)):
        column = 0
        while (index := model.index(row, column, root)).isValid():
            yield str(index.data() or "")
            column += 1


def _outside_brackets(text: str) -> str:
    outside, depth = "", 0
    for character in text:
        depth += character == "⟦"
        if not depth:
            outside += character
        depth -= character == "⟧"
    return outside


def _is_label_cut(label: QLabel) -> bool:
    room = label.contentsRect()
    if label.wordWrap():
        words = label.text().replace("/", "/ ").split()  # a path may go on in the next line
        longest = max(words, key=label.fontMetrics().horizontalAdvance, default="")
        too_wide = label.fontMetrics().horizontalAdvance(longest) > room.width() + SLACK
        return too_wide or label.heightForWidth(label.width()) > label.height() + SLACK
    need = label.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, label.text())
    return need.width() > room.width() + SLACK or need.height() > room.height() + SLACK


def _is_button_cut(button: QAbstractButton) -> bool:
    if not button.text():
        return False
    if button.hasHeightForWidth():
        return button.heightForWidth(button.width()) > button.height() + SLACK
    # A name of the person's own is shortened on purpose where there is no room, and whole where it is heard.
    need = button.minimumSizeHint() if isinstance(button, NameChip) else button.sizeHint()
    return button.width() + SLACK < need.width() or button.height() + SLACK < need.height()


def _scrolls(parent: QWidget) -> bool:
    around = parent.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or isinstance(around, QAbstractScrollArea)


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), _INNER_PARTS_OF):
        return False
    if isinstance(widget, _CONTROLS):
        return True
    takes_keyboard = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_keyboard and not isinstance(widget, QAbstractScrollArea | QTabBar)


def _has_name(widget: QWidget, has_buddy: bool) -> bool:
    if isinstance(widget, QComboBox):
        return has_buddy  # an accessible name of a combo box is never spoken on Linux
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return has_buddy or bool(widget.accessibleName().strip()) or bool(text.strip())


def _called(widget: QWidget) -> str:
    said = widget.objectName() or widget.accessibleName()
    if not said and isinstance(widget, QAbstractButton | QLabel):
        said = widget.text()
    return f"{type(widget).__name__} {said!r}"


def _box(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"


def show_for_checks(widget: QWidget, width: int, height: int) -> None:
    """Shows a widget at that size, grown to its minimum, with every layout settled."""
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    widget.grab()
    QApplication.processEvents()
