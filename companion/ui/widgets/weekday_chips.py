"""The days of the week as chips, in the order of this locale's week."""

from PySide6.QtWidgets import QPushButton, QWidget

from companion.presentation.date_words import DateWords
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout


class WeekdayChips(QWidget):
    """Any of the seven may be chosen; 0 is Monday."""

    def __init__(self, chosen: frozenset[int], words: DateWords) -> None:
        super().__init__()
        self.setProperty("personal", True)  # the names of days are the locale's
        self.chips: dict[int, QPushButton] = {}
        flow = FlowLayout(self)
        flow.setSpacing(TIGHT)
        first = words.first_weekday()
        for day in ((first + place) % 7 for place in range(7)):
            self.chips[day] = chip(words.weekday(day))
            self.chips[day].setChecked(day in chosen)
            self.chips[day].setAutoDefault(False)  # Enter keeps the form, Space chooses a day
            flow.addWidget(self.chips[day])

    @property
    def chosen(self) -> frozenset[int]:
        """The chosen days."""
        return frozenset(day for day, button in self.chips.items() if button.isChecked())
