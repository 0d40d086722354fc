"""What stands where there is nothing to show: one kind sentence and at most one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from companion.ui.theme.tokens import ROOM, SNUG, WIDE
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label


class EmptyNote(Card):
    """Says that its action is wanted."""

    action_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "body", "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.action = QPushButton()
        self.action.clicked.connect(self.action_wanted)
        self.body.setContentsMargins(ROOM, WIDE, ROOM, WIDE)
        self.body.setSpacing(SNUG)
        self.body.addStretch(1)
        self.body.addWidget(self.words)
        self.body.addWidget(self.action, 0, Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(1)

    def show_words(self, sentence: str, action: str) -> None:
        """Shows that sentence, and the action if there is one."""
        self.words.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
