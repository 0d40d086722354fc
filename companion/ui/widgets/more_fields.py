"""What "More" unfolds: a note, and when it was."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.labels import label

_NOTE_HEIGHT = 76.0
# The field holds what a wall clock shows; in UTC no hour of it is skipped or comes twice.
_WALL = QTimeZone(QTimeZone.Initialization.UTC)


class MoreFields(QWidget):
    """A note of several lines, and a moment that counts only while it is switched on.

    `wall_now` gives what the wall clock shows, without zone.
    """

    changed = Signal()

    def __init__(self, theme: Theme, wall_now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme = theme
        self._wall_now = wall_now
        self.note = QPlainTextEdit()
        self.earlier = QCheckBox(_("It was earlier"))
        self.when_edit = QDateTimeEdit()
        self._make_note()
        self._make_when()
        self._show_when(wall_now())
        self._lay_out()
        self._fit_text()
        theme.changed.connect(self._fit_text)

    @property
    def when(self) -> datetime | None:
        """The wall-clock time, to the minute and without zone, or None for now."""
        if not self.earlier.isChecked():
            return None
        date, time = self.when_edit.date(), self.when_edit.time()
        return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())  # noqa: DTZ001

    def put(self, note: str, when: datetime | None) -> None:
        """Shows what was given earlier, or an empty note and now; nothing is said."""
        self.blockSignals(True)
        self.note.setPlainText(note)
        self.earlier.setChecked(when is not None)
        self._show_when(when or self._wall_now())
        self.blockSignals(False)

    def _show_when(self, wall: datetime) -> None:
        date, time = QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)
        self.when_edit.setDateTime(QDateTime(date, time, _WALL))

    def _on_earlier_toggled(self, on: bool) -> None:
        """The field begins at now, whenever that is."""
        self.when_edit.setEnabled(on)
        if on:
            self._show_when(self._wall_now())

    def _make_note(self) -> None:
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("Anything to remember?"))
        self.note.setTabChangesFocus(True)
        self.note.textChanged.connect(self.changed)

    def _make_when(self) -> None:
        self.when_edit.setAccessibleName(_("When was it"))
        self.when_edit.setTimeZone(_WALL)
        self.when_edit.setCalendarPopup(True)
        self.when_edit.setEnabled(False)
        self.when_edit.dateTimeChanged.connect(self.changed)
        self.earlier.toggled.connect(self._on_earlier_toggled)
        self.earlier.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(SNUG)
        when.addWidget(self.earlier)
        when.addWidget(self.when_edit, 1, Qt.AlignmentFlag.AlignLeading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(label(_("Note"), "small", "muted"))
        layout.addWidget(self.note)
        layout.addLayout(when)

    def _fit_text(self) -> None:
        self.note.setFixedHeight(self._theme.px(_NOTE_HEIGHT))
