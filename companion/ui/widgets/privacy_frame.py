"""What dialogs in words have in common: a column that fits the screen, buttons below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QPushButton, QScrollBar, QVBoxLayout, QWidget

from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT, WIDE
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading
from companion.ui.widgets.room_beside import room_after, room_before

if TYPE_CHECKING:
    from companion.ui.widgets.passphrase_field import PassphraseField

WIDTH = 440
OF_SCREEN = 0.9
FOR_BAR = 14


class PrivacyFrame:
    """Lays a dialog out: `title`, what is added, then what stands below and never scrolls out of sight.

    It is `width` pixels wide at 100 % where the screen has them.
    """

    def __init__(self, dialog: QDialog, theme: Theme, title: str, width: int = WIDTH) -> None:
        self._dialog = dialog
        self._theme = theme
        self._width = width
        dialog.setWindowTitle("Companion")
        self.column = QVBoxLayout()
        self.column.setSpacing(SNUG)
        self.column.addWidget(heading(title))
        content = QWidget()
        content.setLayout(room_after(self.column, FOR_BAR))
        self._scroll = FittingScroll(content)
        self.below = QVBoxLayout()
        self.below.setSpacing(SNUG)
        whole = QVBoxLayout()
        whole.setSpacing(ROOM)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(room_after(self.below, FOR_BAR))
        layout = room_before(whole, FOR_BAR)
        layout.setContentsMargins(WIDE - FOR_BAR, WIDE, WIDE - FOR_BAR, ROOM + TIGHT)
        dialog.setLayout(layout)

    @property
    def scroll_bar(self) -> QScrollBar:
        """Scrolls what is above the buttons."""
        return self._scroll.verticalScrollBar()

    def add_buttons(self, buttons: Iterable[QPushButton]) -> None:
        """A row of buttons below, which wraps where there is little room."""
        row = FlowLayout()
        row.setSpacing(TIGHT)
        for button in buttons:
            row.addWidget(button)
        self.below.addLayout(row)

    def forget_at_the_end(self, secret: PassphraseField, leave: Callable[[], None]) -> None:
        """However the dialog ends, nothing that was typed stays, `leave` is called, and the dialog is gone."""

        def forget() -> None:
            secret.empty()
            leave()
            self._dialog.deleteLater()

        self._dialog.finished.connect(forget)

    def fit(self) -> None:
        """Takes the height that what is shown needs, as far as the screen has it."""
        dialog = self._dialog
        self._scroll.updateGeometry()
        layout = dialog.layout()
        if layout is not None:
            layout.activate()  # the rows within it still know the height of what they said before
        room = dialog.screen().availableSize() * OF_SCREEN
        width = min(max(self._theme.px(self._width), dialog.minimumSizeHint().width()), room.width())
        dialog.resize(width, min(dialog.heightForWidth(width), room.height()))
