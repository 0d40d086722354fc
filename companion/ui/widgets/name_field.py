"""A field for one name at a time, which completes what was used before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from companion.domain.text import LONGEST_TAG, clean_tags
from companion.presentation.translation import ngettext
from companion.ui.theme.theme import Theme
from companion.ui.widgets.announce import announce

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)

_WIDTH, _AROUND = 150, 36

Complete = Callable[[str], Sequence[str]]


class NameField(QLineEdit):
    """Says `named` for each name: on Enter, on choosing a completion, and when it is left with something in it.

    `backed_out` says that Backspace was pressed with nothing left to take away. Ctrl+Enter is left to whoever saves.
    """

    named = Signal(str)
    backed_out = Signal()

    def __init__(self, words: str, theme: Theme, complete: Complete) -> None:
        super().__init__()
        self._theme = theme
        self._complete = complete
        self._suggestions = QStringListModel(self)
        self._completer = QCompleter(self._suggestions, self)
        # Its prefix stays empty: which names fit is known by whoever keeps them, whatever their case and accents.
        self._completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completions = QListView()
        self._completer.setPopup(self.completions)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._on_suggestion_chosen)
        # The list is a window of its own that never has the keyboard, so readers would not hear what Down reaches.
        self._completer.highlighted.connect(lambda name: announce(self, name))
        self.setProperty("role", "chip")
        self.setMaxLength(LONGEST_TAG)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.textEdited.connect(self._suggest)
        theme.changed.connect(self.updateGeometry)

    @property
    def pending(self) -> str:
        """What was typed and not said yet, cleaned; "" if it is no name."""
        return next(iter(clean_tags((self.text(),))), "")

    @property
    def suggested(self) -> list[str]:
        """The completions that are offered now."""
        return self._suggestions.stringList()

    def take(self) -> None:
        """Says what was typed, if it is a name, and is empty again."""
        name = self.pending
        self.clear()
        self.completions.hide()
        if name:
            self.named.emit(name)

    def sizeHint(self) -> QSize:
        """Room for what it says while it is empty, among chips."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(self._theme.px(_WIDTH), words + self._theme.px(_AROUND)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Down offers what was used before, Backspace in an empty field says so."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._on_enter(event)
        elif key is Qt.Key.Key_Backspace and not self.text():
            if not event.isAutoRepeat():
                self.backed_out.emit()
        elif key is Qt.Key.Key_Down and not self.completions.isVisible():
            self._suggest(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed counts, also without Enter."""
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            self.take()

    def _on_enter(self, event: QKeyEvent) -> None:
        is_choosing = self.completions.isVisible() and self.completions.currentIndex().isValid()
        if is_choosing or event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.pending:
            event.ignore()
        elif not event.isAutoRepeat():
            self.take()

    def _suggest(self, text: str) -> None:
        self._suggestions.setStringList(list(self._complete(text.strip())))
        if self.suggested:
            self._completer.complete()
            count = len(self.suggested)
            announce(self, ngettext("{count} suggestion", "{count} suggestions", count).format(count=count))
        else:
            self.completions.hide()

    def _on_suggestion_chosen(self, name: str) -> None:
        self.setText(name)
        self.take()
