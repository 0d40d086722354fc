"""One line after saving: that it is saved, and the ways back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from companion.presentation.translation import _
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link


class SavedLine(QWidget):
    """ "Saved 14:06 · Undo", and "· Another" where there is a form to come back to; narrow, on more than one line."""

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
        self._way_back = _after_a_dot(self.undo, HAIR)
        another = _after_a_dot(self.another)
        row = FlowLayout(self)
        row.setSpacing(HAIR)
        for part in (self._text, self._way_back, another):
            row.addWidget(part)
        another.setVisible(offers_another)

    def show_saved(self, text: str) -> None:
        """Shows `text`, with Undo."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._way_back.show()

    def end_undo(self) -> None:
        """Takes Undo away."""
        self._way_back.hide()


def _after_a_dot(way: QPushButton, before: int = 0) -> QWidget:
    dot = label("·", "body", "muted")
    dot.setProperty("personal", True)
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(HAIR // 2)
    if before:
        row.addSpacing(before)
    row.addWidget(dot)
    row.addWidget(way)
    return made
