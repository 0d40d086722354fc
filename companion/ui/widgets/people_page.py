"""Where the person names people and places to turn to: the list in its order, and the form of one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from companion.presentation.people import PeoplePresenter, PersonRow, Written
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page
from companion.ui.widgets.people_form import PeopleForm
from companion.ui.widgets.wrapped_button import WrappedButton

_WIDEST = 720


class PeoplePage(QStackedWidget):
    """`left` says that the person is done here. Built anew after each change; `go_back` is what Escape means."""

    left = Signal()

    def __init__(self, presenter: PeoplePresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self.form: PeopleForm | None = None
        self._key = ""
        self._list: _PeopleList | None = None
        self.refresh()

    @property
    def shown(self) -> _PeopleList:
        """The list as it is shown now."""
        assert self._list is not None
        return self._list

    def refresh(self, trouble: str = "") -> None:
        """Shows the list as it is now, with one calm line where something could not be done."""
        before = self._list
        self._list = made = _PeopleList(self._presenter, self._theme, trouble)
        made.write_wanted.connect(self.write)
        made.done.connect(self._on_done)
        made.changed.connect(self._on_changed)
        self.addWidget(made)
        if self.form is None:
            self.setCurrentWidget(made)
        if before is not None:
            scrolled = before.verticalScrollBar().value()
            QTimer.singleShot(0, made, lambda: made.verticalScrollBar().setValue(scrolled))
            self.removeWidget(before)
            before.deleteLater()

    def begin(self) -> None:
        """It has just come up."""
        (self.form or self.shown).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def half_named(self) -> tuple[str, Written] | None:
        """Whom the form is about, and what stands in it; None while no form stands open."""
        return None if self.form is None else (self._key, self.form.written)

    def write(self, key: str, stands: Written | None = None) -> None:
        """The form of one, or an empty one for ""; as it `stands`, if that is given."""
        self._drop_form()
        self._key = key
        self.form = form = PeopleForm(stands or self._presenter.stands(key), self._theme, is_new=not key)
        form.save_wanted.connect(self._on_save_wanted)
        form.left.connect(self._leave_form)
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.begin()

    def go_back(self) -> None:
        """From the form to the list, from the list to where one came from."""
        if self.form is None:
            self._on_done()
        else:
            self._leave_form()

    def _on_save_wanted(self) -> None:
        if self.form is None:
            return
        trouble = self._presenter.keep(self._key, self.form.written)
        if trouble:
            self.form.say(trouble)
        else:
            self._leave_form()

    def _leave_form(self) -> None:
        self._drop_form()
        self.refresh()
        self.begin()

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self.removeWidget(form)
            form.deleteLater()

    def _on_changed(self, trouble: str, key: str) -> None:
        """The keyboard stays with the one that was moved; after one was removed, on the way to put it back."""
        self.refresh(trouble)
        row = next((row for row in self.shown.rows if row.key == key), None)
        part = self.shown.undo or self.shown if row is None else row.change
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        self._presenter.forget_removed()
        self.left.emit()


class _PeopleList(Page):
    """One state of the list."""

    write_wanted = Signal(str)
    changed = Signal(str, str)
    done = Signal()

    def __init__(self, presenter: PeoplePresenter, theme: Theme, trouble: str) -> None:
        state = presenter.state()
        super().__init__(theme, _WIDEST, state.title)
        self._presenter = presenter
        self.rows: list[_PersonView] = []
        self.undo: QPushButton | None = None
        self.add(heading(state.title, "display"))
        self.add(label(state.lead, "small", "muted"))
        for title, rows in state.groups:
            self.add(self._card(title, rows))
        self._add_lines(trouble, state.undo_words)
        self.add_button, self.back = WrappedButton(_("Add someone or somewhere")), QPushButton(_("Back"))
        self.add_button.setProperty("role", "primary")
        self.add_button.clicked.connect(lambda: self.write_wanted.emit(""))
        self.back.clicked.connect(self.done)
        self.add_row(_flow(self.add_button, self.back))
        self.finish()

    def _add_lines(self, trouble: str, undo_words: str) -> None:
        if trouble:
            self.add(label(trouble))
            announce(self, trouble)
        if undo_words:
            self.undo = WrappedButton(undo_words)
            self.undo.setProperty("personal", True)
            self.undo.clicked.connect(lambda: self._act("", self._presenter.undo))
            self.add(self.undo, Qt.AlignmentFlag.AlignLeading)

    def _card(self, title: str, rows: tuple[PersonRow, ...]) -> Card:
        card = Card()
        card.body.addWidget(label(title, "small", "muted"))
        for number, row in enumerate(rows):
            view = _PersonView(row, is_first=number == 0, is_last=number == len(rows) - 1)
            view.change.clicked.connect(partial(self._on_change_clicked, row.key))
            view.remove.clicked.connect(partial(self._on_remove_clicked, row.key))
            view.up.clicked.connect(partial(self._on_move_clicked, row.key, -1))
            view.down.clicked.connect(partial(self._on_move_clicked, row.key, 1))
            self.rows.append(view)
            card.body.addWidget(view)
        return card

    def _on_change_clicked(self, key: str) -> None:
        self.write_wanted.emit(key)

    def _on_remove_clicked(self, key: str) -> None:
        self._act(key, lambda: self._presenter.remove(key))

    def _on_move_clicked(self, key: str, by: int) -> None:
        self._act(key, lambda: self._presenter.move(key, by))

    def _act(self, key: str, act: Callable[[], str]) -> None:
        self.changed.emit(act(), key)


class _PersonView(QWidget):
    """One of them, with what can be done."""

    def __init__(self, row: PersonRow, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self.key = row.key
        self.change, self.remove = QPushButton(_("Change")), QPushButton(_("Remove"))
        self.up, self.down = QPushButton(_("Up")), QPushButton(_("Down"))
        self.up.setVisible(not is_first)
        self.down.setVisible(not is_last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0 if is_last else TIGHT)
        column.setSpacing(HAIR)
        for words in (heading(row.name), label(row.line, "small", "muted")):
            words.setProperty("personal", True)
            words.setVisible(bool(words.text()))
            column.addWidget(words)
        column.addSpacing(TIGHT)
        column.addLayout(_flow(self.change, self.up, self.down, self.remove))
        for button in (self.change, self.remove, self.up, self.down):
            button.setAccessibleName(_("{action}: {name}").format(action=button.text(), name=row.name))


def _flow(*widgets: QWidget) -> FlowLayout:
    flow = FlowLayout()
    flow.setSpacing(SNUG)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
