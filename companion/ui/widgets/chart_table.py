"""The chart as a table: rows of the period, however many, by keyboard and for screen readers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from companion.domain.line import Stretch
from companion.domain.period import Period
from companion.domain.zone import Zone
from companion.presentation.chart_table_pages import ChartTablePages
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.links import LINK_INSET, link

WHAT = 2
LEAST_CHARACTERS = 26  # of what was noted; what is longer is read in its tool tip
_SHAPE, _SHAPE_ROOM = 9.0, 14
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ChartTableRows(QAbstractTableModel):
    """The rows as Qt asks for them; only those in sight are read."""

    def __init__(self, pages: ChartTablePages, theme: Theme) -> None:
        super().__init__()
        self.pages = pages
        self._theme = theme
        self._shapes: dict[tuple[Zone | None, bool], QPixmap] = {}

    def show_days(self, period: Period, lines: tuple[Stretch, ...]) -> None:
        """From now on it has the rows of those days."""
        self.beginResetModel()
        self.pages.go_to(period, lines)
        self.endResetModel()

    def let_go(self) -> None:
        """From now on it has none."""
        self.beginResetModel()
        self.pages.let_go()
        self.endResetModel()

    def turn(self) -> None:
        """The other way round."""
        self.beginResetModel()
        self.pages.is_oldest_first = not self.pages.is_oldest_first
        self.endResetModel()

    def put_together(self, *, by_day: bool) -> None:
        """A row for each day, or for each check-in."""
        self.beginResetModel()
        self.pages.is_by_day = by_day
        self.endResetModel()

    def recolour(self) -> None:
        """The shapes in the colours of another look."""
        self._shapes.clear()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else self.pages.count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.pages.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.pages.headings[section]
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """A cell's words, and the shape beside what was noted."""
        if not index.isValid() or role not in (_Role.DisplayRole, _Role.DecorationRole, _Role.ToolTipRole):
            return None
        row = self.pages.row(index.row())
        if role == _Role.DisplayRole or (role == _Role.ToolTipRole and index.column() == WHAT):
            return row.cells[index.column()]
        is_shape = role == _Role.DecorationRole and row.check_in is not None and index.column() == WHAT
        return self._shape(row.zone, row.was_asked) if is_shape else None

    def _shape(self, zone: Zone | None, was_asked: bool) -> QPixmap:
        if (zone, was_asked) not in self._shapes:
            self._shapes[zone, was_asked] = _drawn(self._theme, zone, was_asked)
        return self._shapes[zone, was_asked]


class ChartTableView(QWidget):
    """The table with its order, by day or check-in by check-in.

    It says which check-in was opened, by its id and its seconds since 1970 UTC.
    """

    moment_opened = Signal(str, float)

    def __init__(self, pages: ChartTablePages, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows = ChartTableRows(pages, theme)
        self.table = _Table()
        self.table.setModel(self.rows)
        self.table.opened.connect(self._on_opened)
        self.turn, self.days = link(), link()
        self.turn.clicked.connect(self._on_turn_clicked)
        self.days.clicked.connect(self._on_days_clicked)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        ways = FlowLayout()
        ways.addWidget(self.turn)
        ways.addWidget(self.days)
        column.addLayout(ways)
        inset = QHBoxLayout()  # in line with the words above it and the days below it
        inset.setContentsMargins(LINK_INSET, 0, LINK_INSET, 0)
        inset.addWidget(self.table)
        column.addLayout(inset, 1)
        theme.changed.connect(self._recolour)
        self._name_ways()

    def show_days(self, period: Period, lines: tuple[Stretch, ...], summary: str) -> None:
        """Shows those days as they are now, and stays on the row that the keyboard is on if the days are the same."""
        row = self.table.currentIndex().row()
        is_other = summary != self.table.accessibleDescription()
        if is_other:
            self.table.scrollToTop()
        self.rows.show_days(period, lines)
        self.table.setAccessibleDescription(summary)
        self.table.fit()
        if not is_other and 0 <= row < self.rows.rowCount():
            self.table.selectRow(row)

    def let_go(self) -> None:
        """Nothing is in it any more."""
        self.rows.let_go()
        self.table.setAccessibleDescription("")

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other widths."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.table.fit()

    def _on_opened(self, row: int) -> None:
        check_in = self.rows.pages.row(row).check_in
        if check_in is not None:
            self.moment_opened.emit(*check_in)

    def _on_turn_clicked(self) -> None:
        self.rows.turn()
        self._name_ways()

    def _on_days_clicked(self) -> None:
        self.table.scrollToTop()  # from far down Qt looks for seconds where that is among fewer rows
        self.rows.put_together(by_day=not self.rows.pages.is_by_day)
        self.table.fit()
        self._name_ways()

    def _name_ways(self) -> None:
        self.days.setText(_("Show every check-in") if self.rows.pages.is_by_day else _("Show days"))
        self.turn.setText(_("Show newest first") if self.rows.pages.is_oldest_first else _("Show oldest first"))

    def _recolour(self) -> None:
        self.rows.recolour()
        self.table.fit()


class _Table(QTableView):
    """Rows are gone through with the arrows, Page keys, Home and End; Enter or a double click opens one."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The chart as a table"))
        self.setProperty("personal", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setResizeContentsPrecision(0)
        self.doubleClicked.connect(self._on_double_clicked)

    def fit(self) -> None:
        """Columns as wide as what is in sight; what was noted gets what is left. Rows are as high as a line."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * TIGHT)
        self.resizeColumnsToContents()
        head = self.horizontalHeader()
        if head.count() > WHAT:
            least = LEAST_CHARACTERS * self.fontMetrics().averageCharWidth()
            spare = self.viewport().width() - head.length()
            head.resizeSection(WHAT, max(least, head.sectionSize(WHAT) + spare))

    def resizeEvent(self, event: Any) -> None:
        """What room there is goes to the words."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End are the first and the last row, and not of the row."""
        last = self.model().rowCount() - 1
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())


def _drawn(theme: Theme, zone: Zone | None, was_asked: bool) -> QPixmap:
    """The shape of an answer as the chart has it."""
    ratio = 4  # made smaller by Qt where the screen is coarser; made larger it would be jagged
    side = theme.px(_SHAPE_ROOM)
    pixmap = QPixmap(side * ratio, side * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(zone_colour(theme, zone), 1.5))
    if was_asked and not is_outlined(zone):
        painter.setBrush(zone_colour(theme, zone))
    painter.translate(side / 2, side / 2)
    painter.drawPath(zone_path(zone, theme.px(_SHAPE)))
    painter.end()
    return pixmap
