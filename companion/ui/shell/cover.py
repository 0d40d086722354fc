"""Lies over an open screen while a check-in is asked for in its own window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.tokens import WIDE
from companion.ui.widgets.labels import label

# Measured values, bounds of the window: seen beside the line, they would pull the answer.
SHOW_EARLIER_ANSWERS = frozenset((ScreenName.TODAY, ScreenName.CHART, ScreenName.JOURNAL, ScreenName.SETTINGS))


class Cover(QWidget):
    """As large as `under`, whatever size that gets; hidden at first."""

    def __init__(self, under: QWidget) -> None:
        super().__init__(under)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        words = label(
            _("This stays covered while your check-in is open, so that what you noted earlier does not pull it."),
            "body",
            "muted",
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.addWidget(words)
        self.hide()
        under.installEventFilter(self)

    def lie(self, is_there: bool) -> None:
        """Covers everything, or nothing."""
        parent = self.parentWidget()
        if is_there and parent is not None:
            self.setGeometry(parent.rect())
            self.raise_()
        self.setVisible(is_there)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays as large as what it covers."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)
