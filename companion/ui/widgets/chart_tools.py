"""What can be done with the chart beside looking at it: the table, pictures, and the page for a session."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from companion.presentation.chart_pictures import PictureKind, kind_name
from companion.presentation.translation import _
from companion.ui.widgets.chip import chip


class ChartTools(QObject):
    """Three buttons, to be laid out by whoever has them."""

    table_wanted = Signal(bool)
    picture_wanted = Signal(object)
    copy_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = chip(_("Table"))
        self.table.toggled.connect(self.table_wanted)
        self.picture = QPushButton(_("Save picture"))
        self.menu = self._menu(parent)
        self.picture.setMenu(self.menu)
        self.report = QPushButton(_("Report"))
        self.report.clicked.connect(self.report_wanted)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All of them, in their order."""
        return self.table, self.picture, self.report

    def offer(self, *, is_possible: bool) -> None:
        """Without a check-in, or locked, there is nothing to be done."""
        for button in self.buttons:
            button.setEnabled(is_possible)

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for kind in PictureKind:
            menu.addAction(kind_name(kind), partial(self.picture_wanted.emit, kind))
        menu.addSeparator()
        menu.addAction(_("Copy picture"), self.copy_wanted.emit)
        return menu
