"""A list of notes: a title each, and one quiet line beneath it. Both wrap rather than being cut."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from companion.presentation.concepts import ConceptRow
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SMALL_SIZE, SNUG
from companion.ui.widgets.wrapped_link import LINK_EDGE

_KEY = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
_PADDING, _SIDE = 10, 12
_WRAP = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value)

Index = QModelIndex | QPersistentModelIndex


class NoteList(QListView):
    """Says which note is looked at, by its key, and that the person settled on one by a click or Enter.

    Showing another list or marking by program says nothing.
    """

    chosen = Signal(str)
    settled = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "plain")
        self.setProperty("personal", True)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_RowPainter(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(lambda _index: self.settled.emit())
        self.activated.connect(lambda _index: self.settled.emit())
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self._is_telling = True

    def show_rows(self, rows: tuple[ConceptRow, ...], key: str | None) -> None:
        """Shows those notes, with the one of that key marked."""
        self._is_telling = False
        self._items.clear()
        for row in rows:
            self._items.appendRow(_item(row))
        self._is_telling = True
        self.mark(key)

    def mark(self, key: str | None) -> None:
        """Marks the note of that key, or none."""
        self._is_telling = False
        index = next(
            (i for i in map(self._index, range(self._items.rowCount())) if i.data(_KEY) == key), QModelIndex()
        )
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_telling = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _index(self, row: int) -> QModelIndex:
        return self._items.index(row, 0)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if self._is_telling and current.isValid():
            self.chosen.emit(current.data(_KEY))


def below_list(*parts: QWidget) -> QHBoxLayout:
    """What stands below a list, set in so that the words of its links begin where those of the rows begin."""
    column = QVBoxLayout()
    column.setSpacing(SNUG)
    for part in parts:
        column.addWidget(part)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(_SIDE + 1 - LINK_EDGE)
    row.addLayout(column, 1)
    return row


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: NoteList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as its wrapped words."""
        width = self._view.viewport().width()
        title, line = self._places(QRect(0, 0, width, 0), index, option.font)
        return QSize(width, max(title.bottom(), line.bottom()) + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The background as the style has it, then title and line."""
        self.initStyleOption(option, index)
        option.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        title, line = self._places(option.rect, index, self._view.font())
        painter.save()
        painter.setFont(_title_font(self._view.font()))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(title, _WRAP, index.data())
        painter.setFont(self._line_font())
        painter.setPen(self._theme.color("muted"))
        painter.drawText(line, _WRAP, index.data(_LINE))
        painter.restore()

    def _places(self, room: QRect, index: Index, font: QFont) -> tuple[QRect, QRect]:
        inner = QRect(room.left() + _SIDE, room.top() + _PADDING, max(room.width() - 2 * _SIDE, 1), 1 << 16)
        title = QFontMetrics(_title_font(font)).boundingRect(inner, _WRAP, index.data())
        below = inner.translated(0, title.height() + 2)
        line = QFontMetrics(self._line_font()).boundingRect(below, _WRAP, index.data(_LINE))
        # As wide as the row: where words run from the right they begin there.
        places = (QRect(inner.left(), place.top(), inner.width(), place.height()) for place in (title, line))
        title, line = places
        return title, line if index.data(_LINE) else QRect(title)

    def _line_font(self) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(self._theme.px(SMALL_SIZE))
        return font


def _title_font(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Medium)
    return bold


def _item(row: ConceptRow) -> QStandardItem:
    item = QStandardItem(row.title)
    item.setData(row.key, _KEY)
    item.setData(row.line, _LINE)
    item.setAccessibleText(f"{row.title}, {row.line}" if row.line else row.title)
    return item
