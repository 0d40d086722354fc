"""Times of a day, one field each, with a way to add one and to take each away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from companion.presentation.date_words import DateWords
from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.links import link
from companion.ui.widgets.number_fields import LAST_MINUTE, TimeField
from companion.ui.widgets.tab_order import tab_through

MOST_TIMES = 24
NEXT_AFTER = 3 * 60
CROSS = 16


class TimeList(QWidget):
    """Holds at least one time and at most 24. `changed` says that there are more or fewer, or others."""

    changed = Signal()

    def __init__(self, times: tuple[int, ...], words: DateWords, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self._rows: list[_TimeRow] = []
        self._flow = FlowLayout()
        self._flow.setSpacing(SNUG)
        self.more = link(_("Another time"))
        self.more.clicked.connect(self._on_more_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addLayout(self._flow)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        for minutes in times:
            self._add(minutes)

    @property
    def minutes(self) -> tuple[int, ...]:
        """The times, in minutes after midnight, in the order they stand there."""
        return tuple(row.field.minutes for row in self._rows)

    @property
    def fields(self) -> list[TimeField]:
        """The fields of the times."""
        return [row.field for row in self._rows]

    def remove(self, place: int) -> None:
        """Takes the time at that place away; the keyboard goes to the one before it."""
        row = self._rows.pop(place)
        self._rows[max(0, place - 1)].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._flow.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._on_count_changed()

    def _add(self, minutes: int) -> None:
        row = _TimeRow(minutes, self._words, self._theme)
        row.remove.clicked.connect(lambda: self.remove(self._rows.index(row)))
        row.field.timeChanged.connect(self.changed)
        self._rows.append(row)
        self._flow.addWidget(row)
        self._order_stops()
        self._on_count_changed()

    def _order_stops(self) -> None:
        """Tab goes from one to the next, also through one that was added later."""
        stops: list[QWidget] = [stop for row in self._rows for stop in (row.field, row.remove)]
        tab_through(*stops, self.more)

    def _on_more_clicked(self) -> None:
        self._add(min(self._rows[-1].field.minutes + NEXT_AFTER, LAST_MINUTE))
        self._rows[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_count_changed(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.field.setAccessibleName(_("Time {number}").format(number=number))
            row.remove.setVisible(len(self._rows) > 1)
        self.more.setVisible(len(self._rows) < MOST_TIMES)
        self.changed.emit()


class _TimeRow(QWidget):
    """One time and its cross."""

    def __init__(self, minutes: int, words: DateWords, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self.field = TimeField(minutes)
        self.remove = QToolButton()
        self.remove.setIcon(icon(theme, "close", theme.tokens.muted, size=CROSS))
        self.field.timeChanged.connect(self._name_cross)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.field)
        row.addWidget(self.remove)
        self._name_cross()

    def _name_cross(self) -> None:
        name = _("Remove {time}").format(time=self._words.clock_time(self.field.minutes))
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(name)
