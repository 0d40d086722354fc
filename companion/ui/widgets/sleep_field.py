"""How the night was: a short line, and the hours if the person wants to say them."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.presentation.checkin_form import LineWords
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.hours_field import HoursField
from companion.ui.widgets.labels import label
from companion.ui.widgets.rating_field import RatingField

Night = tuple[int | None, timedelta | None]


class SleepField(QWidget):
    """Both parts are empty until the person fills them in."""

    changed = Signal()

    def __init__(self, words: LineWords, theme: Theme) -> None:
        super().__init__()
        self.rating = RatingField(words, theme)
        self.hours = HoursField()
        self.rating.changed.connect(self.changed)
        self.hours.valueChanged.connect(self.changed)
        name = label(_("Hours slept"), "small", "muted")
        name.setBuddy(self.hours)
        hours = QHBoxLayout()
        hours.setSpacing(SNUG)
        hours.addWidget(name)
        hours.addWidget(self.hours)
        hours.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self.rating)
        layout.addLayout(hours)

    @property
    def value(self) -> Night:
        """Points from poorly to well, and how long it was; None where nothing was said."""
        return self.rating.value, self.hours.slept

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes in it."""
        return (*self.rating.stops, self.hours)

    def put(self, value: Night) -> None:
        """Shows what was given earlier, or nothing."""
        points, slept = value
        self.rating.put(points)
        self.hours.put(slept)
