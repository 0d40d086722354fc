"""The side bar: where a person can go, and Support at its foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from companion.presentation.translation import _
from companion.ui.shell.screens import IN_SIDE_BAR, OPEN_WHILE_LOCKED, ScreenName, screen_label
from companion.ui.theme.icons import app_icon, icon
from companion.ui.theme.theme import Theme
from companion.ui.widgets.labels import label

WIDTH = 190
NARROW_WIDTH = 64
ICON = 18


class SideBar(QFrame):
    """Says which screen was chosen; shows which one is open. Narrow, it keeps the icons alone."""

    chosen = Signal(ScreenName)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "sidebar")
        self.buttons: dict[ScreenName, QPushButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 20, 12, 20)
        layout.setSpacing(4)
        layout.addLayout(self._brand())
        for number, name in enumerate(IN_SIDE_BAR, start=1):
            button = self._button(name, "nav")
            button.setToolTip(_("Ctrl+{number}").format(number=number))
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self._button(ScreenName.SUPPORT, "support"))
        theme.changed.connect(self._recolour)
        self.show_narrow(False)

    def show_open(self, name: ScreenName) -> None:
        """Marks the open screen."""
        self._group.setExclusive(False)  # on Support none of them is open
        for other, button in self.buttons.items():
            button.setChecked(other is name)
        self._group.setExclusive(True)
        self._recolour()

    def show_locked(self, is_locked: bool) -> None:
        """While locked only what needs nothing of the store can be gone to."""
        for name, button in self.buttons.items():
            button.setVisible(not is_locked or name in OPEN_WHILE_LOCKED)

    def show_narrow(self, is_narrow: bool) -> None:
        """Icons alone in a small window."""
        scale = self._theme.text_scale
        self.setFixedWidth(NARROW_WIDTH if is_narrow else round(WIDTH * scale))
        self._name.setVisible(not is_narrow)
        for name, button in self.buttons.items():
            button.setText("" if is_narrow else screen_label(name))
        self._recolour()

    def _brand(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(app_icon(self._theme).pixmap(QSize(24, 24)))
        self._name = label(_("Companion"), "title")
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 12)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self._name, 1)
        return row

    def _button(self, name: ScreenName, role: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", role)
        button.setCheckable(role == "nav")
        button.setAccessibleName(screen_label(name))
        button.setIconSize(QSize(ICON, ICON))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self.buttons[name] = button
        return button

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        for name, button in self.buttons.items():
            colour = tokens.accent if button.isChecked() else tokens.muted
            is_iconless = name is ScreenName.SUPPORT and button.text()
            if not is_iconless:
                button.setIcon(icon(self._theme, name.value, colour))
