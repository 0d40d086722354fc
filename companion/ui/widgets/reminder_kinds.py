"""The fields of each kind of reminder; only those of one are shown, the others keep what stands in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from companion.domain.reminder import MINUTES_A_DAY, Outside, ReminderKind
from companion.presentation.date_words import DateWords
from companion.presentation.reminders_form import Part, ReminderForm
from companion.presentation.reminders_words import side_name
from companion.presentation.translation import _
from companion.presentation.twice import TwiceState
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.choice_field import ChoiceField
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.moment_field import MomentField
from companion.ui.widgets.number_fields import NumberField
from companion.ui.widgets.reminder_choice import LengthChoice
from companion.ui.widgets.reminder_ranges import ReminderRanges
from companion.ui.widgets.time_list import TimeList
from companion.ui.widgets.weekday_chips import WeekdayChips

_GAP_STEP, _EVERY_STEP = 15, 15
_DELAYS = (10, 15, 20, 30, 45, 60, 120)
_R, _F, _I, _O, _E = (
    ReminderKind.RANDOM,
    ReminderKind.FIXED,
    ReminderKind.INTERVAL,
    ReminderKind.ONCE,
    ReminderKind.EVENT,
)


class ReminderKinds(QWidget):
    """Shows the form it is given; `advice` is a sentence about random moments.

    `changed` says that something in it is another now.
    """

    changed = Signal()

    def __init__(
        self,
        form: ReminderForm,
        words: DateWords,
        theme: Theme,
        twice: Callable[[datetime], TwiceState | None],
        advice: str = "",
    ) -> None:
        super().__init__()
        self._advice = advice
        self._about = label("", "small", "muted")
        self.times = TimeList(form.times, words, theme)
        self.weekdays = WeekdayChips(form.weekdays, words)
        self.every = NumberField(1, MINUTES_A_DAY, form.every, _(" min"))
        self.every.setSingleStep(_EVERY_STEP)
        self.ranges = ReminderRanges(form.ranges, words, theme)
        self.gap = NumberField(0, MINUTES_A_DAY, form.gap, _(" min"))
        self.gap.setSingleStep(_GAP_STEP)
        self.spread = QCheckBox(_("Spread over that time: one in each part of it"))
        self.spread.setChecked(form.is_spread)
        self.once = MomentField(twice)
        self.once.edit.setAccessibleName(_("When"))
        if form.once is not None:
            self.once.put(form.once)
        self.side = ChoiceField()
        for side in (Outside.OUTSIDE, Outside.ABOVE, Outside.BELOW):
            self.side.addItem(side_name(side), side)
        self.side.setCurrentIndex(self.side.findData(form.side))
        self.delay = LengthChoice(_DELAYS, form.delay)
        self._lay_out()
        self._connect()

    def filled(self, form: ReminderForm) -> ReminderForm:
        """`form` with everything that stands here."""
        return replace(
            form,
            times=self.times.minutes,
            weekdays=self.weekdays.chosen,
            ranges=self.ranges.value,
            is_spread=self.spread.isChecked(),
            gap=self.gap.value(),
            every=self.every.value(),
            once=self.once.when,
            side=self.side.currentData(),
            delay=self.delay.minutes,
        )

    def show_kind(self, kind: ReminderKind) -> None:
        """Shows the fields of that kind and what it does."""
        self._about.setText(f"{_about(kind)} {self._advice}" if kind is _R and self._advice else _about(kind))
        self.ranges.show_counts(kind is _R)
        for row, kinds in self._rows:
            row.setVisible(kind in kinds)

    def place_beside(self, part: Part | None, note: QLabel) -> bool:
        """Puts a note below the field of that part; False if it is not here."""
        row = self._row_of.get(part) if part is not None else None
        if row is None or row.isHidden():
            return False
        self._column.removeWidget(note)
        self._column.insertWidget(self._column.indexOf(row) + 1, note)
        return True

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SNUG)
        self._column.addWidget(self._about)
        every = _named(_("Every"), self.every)
        gap = _named(_("At least this far apart"), self.gap)
        days = _below(_("On these days"), self.weekdays)
        delay = _named(_("How long after"), self.delay)
        once = _named(_("When"), self.once.edit, self.once)
        self._rows: tuple[tuple[QWidget, frozenset[ReminderKind]], ...] = (
            (every, frozenset({_I})),
            (self.times, frozenset({_F})),
            (days, frozenset({_F})),
            (self.ranges, frozenset({_R, _I})),
            (gap, frozenset({_R})),
            (self.spread, frozenset({_R})),
            (once, frozenset({_O})),
            (_named(_("Which check-ins"), self.side), frozenset({_E})),
            (delay, frozenset({_E})),
        )
        for row, _kinds in self._rows:
            self._column.addWidget(row)
        self._row_of: dict[Part | None, QWidget] = {
            Part.TIMES: self.times,
            Part.WEEKDAYS: days,
            Part.RANGES: self.ranges,
            Part.GAP: gap,
            Part.EVERY: every,
            Part.ONCE: once,
            Part.DELAY: delay,
        }

    def _connect(self) -> None:
        for changes in (
            self.times.changed,
            self.every.valueChanged,
            self.ranges.changed,
            self.gap.valueChanged,
            self.spread.toggled,
            self.once.changed,
            self.side.currentIndexChanged,
            self.delay.currentIndexChanged,
        ):
            changes.connect(self.changed)
        for chip in self.weekdays.chips.values():
            chip.toggled.connect(self.changed)


def _about(kind: ReminderKind) -> str:
    return {
        _R: _("At moments you cannot foresee, spread over the day."),
        _F: _("At the same times each day."),
        _I: _("Again and again, in the middle of each interval."),
        _O: _("One time, and then never again."),
        _E: _("A while after you noted being outside your window, to see how it is then."),
    }[kind]


def _named(text: str, field: QWidget, whole: QWidget | None = None) -> QWidget:
    """A field with its name beside it, or below where there is no room; `whole` is what the field lies in."""
    name = label(text)
    name.setWordWrap(False)
    name.setBuddy(field)
    made = QWidget()
    flow = FlowLayout(made)
    flow.setSpacing(SNUG)
    flow.addWidget(name)
    flow.addWidget(whole or field)
    return made


def _below(text: str, field: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TIGHT)
    column.addWidget(label(text, "body", "muted"))
    column.addWidget(field)
    return made
