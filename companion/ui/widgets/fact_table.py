"""A small table in words: columns beside one another where there is room, else each row as a block of lines."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG, TIGHT
from companion.ui.widgets.labels import label

WIDE_FROM = 620
_SHARES = (2, 3, 2, 2)


class FactTable(QWidget):
    """`rows` have a cell for each of four `columns`; the cells at `own` (row, column) name places on this computer.

    To readers each cell says its column, too.
    """

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        own: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._columns = tuple(columns)
        self._rows = tuple(tuple(row) for row in rows)
        self._own = own
        self._bodies = {False: self._narrow(), True: self._wide()}
        for body in self._bodies.values():
            body.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The height of what would be shown at that width."""
        return self._bodies[self._is_wide(width)].heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Any width will do; the height follows from it."""
        width = self._bodies[False].sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        return QSize(self._bodies[False].minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns beside one another, or lines below one another."""
        super().resizeEvent(event)
        is_wide = self._is_wide(event.size().width())
        self._bodies[not is_wide].hide()
        self._bodies[is_wide].setGeometry(self.rect())
        self._bodies[is_wide].show()

    def event(self, event: QEvent) -> bool:
        """Letters of another size change its height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def _is_wide(self, width: int) -> bool:
        return width >= self._theme.px(WIDE_FROM)

    def _wide(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(ROOM)
        grid.setVerticalSpacing(SNUG)
        for column, name in enumerate(self._columns):
            grid.setColumnStretch(column, _SHARES[column])
            grid.addWidget(label(name, "small", "muted"), 0, column)
        for row, texts in enumerate(self._rows):
            grid.addWidget(_Rule(self._theme), 2 * row + 1, 0, 1, len(self._columns))
            for column, text in enumerate(texts):
                cell = self._cell(row, column, text)
                cell.setAccessibleName(self._with_column(column, text))
                grid.addWidget(cell, 2 * row + 2, column, Qt.AlignmentFlag.AlignTop)
        return made

    def _narrow(self) -> QWidget:
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(HAIR)
        for row, texts in enumerate(self._rows):
            lines.addSpacing(SNUG if row else 0)
            lines.addWidget(_Rule(self._theme))
            lines.addSpacing(TIGHT)
            for column, text in enumerate(texts):
                lines.addWidget(self._cell(row, column, self._with_column(column, text) if column else text))
        return made

    def _cell(self, row: int, column: int, text: str) -> QLabel:
        made = label(text, "small" if column else "body")
        if not column:
            made.setProperty("weight", "strong")
        if (row, column) in self._own:
            made.setProperty("personal", True)
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _with_column(self, column: int, text: str) -> str:
        return _("{column}: {words}").format(column=self._columns[column], words=text)


class _Rule(QWidget):
    """A quiet line between rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel high."""
        QPainter(self).fillRect(self.rect(), self._theme.color("line"))
