"""One line after saving: that it is saved, and the ways back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from companion.presentation.translation import _
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link


class SavedLine(QWidget):
    """ "Saved 14:06 · Undo", and "· Another" where there is a form to come back to."""

    undo_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, *, offers_another: bool) -> None:
        super().__init__()
        self._text = label("", "body", "muted")
        self._text.setWordWrap(False)
        self.undo = link(_("Undo"))
        self.undo.clicked.connect(self.undo_wanted)
        self.another = link(_("Another"))
        self.another.setAccessibleName(_("Another check-in"))
        self.another.clicked.connect(self.another_wanted)
        self._undo_dot, self._another_dot = _dot(), _dot()
        self._lay_out()
        self.another.setVisible(offers_another)
        self._another_dot.setVisible(offers_another)

    def show_saved(self, text: str) -> None:
        """Shows `text`, with Undo."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._show_undo(True)

    def end_undo(self) -> None:
        """Takes Undo away."""
        self._show_undo(False)

    def _show_undo(self, shown: bool) -> None:
        self.undo.setVisible(shown)
        self._undo_dot.setVisible(shown)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HAIR // 2)
        row.addWidget(self._text)
        row.addSpacing(HAIR)
        for part in (self._undo_dot, self.undo, self._another_dot, self.another):
            row.addWidget(part)
        row.addStretch(1)


def _dot() -> QLabel:
    made = label("·", "body", "muted")
    made.setProperty("personal", True)
    return made
