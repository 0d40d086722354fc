"""A card: one idea on its own quiet surface."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from companion.ui.theme.tokens import ROOM, SNUG


class Card(QFrame):
    """A frame with rounded corners; put what it holds into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(ROOM + 2, ROOM, ROOM + 2, ROOM)
        self.body.setSpacing(SNUG)
