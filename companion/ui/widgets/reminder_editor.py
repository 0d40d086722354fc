"""The editor of one reminder, in words a tired person understands."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from companion.domain.reminder import MINUTES_A_DAY, MOST_PROMPTS_A_DAY
from companion.presentation.date_words import DateWords
from companion.presentation.reminders import ReminderForm
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT, WIDE
from companion.ui.widgets.announce import announce
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.number_fields import NumberField, TimeField
from companion.ui.widgets.time_list import TimeList
from companion.ui.widgets.weekday_chips import WeekdayChips

WIDTH = 440
OF_SCREEN = 0.9
GAP_STEP = 15
FOR_BAR = 14


class ReminderEditor(QDialog):
    """Edits a form; `keep` answers with an empty string, or a sentence that is shown while the dialog stays.

    It is as high as what it holds; what the screen has no room for scrolls.
    """

    def __init__(
        self,
        form: ReminderForm | None,
        keep: Callable[[ReminderForm], str],
        words: DateWords,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._words = words
        self._theme = theme
        start = form or ReminderForm()
        self.setWindowTitle(_("Reminder"))
        self._trouble = label()
        self._trouble.hide()
        self._lay_out(self._content(start))
        (self.random if start.is_random else self.fixed).setChecked(True)
        self.random.toggled.connect(self._show_kind)
        self.times.changed.connect(self._fit)
        self._show_kind()
        (self.random if start.is_random else self.fixed).setFocus()

    def form(self) -> ReminderForm:
        """What is filled in now."""
        return ReminderForm(
            is_random=self.random.isChecked(),
            times=self.times.minutes,
            count=self.count.value(),
            start=self.start.minutes,
            end=self.end.minutes_as_end,
            gap=self.gap.value(),
            weekdays=self.weekdays.chosen,
        )

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def submit(self) -> None:
        """Keeps the form and closes; or says in one line why not."""
        sentence = self._keep(self.form())
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        if not sentence:
            self.accept()
            return
        announce(self._trouble, sentence)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as needed at a width at which sentences read well."""
        width = max(self._theme.px(WIDTH), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._fit()

    def _lay_out(self, content: QWidget) -> None:
        self._scroll = FittingScroll(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE - FOR_BAR, ROOM + TIGHT)
        layout.setSpacing(ROOM)
        layout.addWidget(self._scroll, 1)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, FOR_BAR, 0)
        below.setSpacing(ROOM)
        below.addWidget(self._trouble)
        below.addWidget(self._buttons())
        layout.addLayout(below)
        self.keep.setDefault(True)  # only inside its dialog does Qt remember it

    def _content(self, form: ReminderForm) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, FOR_BAR, 0)
        layout.setSpacing(SNUG)
        self.random, self.fixed = QRadioButton(_("Now and then")), QRadioButton(_("At set times"))
        self.random.setAccessibleDescription(_surprise())
        self._random_part, self.times = self._random_fields(form), TimeList(form.times, self._words, self._theme)
        self.weekdays = WeekdayChips(form.weekdays, self._words)
        layout.addWidget(heading(_("When may Companion ask?")))
        for part in (self.random, self.fixed, self._random_part, self.times):
            layout.addWidget(part)
        layout.addSpacing(TIGHT)
        layout.addWidget(label(_("On these days"), "body", "muted"))
        layout.addWidget(self.weekdays)
        layout.addStretch(1)
        return content

    def _random_fields(self, form: ReminderForm) -> QWidget:
        self.count = NumberField(1, MOST_PROMPTS_A_DAY, form.count)
        self.start, self.end = TimeField(form.start), TimeField(form.end)
        self.gap = NumberField(0, MINUTES_A_DAY, form.gap, _(" min"))
        self.gap.setSingleStep(GAP_STEP)
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(_surprise(), "small", "muted"), 0, 0, 1, 2)
        rows: list[tuple[str, QWidget]] = [
            (_("Moments a day"), self.count),
            (_("Not before"), self.start),
            (_("Not after"), self.end),
            (_("At least this far apart"), self.gap),
        ]
        for number, (text, field) in enumerate(rows, start=1):
            name = label(text)
            name.setBuddy(field)
            grid.addWidget(name, number, 0)
            grid.addWidget(field, number, 1)
        return part

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.keep = QPushButton(_("Keep"))
        self.keep.setProperty("role", "primary")
        box.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.submit)
        box.rejected.connect(self.reject)
        return box

    def _show_kind(self) -> None:
        is_random = self.random.isChecked()
        self._random_part.setVisible(is_random)
        self.times.setVisible(not is_random)
        self._fit()

    def _fit(self) -> None:
        """Takes the height that what is shown needs, as far as the screen has it."""
        self._scroll.updateGeometry()
        room = self.screen().availableSize() * OF_SCREEN
        width = min(self.sizeHint().width(), room.width())
        self.resize(width, min(self.heightForWidth(width), room.height()))


def _surprise() -> str:
    return _("At moments you cannot foresee, spread over the day.")
