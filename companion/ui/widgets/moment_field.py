"""When something was, by the wall clock; where the clocks showed a time twice, which of the two."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QDateTimeEdit, QVBoxLayout, QWidget

from companion.presentation.journal_edit import When
from companion.presentation.translation import _
from companion.presentation.twice import TwiceState
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.full_year import show_full_year
from companion.ui.widgets.which_of_two import WhichOfTwo

# The field holds what a wall clock shows; in UTC no hour of it is skipped or comes twice.
_WALL = QTimeZone(QTimeZone.Initialization.UTC)


class MomentField(QWidget):
    """A date and a time to the minute. `twice` says what to ask of a time that came twice; the first is meant."""

    changed = Signal()

    def __init__(self, twice: Callable[[datetime], TwiceState | None]) -> None:
        super().__init__()
        self._twice = twice
        self.edit = QDateTimeEdit()
        self.edit.setTimeZone(_WALL)
        self.edit.setCalendarPopup(True)
        show_full_year(self.edit)
        self.edit.setAccessibleName(_("When it was"))
        self.edit.setMinimumDateTime(QDateTime(QDate(1970, 1, 1), QTime(0, 0), _WALL))
        self.which = WhichOfTwo()
        self.edit.dateTimeChanged.connect(self._on_edit_changed)
        self.which.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.which)

    @property
    def when(self) -> When:
        """What stands there."""
        return When(self._wall, is_second=self.which.is_second)

    def put(self, when: When) -> None:
        """Shows a moment that was given earlier; nothing is said."""
        wall = when.wall
        date, time = QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)
        self.blockSignals(True)
        self.edit.setDateTime(QDateTime(date, time, _WALL))
        self._ask(is_second=when.is_second)
        self.blockSignals(False)

    @property
    def _wall(self) -> datetime:
        date, time = self.edit.date(), self.edit.time()
        return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())  # noqa: DTZ001

    def _on_edit_changed(self) -> None:
        self._ask()
        self.changed.emit()

    def _ask(self, *, is_second: bool = False) -> None:
        self.which.ask(self._twice(self._wall), is_second=is_second)
