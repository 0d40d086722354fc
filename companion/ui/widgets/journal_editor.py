"""The form of one line of the journal, with its moment, saving and leaving it."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from companion.presentation.journal_edit import JournalEdit, NotKept, When
from companion.presentation.translation import _
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.check_in_form import is_text_field
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.journal_forms import JournalForm, Stands
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.moment_field import MomentField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HalfWritten(NamedTuple):
    """What is in a form, and at which moment."""

    stands: Stands
    when: When


class JournalEditor(QWidget):
    """Says what was kept, or that the person left. What was changed is not left at the first Escape."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, edit: JournalEdit, form: JournalForm) -> None:
        super().__init__()
        self.form = form
        self.moment = MomentField(edit.twice)
        self.moment.put(edit.when)
        self._before = self.stands
        self._is_warned = False
        self._trouble = label()
        self._trouble.hide()
        self.save, self.leave = QPushButton(_("Save")), QPushButton(_("Leave as it was"))
        if edit.line is None:
            self.leave.setText(_("Not now"))
        self._lay_out()
        form.when = lambda: self.moment.when
        form.began_anew.connect(lambda: self.moment.put(edit.when))
        form.changed.connect(self._on_changed)
        self.moment.changed.connect(self._on_changed)
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)

    @property
    def is_changed(self) -> bool:
        """True if something would be lost by leaving."""
        return self.stands != self._before

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    @property
    def stands(self) -> HalfWritten:
        """What is in it now, as `go_on` takes it up again."""
        return HalfWritten(self.form.stands(), self.moment.when)

    def go_on(self, half_written: HalfWritten) -> None:
        """What stood in a form of the same line is in this one, and as little saved as it was."""
        self.form.put(half_written.stands)
        self.moment.put(half_written.when)
        self.say(_("This is how it was when Companion was locked. It is not saved yet."))

    def submit(self) -> None:
        """Keeps it; or says in one line why not, and everything stays as it is."""
        outcome = self.form.keep(self.moment.when)
        if isinstance(outcome, NotKept):
            self.say(outcome.sentence)
        else:
            self.kept.emit(outcome.line)

    def keep_now(self) -> None:
        """It is about to be locked: what was changed is kept as it is, or for later where the form does that."""
        if self.form.keeps_for_later:
            self.form.keep_for_later()
        elif self.is_changed:
            self.submit()

    def ask_before_leaving(self) -> bool:
        """True if it may be left: nothing would be lost, or the person was told and wants it all the same."""
        if not self.is_changed or self._is_warned or self.form.keeps_for_later:
            return True
        self._is_warned = True
        self.say(_("What you changed is not saved yet. Save it, or press Esc once more to leave it as it was."))
        return False

    def say(self, sentence: str) -> None:
        """Shows one calm line, or takes it away."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        announce(self._trouble, sentence)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to where the form begins."""
        self.form.first.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, in a text field with Ctrl; Escape leaves; digits and letters answer."""
        if event.key() in _ENTER and not event.isAutoRepeat() and self._may_save_by(event):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            if self.ask_before_leaving():
                self.left.emit()
        elif not self.form.take_key(event):
            super().keyPressEvent(event)

    def _may_save_by(self, event: QKeyEvent) -> bool:
        focused = QApplication.focusWidget()
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if isinstance(focused, QPushButton) and not with_control:
            focused.click()
            return False
        return with_control or not is_text_field(focused)

    def _on_changed(self) -> None:
        self._is_warned = False
        self.say("")

    def _lay_out(self) -> None:
        self.save.setProperty("role", "primary")
        buttons = FlowLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.leave)
        when = QVBoxLayout()
        when.setSpacing(HAIR)
        when.addWidget(label(_("When it was"), "small", "muted"))
        when.addWidget(self.moment)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addWidget(heading(self.form.heading))
        column.addWidget(self.form)
        column.addLayout(when)
        column.addWidget(self._trouble)
        column.addLayout(buttons)
        column.addStretch(1)
