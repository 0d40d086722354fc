"""The search of Settings: parts that have the typed words stay in sight, the others go."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from companion.presentation.settings_search import found_words, is_found
from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.labels import label

WIPE = 16


class SettingsSearch(QWidget):
    """`add` gives each part to look in a place that can go away; `left` says that Enter leads to what was found."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places: list[tuple[QWidget, QWidget]] = []
        self.field = _Field()
        self.field.setPlaceholderText(_("Search in Settings"))
        self.field.setAccessibleName(_("Search in Settings"))
        self.wipe = QAction(_("Empty the search"), self.field)
        self.wipe.setVisible(False)
        self.wipe.triggered.connect(self.field.clear)
        self.field.addAction(self.wipe, QLineEdit.ActionPosition.TrailingPosition)
        self.news = label("", "body", "muted")
        self.news.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.field)
        column.addWidget(self.news)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.left)
        theme.changed.connect(self._recolour)
        self._recolour()

    def add(self, part: QWidget) -> QWidget:
        """The place in which that part stands from now on. Whether the part itself is shown is its own affair."""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part)
        self._places.append((place, part))
        return place

    def clear(self) -> None:
        """Everything is in sight."""
        self.field.clear()

    def _look(self, typed: str) -> None:
        self.wipe.setVisible(bool(typed))
        found = 0
        for place, part in self._places:
            is_there = is_found(typed, _texts(part))
            place.setVisible(is_there)
            found += is_there
        words = found_words(found) if typed.strip() else ""
        self.news.setText(words)
        self.news.setVisible(bool(words))
        announce(self.news, words)

    def _recolour(self) -> None:
        self.wipe.setIcon(icon(self._theme, "close", self._theme.tokens.muted, size=WIPE))


class _Field(QLineEdit):
    """Escape empties it; empty, Escape goes on to whoever it is for."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _texts(part: QWidget) -> Iterator[str]:
    """Every word of the interface that stands there or is spoken."""
    for widget in part.findChildren(QWidget):
        if widget.property("personal"):
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
