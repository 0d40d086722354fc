"""Stretches of the day in which a reminder may ask, each on days of its own."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from companion.domain.reminder import EVERY_DAY, MINUTES_A_DAY, MOST_PROMPTS_A_DAY
from companion.presentation.date_words import DateWords
from companion.presentation.reminders_form import RangeForm
from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT, WIDE
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link
from companion.ui.widgets.number_fields import NumberField, TimeField
from companion.ui.widgets.tab_order import tab_through
from companion.ui.widgets.weekday_chips import WeekdayChips

MOST_RANGES = 6
_CROSS = 16
_BREAK, _STRETCH = 60, 180


class ReminderRanges(QWidget):
    """Holds at least one stretch and at most six. `changed` says that something in it is another now."""

    changed = Signal()

    def __init__(self, ranges: tuple[RangeForm, ...], words: DateWords, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self._is_counted = True
        self.rows: list[ReminderRange] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(WIDE)
        self.more = link(_("Another stretch of the day"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._on_more_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addLayout(self._column)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        for each in ranges:
            self._add(each)

    @property
    def value(self) -> tuple[RangeForm, ...]:
        """What stands there, in the order in which it stands there."""
        return tuple(row.value for row in self.rows)

    def show_counts(self, is_counted: bool) -> None:
        """With how many moments there are in each stretch, or without."""
        self._is_counted = is_counted
        for row in self.rows:
            row.show_count(is_counted)

    def remove(self, place: int) -> None:
        """Takes a stretch away; the keyboard goes to the one before it."""
        row = self.rows.pop(place)
        self.rows[max(0, place - 1)].start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._on_count_changed()

    def _add(self, each: RangeForm) -> None:
        row = ReminderRange(each, self._words, self._theme)
        row.show_count(self._is_counted)
        row.changed.connect(self.changed)
        row.remove.clicked.connect(lambda: self.remove(self.rows.index(row)))
        self.rows.append(row)
        self._column.addWidget(row)
        self._order_stops()
        self._on_count_changed()

    def _order_stops(self) -> None:
        """Tab goes from top to bottom, also through one that was added later."""
        stops = [stop for row in self.rows for stop in row.stops]
        tab_through(*stops, self.more)

    def _on_more_clicked(self) -> None:
        self._add(range_after(self.value))
        self.rows[-1].start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_count_changed(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.show_number(number, is_only=len(self.rows) == 1)
        self.more.setVisible(len(self.rows) < MOST_RANGES)
        self.changed.emit()


class ReminderRange(QWidget):
    """One stretch: from when, until when, how many moments in it, and on which days."""

    changed = Signal()

    def __init__(self, value: RangeForm, words: DateWords, theme: Theme) -> None:
        super().__init__()
        self.count = NumberField(1, MOST_PROMPTS_A_DAY, value.count)
        self.start, self.end = TimeField(value.start), TimeField(value.end)
        self.weekdays = WeekdayChips(value.weekdays, words)
        self.remove = QToolButton()
        self.remove.setIcon(icon(theme, "close", theme.tokens.muted, size=_CROSS))
        self._count_name, self._pairs = label(_("Moments")), FlowLayout()
        self._count_pair = _pair(self._count_name, self.count)
        self._lay_out()
        for changes in (self.count.valueChanged, self.start.timeChanged, self.end.timeChanged):
            changes.connect(self.changed)
        for chip in self.weekdays.chips.values():
            chip.toggled.connect(self.changed)

    @property
    def value(self) -> RangeForm:
        """What stands there."""
        return RangeForm(self.start.minutes, self.end.minutes_as_end, self.count.value(), self.weekdays.chosen)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes in it."""
        return (self.count, self.start, self.end, *self.weekdays.chips.values(), self.remove)

    def show_count(self, is_shown: bool) -> None:
        """With how many moments there are in it, or without."""
        self._count_pair.setVisible(is_shown)

    def show_number(self, number: int, *, is_only: bool) -> None:
        """Names its fields, so that they are told apart from those of another stretch."""
        self.remove.setVisible(not is_only)
        names = (
            self._names() if is_only else (_("{name}, {number}").format(name=n, number=number) for n in self._names())
        )
        for field, name in zip((self.start, self.end, self.count, self.remove), names, strict=True):
            field.setAccessibleName(name)
        self.remove.setToolTip(self.remove.accessibleName())

    def _names(self) -> Iterator[str]:
        yield from (_("Not before"), _("Not after"), _("Moments"), _("Remove this stretch"))

    def _lay_out(self) -> None:
        self._pairs.setSpacing(SNUG)
        for part in (_pair(label(_("From")), self.start), _pair(label(_("to")), self.end)):
            self._pairs.addWidget(part)
        fields = QVBoxLayout()
        fields.setSpacing(TIGHT)
        fields.addWidget(self._count_pair, 0, Qt.AlignmentFlag.AlignLeading)
        fields.addLayout(self._pairs)
        top = QHBoxLayout()
        top.setSpacing(TIGHT)
        top.addLayout(fields, 1)
        top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(top)
        column.addWidget(self.weekdays)


def range_after(ranges: tuple[RangeForm, ...]) -> RangeForm:
    """A stretch to begin with beside others: later on the same days, else on the days none has yet, else before."""
    last = max(ranges, key=lambda each: each.end)
    start = last.end + _BREAK
    if start + _BREAK < MINUTES_A_DAY:
        return RangeForm(start, min(start + _STRETCH, MINUTES_A_DAY - 1), 1, last.weekdays)
    free = EVERY_DAY - frozenset[int]().union(*(each.weekdays for each in ranges))
    if free:
        return RangeForm(last.start, last.end, last.count, free)
    first = min(ranges, key=lambda each: each.start)
    end = max(first.start - _BREAK, _BREAK)
    return RangeForm(max(end - _STRETCH, 0), end, 1, last.weekdays)


def _pair(name: QLabel, field: QWidget) -> QWidget:
    """A name and its field, which stay beside one another."""
    name.setBuddy(field)
    name.setWordWrap(False)
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(TIGHT)
    row.addWidget(name)
    row.addWidget(field)
    return pair
