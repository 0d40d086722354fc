"""What stands above the journal's list: the search, the way to the filter, and what is wanted, as chips."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from companion.presentation.journal_filter import Wish
from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout

SEARCH_AFTER_MS = 150
CROSS = 14
WIPE = 16


class JournalTools(QWidget):
    """Says what is looked for once typing pauses, which chip was taken away, and that the filter is wanted."""

    looked_for = Signal(str)
    dropped = Signal(object)
    filter_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wishes: tuple[Wish, ...] = ()
        self.chips: list[QPushButton] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search notes"))
        self.search.setAccessibleName(_("Search notes"))
        self.search.setProperty("personal", True)
        self.wipe = QAction(_("Empty the search"), self.search)
        self.wipe.setVisible(False)
        self.wipe.triggered.connect(self.search.clear)
        self.search.addAction(self.wipe, QLineEdit.ActionPosition.TrailingPosition)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)  # as high as the button
        self.filter = QPushButton(_("Filter"))
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._typing.timeout.connect(self._look)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.filter.clicked.connect(self.filter_wanted)
        self._lay_out()
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_wishes(self, wishes: tuple[Wish, ...]) -> None:
        """Shows what is wanted, a chip each; a click takes it away."""
        if wishes == self._wishes:
            return
        had_focus = any(button.hasFocus() for button in self.chips)
        self._wishes = wishes
        for button in self.chips:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.chips = [self._chip(wish) for wish in wishes]
        self._row.setVisible(bool(wishes))
        self._recolour()
        if had_focus:
            (self.chips[0] if self.chips else self.search).setFocus()

    def forget_search(self) -> None:
        """Empties the search field; nothing is said."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.wipe.setVisible(False)
        self._typing.stop()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(TIGHT)
        line.addWidget(self.search, 1)
        line.addWidget(self.filter)
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._flow.setSpacing(TIGHT)
        policy = self._row.sizePolicy()
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        self._row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(line)
        column.addWidget(self._row)

    def _chip(self, wish: Wish) -> QPushButton:
        button = chip(wish.words, checkable=False)
        button.setProperty("personal", True)
        button.setAccessibleName(_("Take away: {wish}").format(wish=wish.words))
        button.setToolTip(_("Take away"))
        button.clicked.connect(lambda: self.dropped.emit(wish))
        self._flow.addWidget(button)
        button.show()
        return button

    def _on_text_changed(self, text: str) -> None:
        self.wipe.setVisible(bool(text))
        self._typing.start()

    def _on_return_pressed(self) -> None:
        self._look()
        self.list_wanted.emit()

    def _look(self) -> None:
        self._typing.stop()
        self.looked_for.emit(self.search.text())

    def _recolour(self) -> None:
        self.wipe.setIcon(icon(self._theme, "close", self._theme.tokens.muted, size=WIPE))
        for button in self.chips:
            button.setIcon(icon(self._theme, "close", self._theme.tokens.muted, size=CROSS))
