"""The list of the journal: scrolls without an end either way, jumps anywhere, keeps its place while it changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from companion.presentation.journal_pages import PAGE, JournalPages, Stretch
from companion.presentation.journal_row import JournalRow
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_row_painter import JournalRowPainter
from companion.ui.widgets.journal_rows import Index, JournalRows

_AHEAD = 1.5  # heights of the list within which more is loaded
_WHEEL_STEP = 20
_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction


class _Anchor(NamedTuple):
    """A row that is in sight, and how far below the top."""

    line_id: str
    top: int


class JournalList(QListView):
    """Says which row is looked at (None for none), which one was settled on, and that others are chosen; and which
    day is in sight, at the top.

    What was chosen stays so when it is scrolled away, until the person chooses anew.
    """

    looked_at = Signal(object)
    settled = Signal(object)
    choice_changed = Signal()
    delete_wanted = Signal()
    day_in_sight = Signal(object)

    def __init__(self, pages: JournalPages, theme: Theme) -> None:
        super().__init__()
        self._pages = pages
        self._is_changing = False
        self._chosen: dict[str, JournalRow] = {}
        self._looking: str | None = None
        self.rows = JournalRows()
        self._painter = JournalRowPainter(theme, self.rows, pages.widest_time)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._load_what_is_near)
        self._dress()
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.clicked.connect(self._settle)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> list[JournalRow]:
        """The rows that are chosen, those that were scrolled away among them."""
        return list(self._chosen.values())

    def go_to(self, stretch: Stretch, *, to_end: bool = False) -> None:
        """Jumps: that stretch is loaded, its first row on top, or its last at the bottom. Nothing is chosen then."""
        with self._changing():
            self._chosen.clear()
            self._looking = None
            self.rows.show_stretch(stretch)
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
            self.doItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum() if to_end else 0)
        self.choice_changed.emit()
        self._tell_day()
        self._more.start()

    def refresh(self) -> None:
        """Shows what is there now; place, chosen rows and the row looked at stay where they still exist."""
        before = list(self.rows.rows)
        top = before[0] if before and self.rows.has_newer else None
        with self._keeping_place():
            self.rows.show_stretch(self._pages.again(top, max(len(before), PAGE)))
            gone = self._gone_of(before)
            here = {row.id: row for row in self.rows.rows}
            kept = ((line_id, here.get(line_id, row)) for line_id, row in self._chosen.items())
            self._chosen = {line_id: row for line_id, row in kept if line_id not in gone}
            is_looking_at_nothing = self._looking in gone
            if is_looking_at_nothing:
                self._looking = None
        self.choice_changed.emit()
        if is_looking_at_nothing:
            self.looked_at.emit(None)
        self._tell_day()
        self._more.start()

    def choose(self, line_id: str) -> JournalRow | None:
        """Chooses that line alone and looks at it; None if it is not loaded."""
        number = self.rows.number_of(line_id)
        if number is None:
            return None
        row = self.rows.rows[number]
        with self._changing():
            self._chosen, self._looking = {line_id: row}, line_id
            self.selectionModel().setCurrentIndex(self.rows.index(number), _Flag.ClearAndSelect)
        self.scrollTo(self.rows.index(number))
        self.choice_changed.emit()
        return row

    def show_current(self) -> None:
        """The row the keyboard is on is in sight, as when there is less room than before."""
        self.scrollTo(self.currentIndex())

    def choose_none(self) -> None:
        """Nothing is chosen any more."""
        with self._changing():
            self._chosen.clear()
            self.clearSelection()
        self.choice_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter settles, Delete deletes; the rest is as in any list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._settle(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self._chosen:
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt puts the keyboard on a row then; nobody looks at that row yet."""
        with self._changing():
            super().focusInEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: there is a field to search in."""

    def moveCursor(self, move: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the ends of the whole journal, not of what is loaded."""
        if move is _Move.MoveHome:
            if self.rows.has_newer:
                self.go_to(self._pages.newest())
            return self.rows.index(0)
        if move is _Move.MoveEnd:
            if self.rows.has_older:
                self.go_to(self._pages.oldest(), to_end=True)
            return self.rows.index(self.rows.rowCount() - 1)
        return super().moveCursor(move, modifiers) if self.currentIndex().isValid() else self._first_in_sight()

    def selectionCommand(  # type: ignore[override]
        self, index: QModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Choosing anew lets go of what was scrolled away."""
        command = super().selectionCommand(index, event)
        if command & _Flag.Clear:
            here = {row.id for row in self.rows.rows}
            self._chosen = {line_id: row for line_id, row in self._chosen.items() if line_id in here}
        return command

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Says what is looked at, if the person moved there."""
        if self._is_changing:
            super().currentChanged(current, previous)
            return
        row = self.rows.rows[current.row()] if current.isValid() else None
        self._looking = None if row is None else row.id
        super().currentChanged(current, previous)  # may scroll, and more be loaded then
        self.looked_at.emit(row)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Says that others are chosen now, if the person chose them."""
        super().selectionChanged(selected, deselected)
        if self._is_changing:
            return
        for index in deselected.indexes():
            self._chosen.pop(self.rows.rows[index.row()].id, None)
        for index in selected.indexes():
            row = self.rows.rows[index.row()]
            self._chosen[row.id] = row
        self.choice_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need at the new width; the place stays."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        self._more.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or direction lays everything out anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()

    def _dress(self) -> None:
        self.setAccessibleName(_("Journal"))
        self.setProperty("personal", True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width, and with it every row.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_WHEEL_STEP)
        self.setMouseTracking(True)

    def _settle(self, index: QModelIndex) -> None:
        if index.isValid() and len(self._chosen) <= 1:
            row = self.rows.rows[index.row()]
            self.choose(row.id)
            self.settled.emit(row)

    def _fit(self) -> None:
        with self._keeping_place():
            self._painter.fit(self.font(), self.viewport().width())

    def _on_scrolled(self) -> None:
        if not self._is_changing:
            self._load_what_is_near()
            self._tell_day()

    def _tell_day(self) -> None:
        index = self._first_in_sight()
        if index.isValid():
            self.day_in_sight.emit(self.rows.rows[index.row()].day)

    def _load_what_is_near(self) -> None:
        """One page at a time: should more be needed, the event loop comes back here."""
        bar, near = self.verticalScrollBar(), round(_AHEAD * self.viewport().height())
        rows = self.rows.rows
        if rows and self.rows.has_older and bar.value() > bar.maximum() - near:
            self._load(self.rows.add_older, self._pages.older(rows[-1]))
        elif rows and self.rows.has_newer and bar.value() < near:
            self._load(self.rows.add_newer, self._pages.newer(rows[0]))

    def _load(self, add: Callable[[Stretch], None], stretch: Stretch) -> None:
        with self._keeping_place():
            add(stretch)
        if stretch.rows:
            self._more.start()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """What happens inside is not the person's doing, so nothing is said of it."""
        was_changing, self._is_changing = self._is_changing, True
        try:
            yield
        finally:
            self._is_changing = was_changing

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        """What was in sight stays where it was, whatever comes or goes around it."""
        bar = self.verticalScrollBar()
        with self._changing():
            is_at_top = bar.value() == 0 and not self.rows.has_newer
            anchors = [] if is_at_top else self._anchors()
            yield
            self._choose_again()
            self.doItemsLayout()
            self._put_back(anchors)

    def _anchors(self) -> list[_Anchor]:
        anchors: list[_Anchor] = []
        index = self._first_in_sight()
        while index.isValid() and (top := self.visualRect(index).top()) < self.viewport().height():
            anchors.append(_Anchor(self.rows.rows[index.row()].id, top))
            index = self.rows.index(index.row() + 1)
        return anchors

    def _put_back(self, anchors: list[_Anchor]) -> None:
        for anchor in anchors:
            number = self.rows.number_of(anchor.line_id)
            if number is not None:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(self.rows.index(number)).top() - anchor.top)
                return

    def _gone_of(self, before: list[JournalRow]) -> set[str]:
        """The lines that are there no more, apart from those that only slipped out below what is loaded."""
        rows = self.rows.rows
        here = {row.id for row in rows}
        end = rows[-1].place.at if rows and self.rows.has_older else None
        return {row.id for row in before if row.id not in here and (end is None or row.place.at >= end)}

    def _choose_again(self) -> None:
        """Qt forgets rows that go, and moves on to their neighbours."""
        chosen = QItemSelection()
        looking = QModelIndex()
        for number, row in enumerate(self.rows.rows):
            index = self.rows.index(number)
            if row.id in self._chosen:
                chosen.select(index, index)
            if row.id == self._looking:
                looking = index
        model = self.selectionModel()
        model.select(chosen, _Flag.ClearAndSelect)
        if looking.isValid():
            model.setCurrentIndex(looking, _Flag.NoUpdate)
        else:
            model.clearCurrentIndex()

    def _first_in_sight(self) -> QModelIndex:
        return self.indexAt(QPoint(self.viewport().width() // 2, 0)) if self.rows.rows else QModelIndex()
