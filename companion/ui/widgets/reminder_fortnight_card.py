"""The card of the next fourteen days: the picture, and the same to read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from companion.presentation.reminders_fortnight import FortnightState
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.reminder_fortnight import ReminderFortnight


class ReminderFortnightCard(Card):
    """Shows a state as a picture, or in words for those who would rather read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: FortnightState | None = None
        self.picture = ReminderFortnight(theme)
        self._note = label("", "small", "muted")
        self.words = label()
        self.words.setProperty("personal", True)  # names of days and times are the locale's
        self.words.hide()
        self.read = link()
        self.read.clicked.connect(self._on_read_clicked)
        head = QHBoxLayout()
        head.addWidget(heading(_("The next fourteen days")), 1)
        head.addWidget(self.read, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._note)
        self.body.addWidget(self.picture)
        self.body.addWidget(self.words)
        self._name_link()

    def show_state(self, state: FortnightState) -> None:
        """Shows other days."""
        self.picture.show_state(state)
        self.words.setText(state.in_words)
        self._state = state
        self._show_note()

    def _on_read_clicked(self) -> None:
        is_read = self.words.isHidden()
        self.words.setVisible(is_read)
        self.picture.setVisible(not is_read)
        self._name_link()
        self._show_note()

    def _show_note(self) -> None:
        if self._state is not None:
            note = self._state.note if self.words.isHidden() else self._state.when_quiet
            self._note.setText(note)
            self._note.setVisible(bool(note))

    def _name_link(self) -> None:
        self.read.setText(_("In words") if self.words.isHidden() else _("As a picture"))
