"""The overview of all keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollBar, QWidget

from companion.presentation.keys import KeyGroup, key_groups
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, TIGHT
from companion.ui.widgets.labels import label
from companion.ui.widgets.privacy_frame import PrivacyFrame

KEYS, WORDS = range(2)
_SCROLLING = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}
SHARE_OF_KEYS, SHARE_OF_WORDS = 2, 3


class KeysDialog(QDialog):
    """Shows each key and what it does; Escape, Enter or its button close it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = PrivacyFrame(self, theme, _("Keys"))
        for group in key_groups():
            self._add(group)
        self._frame.column.addStretch(1)
        self.close_button = QPushButton(_("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._frame.add_buttons((self.close_button,))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its keys scroll it, wherever the keyboard is."""
        action = _SCROLLING.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._frame.scroll_bar.triggerAction(action)

    def _add(self, group: KeyGroup) -> None:
        self._frame.column.addWidget(label(group.title, "small", "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROOM)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(KEYS, SHARE_OF_KEYS)
        grid.setColumnStretch(WORDS, SHARE_OF_WORDS)
        for row, line in enumerate(group.lines):
            grid.addWidget(label(line.keys, "body", "accent"), row, KEYS, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(line.does), row, WORDS)
        self._frame.column.addLayout(grid)
