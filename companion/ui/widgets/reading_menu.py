"""What can be done with the note that is read: its size on the screen, and paper."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme

SMALLEST, LARGEST, STEP = 100, 200, 25


class ReadingMenu(QToolButton):
    """Says which size is wanted, in percent of the other texts, and that the note is wanted on paper or as a file."""

    size_wanted = Signal(int)
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._percent = SMALLEST
        self.setAccessibleName(_("Text size and printing"))
        self.setToolTip(_("Text size and printing"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.larger = self._action(menu, _("Larger text"), lambda: self._step(STEP), "Ctrl++", "Ctrl+=")
        self.smaller = self._action(menu, _("Smaller text"), lambda: self._step(-STEP), "Ctrl+-")
        self.usual = self._action(menu, _("Usual text size"), lambda: self.size_wanted.emit(SMALLEST), "Ctrl+0")
        menu.addSeparator()
        self.paper = self._action(menu, _("Print"), self.print_wanted.emit, "Ctrl+P")
        self.file = self._action(menu, _("Save as PDF"), self.pdf_wanted.emit)
        self.setMenu(menu)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_size(self, percent: int) -> None:
        """The size that is in force."""
        self._percent = percent
        self.larger.setEnabled(percent < LARGEST)
        self.smaller.setEnabled(percent > SMALLEST)
        self.usual.setEnabled(percent != SMALLEST)

    def actions_with_keys(self) -> tuple[QAction, ...]:
        """What has a key of its own, for the screen on which it holds."""
        return self.larger, self.smaller, self.usual, self.paper

    def _step(self, step: int) -> None:
        self.size_wanted.emit(max(SMALLEST, min(LARGEST, self._percent + step)))

    def _action(self, menu: QMenu, words: str, act: Callable[[], None], *keys: str) -> QAction:
        action = menu.addAction(words)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _recolour(self) -> None:
        self.setIcon(icon(self._theme, "more", self._theme.tokens.accent))
