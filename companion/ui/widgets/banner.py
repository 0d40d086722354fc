"""A lasting line across the top of a window."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from companion.ui.widgets.labels import label


class Banner(QFrame):
    """Hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._label = label("", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 24, 6)
        layout.addWidget(self._label, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Says `text`, or nothing."""
        self._label.setText(text)
        self.setVisible(bool(text))
