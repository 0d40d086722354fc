"""What can be done with several lines that are chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from companion.presentation.translation import _
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link


class ChosenBar(QFrame):
    """Hidden while fewer than two are chosen."""

    delete_wanted = Signal()
    purge_wanted = Signal()
    none_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "aside")
        self.words = label("", "small")
        self.delete = link(_("Delete"))
        self.purge = link(_("Delete permanently…"))
        self.none = link(_("Choose none"))
        self.delete.clicked.connect(self.delete_wanted)
        self.purge.clicked.connect(self.purge_wanted)
        self.none.clicked.connect(self.none_wanted)
        row = FlowLayout()
        row.setSpacing(TIGHT)
        for button in (self.delete, self.purge, self.none):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SNUG, TIGHT, SNUG, TIGHT)
        column.setSpacing(TIGHT)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def show_words(self, words: str, *, may_delete: bool) -> None:
        """Says what is chosen, or goes away."""
        if words == self.words.text():
            return
        self.words.setText(words)
        self.setVisible(bool(words))
        self.delete.setEnabled(may_delete)
        self.purge.setEnabled(may_delete)
        announce(self.words, words)
