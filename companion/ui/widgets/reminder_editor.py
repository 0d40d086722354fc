"""The editor of one reminder, in words a tired person understands."""

from collections.abc import Callable

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStackedWidget,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from companion.presentation.date_words import DateWords
from companion.presentation.reminders import ReminderForm
from companion.presentation.translation import _
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label

MOST_TIMES = 6
LAST_MINUTE = 24 * 60 - 1


class ReminderEditor(QDialog):
    """Edits a form; `keep` answers with an empty string, or a sentence that is shown while the dialog stays."""

    def __init__(
        self,
        form: ReminderForm | None,
        keep: Callable[[ReminderForm], str],
        words: DateWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._words = words
        start = form or ReminderForm()
        self.setWindowTitle(_("Reminder"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(_("When may Companion ask?"), "title"))
        layout.addLayout(self._kind_choice(start))
        layout.addWidget(self._pages(start))
        layout.addWidget(label(_("On these days"), "body", "muted"))
        layout.addLayout(self._weekday_chips(start.weekdays))
        self._trouble = label("")
        self._trouble.hide()
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons())
        self._show_kind()

    def form(self) -> ReminderForm:
        """What is filled in now."""
        return ReminderForm(
            is_random=self._random.isChecked(),
            times=tuple(_minutes(edit) for edit in self._times if edit.isVisibleTo(self)),
            count=self._count.value(),
            start=_minutes(self._start),
            end=_end_minutes(self._end),
            gap=self._gap.value(),
            weekdays=frozenset(day for day, chip in self._weekdays.items() if chip.isChecked()),
        )

    def _kind_choice(self, form: ReminderForm) -> QVBoxLayout:
        self._random = QRadioButton(_("Now and then, at moments you cannot foresee"))
        self._fixed = QRadioButton(_("At set times"))
        (self._random if form.is_random else self._fixed).setChecked(True)
        self._random.toggled.connect(self._show_kind)
        choice = QVBoxLayout()
        choice.addWidget(self._random)
        choice.addWidget(self._fixed)
        return choice

    def _pages(self, form: ReminderForm) -> QStackedWidget:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._random_page(form))
        self._stack.addWidget(self._fixed_page(form))
        return self._stack

    def _random_page(self, form: ReminderForm) -> QWidget:
        self._count = _spin(1, 6, form.count)
        self._start = _time_edit(form.start)
        self._end = _time_edit(form.end)
        self._gap = _spin(0, 180, form.gap, _(" min"))
        page = QWidget()
        rows = QFormLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(_("Moments a day"), self._count)
        rows.addRow(_("Not before"), self._start)
        rows.addRow(_("Not after"), self._end)
        rows.addRow(_("At least this far apart"), self._gap)
        return page

    def _fixed_page(self, form: ReminderForm) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout()
        self._times = [_time_edit(minutes) for minutes in form.times]
        self._times += [_time_edit(12 * 60) for _extra in range(MOST_TIMES - len(self._times))]
        for number, edit in enumerate(self._times, start=1):
            edit.setAccessibleName(_("Time {number}").format(number=number))
            edit.setVisible(number <= len(form.times))
            flow.addWidget(edit)
        rows.addLayout(flow)
        rows.addLayout(self._time_buttons())
        rows.addStretch(1)
        return page

    def _time_buttons(self) -> QHBoxLayout:
        self._more_times = QPushButton(_("Another time"))
        self._more_times.setProperty("role", "link")
        self._more_times.clicked.connect(self._on_more_times)
        self._fewer_times = QPushButton(_("One less"))
        self._fewer_times.setProperty("role", "link")
        self._fewer_times.clicked.connect(self._on_fewer_times)
        row = QHBoxLayout()
        row.addWidget(self._more_times)
        row.addWidget(self._fewer_times)
        row.addStretch(1)
        return row

    def _weekday_chips(self, chosen: frozenset[int]) -> FlowLayout:
        flow, group = FlowLayout(), QButtonGroup(self)
        group.setExclusive(False)
        first = self._words.first_weekday()
        self._weekdays: dict[int, QPushButton] = {}
        for day in sorted(range(7), key=lambda d: (d - first) % 7):
            chip = QPushButton(self._words.weekday(day))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(day in chosen)
            group.addButton(chip)
            flow.addWidget(chip)
            self._weekdays[day] = chip
        return flow

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        keep = box.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_keep_clicked)
        box.rejected.connect(self.reject)
        return box

    def _show_kind(self) -> None:
        self._stack.setCurrentIndex(0 if self._random.isChecked() else 1)

    def _shown_times(self) -> int:
        return sum(not edit.isHidden() for edit in self._times)

    def _on_more_times(self) -> None:
        shown = self._shown_times()
        if shown < MOST_TIMES:
            self._times[shown].show()

    def _on_fewer_times(self) -> None:
        shown = self._shown_times()
        if shown > 1:
            self._times[shown - 1].hide()

    def _on_keep_clicked(self) -> None:
        trouble = self._keep(self.form())
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if not trouble:
            self.accept()


def _spin(lowest: int, highest: int, value: int, suffix: str = "") -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(lowest, highest)
    spin.setValue(value)
    spin.setSuffix(suffix)
    return spin


def _time_edit(minutes: int) -> QTimeEdit:
    at = min(minutes, LAST_MINUTE)
    return QTimeEdit(QTime(at // 60, at % 60))


def _minutes(edit: QTimeEdit) -> int:
    return edit.time().hour() * 60 + edit.time().minute()


def _end_minutes(edit: QTimeEdit) -> int:
    """The end of a range: midnight and the last minute both mean the end of the day."""
    return _minutes(edit) if 0 < _minutes(edit) < LAST_MINUTE else LAST_MINUTE + 1
