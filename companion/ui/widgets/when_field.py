"""When it was: now, unless the person says that it was earlier."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.presentation.twice import TwiceState, came_once
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.full_year import show_full_year
from companion.ui.widgets.which_of_two import WhichOfTwo

# The field holds what a wall clock shows; in UTC no hour of it is skipped or comes twice.
_WALL = QTimeZone(QTimeZone.Initialization.UTC)


class WhenField(QWidget):
    """A moment that counts only while it is switched on.

    `wall_now` gives what the wall clock shows, without zone; `twice` what to ask about a time that came twice.
    """

    changed = Signal()

    def __init__(
        self, wall_now: Callable[[], datetime], twice: Callable[[datetime], TwiceState | None] = came_once
    ) -> None:
        super().__init__()
        self._wall_now = wall_now
        self._twice = twice
        self.which = WhichOfTwo()
        self.earlier = QCheckBox(_("It was earlier"))
        self.when_edit = QDateTimeEdit()
        self.when_edit.setAccessibleName(_("When was it"))
        self.when_edit.setTimeZone(_WALL)
        self.when_edit.setCalendarPopup(True)
        show_full_year(self.when_edit)
        self.when_edit.setEnabled(False)
        self.when_edit.dateTimeChanged.connect(self._on_edit_changed)
        self.which.changed.connect(self.changed)
        self.earlier.toggled.connect(self._on_earlier_toggled)
        self.earlier.toggled.connect(self.changed)
        self._show(wall_now())
        row = FlowLayout()
        row.addWidget(self.earlier)
        row.addWidget(self.when_edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(row)
        column.addWidget(self.which)

    @property
    def when(self) -> datetime | None:
        """The wall-clock time, to the minute and without zone, or None for now; `fold` 1 means the second of two."""
        return self._wall.replace(fold=int(self.which.is_second)) if self.earlier.isChecked() else None

    def put(self, when: datetime | None) -> None:
        """Shows what was given earlier, or now; nothing is said."""
        self.blockSignals(True)
        self.earlier.setChecked(when is not None)
        self._show(when or self._wall_now())
        self._ask(is_second=when is not None and when.fold == 1)
        self.blockSignals(False)

    @property
    def _wall(self) -> datetime:
        date, time = self.when_edit.date(), self.when_edit.time()
        return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())  # noqa: DTZ001

    def _show(self, wall: datetime) -> None:
        date, time = QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)
        self.when_edit.setDateTime(QDateTime(date, time, _WALL))

    def _on_earlier_toggled(self, on: bool) -> None:
        """The field begins at now, whenever that is."""
        self.when_edit.setEnabled(on)
        if on:
            self._show(self._wall_now())
        self._ask()

    def _on_edit_changed(self) -> None:
        self._ask()
        self.changed.emit()

    def _ask(self, *, is_second: bool = False) -> None:
        self.which.ask(self._twice(self._wall) if self.earlier.isChecked() else None, is_second=is_second)
