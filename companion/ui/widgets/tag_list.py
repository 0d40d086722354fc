"""Tags, people and places: a list for each kind, in which names can be changed and taken away."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from companion.domain.tag import TagKind
from companion.presentation.journal_filter import tag_kind_words
from companion.presentation.tag_list import TagListPresenter, TagListState, TagRow, removal_question
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.reveal import reveal

LEAST_LIST = 140

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TagList(QWidget):
    """Everything goes through the presenter. What touches many check-ins is asked once, in place."""

    show_wanted = Signal(object)

    def __init__(self, presenter: TagListPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._kind = TagKind.TAG
        self._asked: str = ""
        self.kinds: dict[TagKind, QPushButton] = {}
        self.rows = _Rows()
        self.list = _list_of(self.rows)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.empty = label("", "body", "muted")
        self.name = QLineEdit()
        self.rename, self.remove = QPushButton(_("Rename")), QPushButton(_("Remove"))
        self.show_lines = QPushButton(_("Show its check-ins"))
        self.question = label()
        self._lay_out()
        self._fit()
        theme.changed.connect(self._fit)

    def refresh(self) -> None:
        """Shows what there is now."""
        self.show_state(self._presenter.state(self._kind))

    def show_state(self, state: TagListState) -> None:
        """Shows those of one kind; the one that is looked at stays so if it is still there."""
        kept = self._row()
        self._kind = state.kind
        self.kinds[state.kind].setChecked(True)
        self.rows.show_rows(state.rows)
        self.list.setVisible(bool(state.rows))
        self.empty.setText(state.empty)
        self.empty.setVisible(bool(state.empty))
        place = next((n for n, row in enumerate(state.rows) if kept is not None and row.tag == kept.tag), None)
        self.list.setCurrentIndex(QModelIndex() if place is None else self.rows.index(place))
        self._show_row()

    def submit_name(self) -> None:
        """Changes the name; where another one has it already, asks once first."""
        row = self._row()
        if row is None or self.name.text().strip() == row.name:
            return
        question = self._presenter.question(row.tag, self.name.text())
        if question and self._asked != question:
            self._ask(question)
            self.rename.setText(_("Make them one"))
            return
        self._done(self._presenter.rename(row.tag, self.name.text()))

    def submit_removal(self) -> None:
        """Takes the tag off every check-in, after one question."""
        row = self._row()
        if row is None:
            return
        question = removal_question(row)
        if self._asked != question:
            self._ask(question)
            self.remove.setText(_("Remove it"))
            return
        self._done(self._presenter.remove(row.tag))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the list, or where there is none to the kinds."""
        (self.kinds[self._kind] if self.list.isHidden() else self.list).setFocus(event.reason())

    def _lay_out(self) -> None:
        kinds = FlowLayout()
        kinds.setSpacing(TIGHT)
        group = QButtonGroup(self)
        for kind in TagKind:
            button = self.kinds[kind] = chip(tag_kind_words(kind))
            button.clicked.connect(lambda _checked=False, chosen=kind: self._choose(chosen))
            group.addButton(button)
            kinds.addWidget(button)
        self.name.setAccessibleName(_("Name"))
        self.name.setProperty("personal", True)
        self.name.returnPressed.connect(self.submit_name)
        self.name.textEdited.connect(self._ask_nothing)
        self.rename.clicked.connect(self.submit_name)
        self.remove.clicked.connect(self.submit_removal)
        self.show_lines.clicked.connect(self._on_show_clicked)
        self.question.setProperty("personal", True)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons)
        for one in (self.rename, self.remove, self.show_lines):
            buttons.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addWidget(heading(_("Tags, people and places")))
        column.addLayout(kinds)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.name)
        column.addWidget(self.question)
        column.addWidget(self._buttons)
        column.addStretch(0)

    def _choose(self, kind: TagKind) -> None:
        self.list.setCurrentIndex(QModelIndex())
        self.show_state(self._presenter.state(kind))

    def _row(self) -> TagRow | None:
        index = self.list.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def _on_current_changed(self) -> None:
        self._show_row()

    def _show_row(self) -> None:
        row = self._row()
        for part in (self.name, self.rename, self.remove, self.show_lines):
            part.setVisible(row is not None)
        if row is not None:
            self.name.setText(row.name)
        self._ask_nothing()

    def _on_show_clicked(self) -> None:
        row = self._row()
        if row is not None:
            self.show_wanted.emit(row.tag)

    def _done(self, trouble: str) -> None:
        if trouble:
            self._ask(trouble)
            return
        self.refresh()
        self.list.setFocus()

    def _ask(self, question: str) -> None:
        self._ask_nothing()
        self._asked = question
        self.question.setText(question)
        self.question.show()
        reveal(self._buttons)
        announce(self.question, question)

    def _ask_nothing(self) -> None:
        self._asked = ""
        self.question.hide()
        self.rename.setText(_("Rename"))
        self.remove.setText(_("Remove"))

    def _fit(self) -> None:
        self.list.setMinimumHeight(self._theme.px(LEAST_LIST))


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TagRow, ...] = ()

    def show_rows(self, rows: tuple[TagRow, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> TagRow:
        return self._rows[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.name} · {row.check_ins}"
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def _list_of(rows: _Rows) -> QListView:
    view = QListView()
    view.setModel(rows)
    view.setAccessibleName(_("Tags, people and places"))
    view.setProperty("personal", True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setUniformItemSizes(True)  # ten thousand names are laid out at once then
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view
