"""The rows of the journal that are loaded: a stretch of bounded length that moves along as the person scrolls."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from companion.presentation.journal_pages import Stretch
from companion.presentation.journal_row import JournalRow

MOST_LOADED = 200

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class JournalRows(QAbstractListModel):
    """Holds at most 200 rows, newest first. The first of each day carries the day's heading."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[JournalRow] = []
        self.has_newer = False
        self.has_older = False

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What it is, and for readers the whole of it, the day before the first of each."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()].headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading, spoken = self.heading(index.row()), self._rows[index.row()].spoken
            return f"{heading}. {spoken}" if heading else spoken
        return None

    @property
    def rows(self) -> list[JournalRow]:
        """Those that are loaded."""
        return self._rows

    def heading(self, number: int) -> str:
        """The heading above that row, or ""."""
        row = self._rows[number]
        is_first = number == 0 or self._rows[number - 1].day != row.day
        return row.heading if is_first else ""

    def number_of(self, line_id: str) -> int | None:
        """Where the line of that id is among them."""
        return next((number for number, row in enumerate(self._rows) if row.id == line_id), None)

    def show_stretch(self, stretch: Stretch) -> None:
        """Shows that one; rows that stay keep their place among the selected."""
        self.has_newer, self.has_older = stretch.has_newer, stretch.has_older
        new = list(stretch.rows)
        head, tail = _common_ends(self._rows, new)
        if not head and not tail:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._take_out(head, len(self._rows) - tail)
        self._put_in(head, new[head : len(new) - tail])
        self._rows = new
        self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def add_older(self, stretch: Stretch) -> None:
        """Goes on below; what is too much goes at the top."""
        self._put_in(len(self._rows), list(stretch.rows))
        self.has_older = stretch.has_older
        surplus = len(self._rows) - MOST_LOADED
        if surplus > 0:
            self._take_out(0, surplus)
            self.has_newer = True

    def add_newer(self, stretch: Stretch) -> None:
        """Goes on above; what is too much goes at the bottom."""
        self._put_in(0, list(stretch.rows))
        self.has_newer = stretch.has_newer
        if len(self._rows) > MOST_LOADED:
            self._take_out(MOST_LOADED, len(self._rows))
            self.has_older = True

    def _put_in(self, place: int, rows: list[JournalRow]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self.endInsertRows()

    def _take_out(self, first: int, end: int) -> None:
        if first < end:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            del self._rows[first:end]
            self.endRemoveRows()


def _common_ends(old: list[JournalRow], new: list[JournalRow]) -> tuple[int, int]:
    """How many rows at the beginning and at the end are of the same lines."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n].id != new[n].id), most)
    rest = most - head
    tail = next((n for n in range(rest) if old[-1 - n].id != new[-1 - n].id), rest)
    return head, tail
