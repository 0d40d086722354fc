"""A practice in a small window of its own, on top where the person wants that and the desktop allows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.ui.theme.theme import Theme

WIDTH, HEIGHT = 360, 430
LEAST_WIDTH, LEAST_HEIGHT = 280, 260


class PracticeWindow(QWidget):
    """Holds one part at a time. Its title says nothing of it. `closed_by_person` when its frame was used.

    Ctrl+Shift+S wants Support, as everywhere.
    """

    closed_by_person = Signal()
    support_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Companion")
        self.setObjectName("window")
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        room = self.screen().availableSize() * 0.9
        self.resize(min(theme.px(WIDTH), room.width()), min(theme.px(HEIGHT), room.height()))
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._part: QWidget | None = None
        QShortcut(QKeySequence("Ctrl+Shift+S"), self).activated.connect(self.support_wanted)

    @property
    def part(self) -> QWidget | None:
        """What stands in it."""
        return self._part

    def put(self, part: QWidget | None) -> None:
        """Takes a part in; None gives back the one that is in it."""
        if self._part is not None and self._part is not part:
            self._place.removeWidget(self._part)
            self._part.setParent(None)
        self._part = part
        if part is not None:
            self._place.addWidget(part)
            part.show()

    def keep_on_top(self, wanted: bool) -> None:
        """Above other windows, as far as the desktop allows it."""
        was_visible = self.isVisible()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, wanted)  # hides it
        if was_visible:
            self.show()

    def bring_up(self) -> None:
        """Shows the window in front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Others decide what becomes of what stands in it."""
        super().closeEvent(event)
        if event.spontaneous():
            self.closed_by_person.emit()
