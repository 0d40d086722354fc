"""The dialog that restores a copy: choose one, see what it would change, and only then put it in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout, QWidget

from companion.presentation.concepts import ConceptRow
from companion.presentation.restoring import RestorePresenter, RestoreState, Step
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.note_list import NoteList
from companion.ui.widgets.passphrase_field import PassphraseField
from companion.ui.widgets.privacy_frame import PrivacyFrame

if TYPE_CHECKING:
    from companion.presentation.rescuing import RescuePresenter
    from companion.ui.widgets.rescue_dialog import RescueDialog

WIDTH = 520  # three buttons, and a line with two dates
LIST_HEIGHT = 230  # whatever the size of the text: it scrolls by itself


class RestoreDialog(QDialog):
    """Nothing is changed before Restore is pressed on what was looked at; Enter and Escape change nothing."""

    def __init__(self, presenter: RestorePresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._step: Step | None = None
        self._said = ""
        self.list = NoteList(theme, _("Copies"))
        self.list.setMinimumHeight(LIST_HEIGHT)
        self.list.setProperty("role", "")  # it stands by itself here, with an edge of its own
        self.secret = PassphraseField(_("Passphrase or recovery code of the copy"))
        self.changes = QWidget()
        self._groups = QVBoxLayout(self.changes)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(HAIR)
        self.notes, self.busy, self.trouble = label(), label("", "body", "muted"), label()
        self.notes.setProperty("personal", True)
        self.trouble.setProperty("personal", True)
        self.look, self.file = QPushButton(_("See what would change")), QPushButton(_("Choose a file…"))
        self.open_copy, self.restore = QPushButton(_("Open the copy")), QPushButton(_("Restore this copy"))
        self.back, self.close_button = QPushButton(_("Leave it as it is")), QPushButton(_("Close"))
        self.rescue = QPushButton(_("Save what can be read…"))
        self.rescue_dialog: RescueDialog | None = None
        self._rescuing: Callable[[], RescuePresenter] | None = None
        self._chosen = ""
        self._frame = PrivacyFrame(self, theme, _("Restore a copy"), WIDTH)
        self._frame.forget_at_the_end(self.secret, presenter.leave)
        self._lay_out()
        self._connect()
        self.show_state(presenter.state)
        presenter.begin()

    def offer_rescue(self, rescuing: Callable[[], RescuePresenter]) -> None:
        """The notebook is damaged: beside the copies stands that what can be read of it is saved."""
        self._rescuing = rescuing
        self.show_state(self._presenter.state)

    def show_state(self, state: RestoreState) -> None:
        """Shows a state."""
        is_new_step = state.step is not self._step
        if is_new_step and state.step is Step.SECRET:
            self.secret.empty()
        if state.step is Step.CHOOSING:
            self._show_rows(state)
        self._show_groups(state)
        self.notes.setText("\n\n".join(state.notes))
        self.busy.setText(state.busy)
        self.trouble.setText(state.trouble)
        self._show_parts(state)
        self._say(state)
        self._step = state.step
        if is_new_step:
            self._put_keyboard(state.step)
        self._frame.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def reject(self) -> None:
        """While the copy takes the notebook's place, there is nothing to leave."""
        if not (self._step is Step.LOOKING and self._presenter.state.busy):
            super().reject()

    def _show_rows(self, state: RestoreState) -> None:
        keys = [row.key for row in state.rows if row.can_be_chosen]
        if self._chosen not in keys:
            self._chosen = next(iter(keys), "")
        self.list.show_rows(
            tuple(ConceptRow(row.key, row.title, row.line) for row in state.rows), self._chosen or None
        )

    def _show_groups(self, state: RestoreState) -> None:
        while item := self._groups.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for title, lines in state.groups:
            self._groups.addWidget(label(title, "body", "muted" if lines else ""))
            for line in lines:
                self._groups.addWidget(heading(line, "body"))
            self._groups.addSpacing(TIGHT)

    def _show_parts(self, state: RestoreState) -> None:
        is_free = not state.busy
        choosing, looking = state.step is Step.CHOOSING, state.step is Step.LOOKING
        shown: dict[QWidget, bool] = {
            self.list: choosing and bool(state.rows),
            self.secret: state.step is Step.SECRET,
            self.changes: bool(state.groups),
            self.notes: bool(state.notes),
            self.busy: bool(state.busy),
            self.trouble: bool(state.trouble),
            self.look: choosing and bool(state.rows),
            self.file: choosing,
            self.rescue: choosing and self._rescuing is not None,
            self.open_copy: state.step is Step.SECRET,
            self.restore: looking,
            self.back: state.step in (Step.SECRET, Step.LOOKING),
            self.close_button: state.step in (Step.CHOOSING, Step.DONE),
        }
        for part, is_shown in shown.items():
            part.setVisible(is_shown)
        for button in (self.look, self.file, self.rescue, self.open_copy, self.restore, self.back, self.close_button):
            button.setEnabled(is_free)
        self.look.setEnabled(is_free and bool(self._chosen))
        self._make_default(self.back if looking else self.open_copy if state.step is Step.SECRET else None)

    def _make_default(self, button: QPushButton | None) -> None:
        for each in (self.look, self.open_copy, self.back, self.close_button):
            is_primary = each is button or (button is None and each is (self._primary()))
            each.setDefault(is_primary)
            if each.property("role") != ("primary" if is_primary else None):
                each.setProperty("role", "primary" if is_primary else None)
                each.style().unpolish(each)
                each.style().polish(each)

    def _primary(self) -> QPushButton:
        return self.look if self.look.isVisibleTo(self) else self.close_button

    def _say(self, state: RestoreState) -> None:
        """Readers are told of what came of it, and not of the same twice."""
        titles = [title for title, _lines in state.groups]
        said = state.trouble or state.busy or "\n".join((*titles, *state.notes))
        if said and said != self._said:
            announce(self.notes, said)
        self._said = said

    def _put_keyboard(self, step: Step) -> None:
        first = {Step.CHOOSING: self.list, Step.SECRET: self.secret, Step.LOOKING: self.back}
        first.get(step, self.close_button).setFocus()

    def _on_chosen(self, key: str) -> None:
        row = next(row for row in self._presenter.state.rows if row.key == key)
        self._chosen = key if row.can_be_chosen else ""
        self.look.setEnabled(bool(self._chosen) and not self._presenter.state.busy)

    def _on_look_clicked(self) -> None:
        if self._chosen:
            self._presenter.look(self._chosen)

    def _on_file_clicked(self) -> None:
        kinds = _("Copies (*.companion *.db);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a copy"), str(Path.home()), kinds)
        if path:
            self._presenter.look(path)

    def _on_rescue_clicked(self) -> None:
        from companion.ui.widgets.rescue_dialog import RescueDialog

        if self._rescuing is not None:
            self.rescue_dialog = RescueDialog(self._rescuing(), self._theme, self)
            self.rescue_dialog.open()

    def _on_open_clicked(self) -> None:
        self._presenter.open_with(self.secret.typed)

    def _on_presenter_changed(self) -> None:
        self.show_state(self._presenter.state)

    def _connect(self) -> None:
        self._presenter.attach(self._on_presenter_changed)
        self.list.chosen.connect(self._on_chosen)
        self.look.clicked.connect(self._on_look_clicked)
        self.file.clicked.connect(self._on_file_clicked)
        self.open_copy.clicked.connect(self._on_open_clicked)
        self.restore.clicked.connect(self._presenter.restore)
        self.rescue.clicked.connect(self._on_rescue_clicked)
        self.back.clicked.connect(self._presenter.back)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        for part in (self.list, self.changes, self.notes, self.secret):
            self._frame.column.addWidget(part)
        self._frame.column.addStretch(1)
        self._frame.below.addWidget(self.trouble)
        self._frame.below.addWidget(self.busy)
        first = (self.back, self.look, self.open_copy, self.restore)
        self._frame.add_buttons((*first, self.file, self.rescue, self.close_button))
