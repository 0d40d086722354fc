"""What few people change about a reminder: what it asks for, when it stays away, how long it waits, what it says."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from companion.domain.reminder import Purpose
from companion.presentation.invitation import neutral_text
from companion.presentation.reminders_form import LONGEST_TEXT, ReminderForm
from companion.presentation.translation import _
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.choice_field import ChoiceField
from companion.ui.widgets.labels import label
from companion.ui.widgets.reminder_choice import LengthChoice

_SILENCES = (30, 60, 120, 240, 480, 1440)
_EXPIRIES = (10, 15, 20, 30, 45, 60)


class ReminderMore(QWidget):
    """Shows the form it is given. `changed` says that something in it is another now."""

    changed = Signal()

    def __init__(self, form: ReminderForm) -> None:
        super().__init__()
        self.purpose = ChoiceField()
        self.purpose.addItem(_("A check-in"), Purpose.CHECK_IN)
        self.purpose.addItem(_("Something to reflect on"), Purpose.REFLECTION)
        self.purpose.addItem(_("Mind, body and relationships"), Purpose.TRIANGLE)
        self.purpose.setCurrentIndex(self.purpose.findData(form.purpose))
        self.silence = LengthChoice(_SILENCES, form.silence, _("always"))
        self.expiry = LengthChoice(_EXPIRIES, form.expiry)
        self.text = QLineEdit(form.text)
        self.text.setMaxLength(LONGEST_TEXT)
        self.text.setPlaceholderText(neutral_text())
        self.text.setProperty("personal", True)  # the person's own words
        for choice in (self.purpose, self.silence, self.expiry):
            choice.currentIndexChanged.connect(self.changed)
        self.text.textChanged.connect(self.changed)
        self._lay_out()

    def filled(self, form: ReminderForm) -> ReminderForm:
        """`form` with everything that stands here."""
        return replace(
            form,
            purpose=self.purpose.currentData(),
            silence=self.silence.minutes,
            expiry=self.expiry.minutes,
            text=self.text.text(),
        )

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields.setHorizontalSpacing(SNUG)
        fields.setVerticalSpacing(TIGHT)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("It asks for"), self.purpose),
            (_("Only if I noted nothing for"), self.silence),
            (_("It waits for an answer for"), self.expiry),
            (_("It says"), self.text),
        )
        for text, field in rows:
            name = label(text)
            name.setBuddy(field)
            fields.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(fields)
        column.addWidget(label(_("Whoever sees the screen can read what it says."), "small", "muted"))
