"""A life event in a dialog: what happened and when, saved, left as it was, or deleted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from companion.domain.journal import Noted
from companion.presentation.journal_edit import JournalEdit, When
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, WIDE
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.journal_editor import HalfWritten, JournalEditor
from companion.ui.widgets.journal_forms import LifeEventForm

WIDTH = 420
OF_SCREEN = 0.9


class LifeEventDialog(QDialog):
    """Says what was kept, with the line as it was before (None for a new one), or that it shall go.

    What was changed is not left at the first Escape.
    """

    kept = Signal(object, object)
    delete_wanted = Signal(str)

    def __init__(self, edit: JournalEdit, when: When | None, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.edit = edit
        self._theme = theme
        self.setWindowTitle("Companion")
        self.editor = JournalEditor(edit, LifeEventForm(edit, theme))
        if when is not None:
            self.editor.moment.put(when)
        self.editor.kept.connect(self._on_kept)
        self.editor.left.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._scroll = FittingScroll(self.editor)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        self._column.setSpacing(SNUG)
        self._column.addWidget(self._scroll, 1)
        if edit.line is not None:
            self._add_delete_button(edit.line)

    def go_on(self, half_written: HalfWritten) -> None:
        """What was half written when it was locked is there again."""
        self.editor.go_on(half_written)

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as lines are read well, and never larger than the screen."""
        room = self.screen().availableSize() * OF_SCREEN
        width = min(self._theme.px(WIDTH), room.width())
        self.resize(width, min(max(self.heightForWidth(width), self.sizeHint().height()), room.height()))
        super().showEvent(event)
        self.editor.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is not saved is not lost at the first try."""
        if self.editor.ask_before_leaving():
            super().closeEvent(event)
        else:
            event.ignore()

    def _add_delete_button(self, line: Noted) -> None:
        delete = QPushButton(_("Delete this life event"))
        delete.setProperty("role", "link")
        delete.setAutoDefault(False)
        delete.clicked.connect(lambda: self._on_delete_clicked(line))
        self._column.addWidget(delete)

    def _on_delete_clicked(self, line: Noted) -> None:
        self.delete_wanted.emit(line.id)
        self.accept()

    def _on_kept(self, line: Noted) -> None:
        self.kept.emit(self.edit.line, line)
        self.accept()
